#include "model/filter/filter_completion.h"
#include "model/filter/filter_lexer.h"
#include "model/filter/filter_parser.h"
#include "model/filter/filter_words.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

std::u16string_view unitsOf(QStringView text) {
    return {text.utf16(), static_cast<std::size_t>(text.size())};
}

QString textOf16(std::u16string_view text) {
    return QString::fromUtf16(text.data(), static_cast<qsizetype>(text.size()));
}

QString spelled(const QString& text) { return QString::fromStdU16String(spelledText(unitsOf(text))); }

/// Where the word begins that is being typed; the end where none is.
qsizetype wordBegin(QStringView typed) {
    const auto tokens = filterTokens(unitsOf(typed));
    if (!tokens) { // an open text, or the first half of an operator
        const auto kind = tokens.error().kind;
        return kind == FilterProblem::Kind::OpenString || kind == FilterProblem::Kind::HalfSign
                   ? static_cast<qsizetype>(tokens.error().at)
                   : typed.size();
    }
    if (tokens->size() < 2) {
        return typed.size();
    }
    const FilterToken& last = (*tokens)[tokens->size() - 2];
    const std::size_t end = last.at + last.length;
    const bool touches = static_cast<qsizetype>(end) == typed.size();
    const bool word = last.kind != FilterTokenKind::String &&
                      (last.kind != FilterTokenKind::Sign || typed.back().isLetter() ||
                       last.sign == FilterSign::Less || last.sign == FilterSign::Greater);
    return touches && word ? static_cast<qsizetype>(last.at) : typed.size();
}

class Completer {
public:
    Completer(QStringView typed, const FilterVocabulary& vocabulary)
        : m_begin(wordBegin(typed)), m_word(typed.sliced(m_begin).toString().toCaseFolded()),
          m_vocabulary(vocabulary), m_before(typed.first(m_begin)) {}

    FilterCompletions run() {
        const FilterContext context = filterContext(unitsOf(m_before));
        if (context.test && !m_word.startsWith(u'"')) {
            addFields();
        }
        if (context.comparisonOf) {
            addOperators(filterField(*context.comparisonOf));
        }
        if (context.set) {
            add(u"{"_s, {}, false);
        }
        if (context.valueOf) {
            addValues(filterField(*context.valueOf));
        }
        const bool apart = m_before.isEmpty() || m_before.back().isSpace();
        if (context.connective && apart) {
            add(u"&&"_s, Words::tr("and"), true);
            add(u"||"_s, Words::tr("or"), true);
        }
        if (m_items.size() == 1 && m_items.first().text.toCaseFolded() == m_word) {
            m_items.clear(); // it stands there already
        }
        return {m_begin, m_word.size(), m_items + m_inside};
    }

private:
    /// What begins like the word that was typed goes before what only holds it.
    void add(const QString& text, const QString& detail, bool goesOn) {
        const QString folded = text.toCaseFolded();
        const QString bare = m_word.startsWith(u'"') ? m_word.sliced(1) : m_word;
        if (folded.startsWith(m_word) || folded.startsWith(bare) || folded.sliced(1).startsWith(bare)) {
            m_items.append({text, detail, goesOn});
        } else if (folded.contains(bare) || detail.toCaseFolded().contains(bare)) {
            m_inside.append({text, detail, goesOn});
        }
    }

    void addFields() {
        for (const FilterFieldInfo& field : filterFields()) {
            add(textOf16(field.name), filterFieldHelp(field.field), field.type != FilterType::Flag);
        }
    }

    void addOperators(const FilterFieldInfo& field) {
        for (int op = static_cast<int>(FilterOperator::Equal);
             op <= static_cast<int>(FilterOperator::Matches); ++op) {
            const auto each = static_cast<FilterOperator>(op);
            if (filterOperatorFits(field, each)) {
                add(filterOperatorText(each), filterOperatorHelp(each), true);
            }
        }
    }

    void addTexts(const QStringList& texts) {
        for (const QString& text : texts) {
            add(spelled(text), {}, false);
        }
    }

    void addValues(const FilterFieldInfo& field) {
        switch (field.type) {
        case FilterType::Domain:
            addTexts(m_vocabulary.domains);
            return;
        case FilterType::Word:
            for (const std::u16string_view word : field.words) {
                add(textOf16(word), {}, false);
            }
            return;
        case FilterType::Flag:
            addTexts({u"true"_s, u"false"_s});
            return;
        case FilterType::Address:
            for (const FilterVocabulary::Known& each : m_vocabulary.addresses) {
                add(each.label.isEmpty() ? each.text : spelled(each.label),
                    each.label.isEmpty() ? QString() : each.text, false);
            }
            return;
        case FilterType::Amount:
            addUnits();
            return;
        default:
            addTexts(field.field == FilterField::function  ? m_vocabulary.functions
                     : field.field == FilterField::finding ? m_vocabulary.rules
                     : field.field == FilterField::label   ? labels()
                                                           : QStringList());
        }
    }

    void addUnits() {
        const bool number = !m_word.isEmpty() && m_word.back().isDigit();
        for (const QString& unit : {u"eth"_s, u"gwei"_s, u"wei"_s}) {
            if (number) {
                add(m_word + u' ' + unit, {}, false);
            }
        }
    }

    [[nodiscard]] QStringList labels() const {
        QStringList out;
        for (const FilterVocabulary::Known& each : m_vocabulary.addresses) {
            if (!each.label.isEmpty()) {
                out += each.label;
            }
        }
        return out;
    }

    qsizetype m_begin;
    QString m_word; ///< folded
    const FilterVocabulary& m_vocabulary;
    QStringView m_before;
    QList<FilterCompletion> m_items, m_inside;
};

} // namespace

FilterCompletions completeFilter(const QString& text, qsizetype cursor, const FilterVocabulary& vocabulary) {
    return Completer(QStringView(text).first(std::clamp<qsizetype>(cursor, 0, text.size())), vocabulary)
        .run();
}

} // namespace anchorscope::model

#include "model/filter/filter_words.h"
#include "model/words.h"
#include <QStringList>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using Kind = FilterProblem::Kind;

QString shown(std::u16string_view text) {
    return QString::fromUtf16(text.data(), static_cast<qsizetype>(text.size()));
}

/// What a value of the field looks like, to be told where one is missing or none fits.
QString exampleOf(const FilterFieldInfo& field) {
    switch (field.type) {
    case FilterType::Number:
        return Words::tr("a whole number");
    case FilterType::Amount:
        return Words::tr("an amount with its unit, such as 0.5 eth");
    case FilterType::Domain:
        return Words::tr("L1, or a rollup such as R2 or 2");
    case FilterType::Word: {
        QStringList words;
        for (const std::u16string_view word : field.words) {
            words += shown(word);
        }
        return Words::tr("one of %1").arg(words.join(u", "_s));
    }
    case FilterType::Text:
        return Words::tr("a text");
    case FilterType::Octets:
        return field.octets == 0 ? Words::tr("bytes, such as 0x12ab")
                                 : Words::tr("0x and %n hex digit(s)", nullptr, field.octets * 2);
    case FilterType::Address:
        return Words::tr("an address or its label");
    case FilterType::Flag:
        return Words::tr("true or false");
    }
    return {};
}

QString meant(const FilterProblem& problem, const QString& plain, const QString& withSuggestion) {
    return problem.suggestion.empty() ? plain
                                      : withSuggestion.arg(shown(problem.subject), shown(problem.suggestion));
}

/// Of the form as a whole, whatever the field.
QString formText(const FilterProblem& problem) {
    const QString subject = shown(problem.subject);
    switch (problem.kind) {
    case Kind::TooLong:
        return Words::tr("A filter has at most 4 096 characters.");
    case Kind::TooManyTests:
        return Words::tr("A filter has at most 256 conditions.");
    case Kind::TooManyValues:
        return Words::tr("A set has at most 256 values.");
    case Kind::TooDeep:
        return Words::tr("Parentheses and negations can be 64 deep.");
    case Kind::BadCharacter:
        return Words::tr("“%1” means nothing here: text that holds it needs quotes.").arg(subject);
    case Kind::OpenString:
        return Words::tr("The text that begins here is never closed: %1 is missing.").arg(subject);
    case Kind::HalfSign:
        return Words::tr("“%1” is no operator: is “%2” meant?").arg(subject, shown(problem.suggestion));
    case Kind::NoTest:
        return subject.isEmpty() ? Words::tr("A field or a text should follow.")
                                 : Words::tr("A field or a text should stand here, not “%1”.").arg(subject);
    case Kind::NoConnective:
        return Words::tr("&& or || should stand before “%1”.").arg(subject);
    case Kind::OpenParenthesis:
        return Words::tr("This parenthesis is never closed.");
    case Kind::StrayClose:
        return Words::tr("This parenthesis was never opened.");
    case Kind::UnknownField:
        return meant(problem, Words::tr("No field is called “%1”.").arg(subject),
                     Words::tr("No field is called “%1”: is “%2” meant?"));
    case Kind::NoField:
        return Words::tr("A field should stand before an operator, not “%1”.").arg(subject);
    case Kind::NoSet:
        return Words::tr("Values in braces should follow “in”, such as {1, 2, 5..9}.");
    case Kind::OpenSet:
        return Words::tr("Another value or } should follow.");
    default:
        return {};
    }
}

/// Of a value that does not fit its field.
QString valueText(const FilterProblem& problem, const FilterFieldInfo& field) {
    const QString subject = shown(problem.subject), name = shown(field.name), example = exampleOf(field);
    switch (problem.kind) {
    case Kind::BadOperator:
        return Words::tr("“%1” cannot be compared with “%2”.").arg(name, subject);
    case Kind::NoValue:
        return Words::tr("%1 should follow, for “%2”.").arg(example.left(1).toUpper() + example.mid(1), name);
    case Kind::NotWhole:
        return Words::tr("“%1” is a whole number, not %2.").arg(name, subject);
    case Kind::NoUnit:
        return Words::tr("An amount needs its unit: %1 wei, gwei or eth.").arg(subject);
    case Kind::BadUnit:
        return Words::tr("“%1” is no unit: wei, gwei and eth are.").arg(subject);
    case Kind::TooFine:
        return Words::tr("Nothing is smaller than a wei.");
    case Kind::TooLarge:
        return Words::tr("No number here reaches 2^256.");
    case Kind::NotWord:
    case Kind::NotFlag:
        return meant(problem, Words::tr("“%1” is %2, not “%3”.").arg(name, example, subject),
                     Words::tr("“%1” is not known here: is “%2” meant?"));
    case Kind::HalfByte:
        return Words::tr("Two hex digits make a byte: there is one too few.");
    case Kind::OtherLength:
        return field.type == FilterType::Address
                   ? Words::tr("An address has 40 hex digits.")
                   : Words::tr("“%1” is %2. For a part of it, use “contains”.").arg(name, example);
    case Kind::Shortened:
        return Words::tr("With digits left out a value can be equal (==), nothing else.");
    case Kind::BackToFront:
        return Words::tr("The range ends before it begins.");
    case Kind::NoRange:
        return Words::tr("Ranges stand in braces behind “in”.");
    default: // of another type
        return Words::tr("“%1” is %2, not “%3”.").arg(name, example, subject);
    }
}

} // namespace

QString filterProblemText(const FilterProblem& problem) {
    const QString text = formText(problem);
    return text.isEmpty() && problem.field ? valueText(problem, filterField(*problem.field)) : text;
}

QString filterProblemPlaced(const FilterProblem& problem, qsizetype textLength) {
    const QString text = filterProblemText(problem);
    return static_cast<qsizetype>(problem.at) >= textLength
               ? Words::tr("At the end: %1").arg(text)
               : Words::tr("Character %1: %2").arg(problem.at + 1).arg(text);
}

QString filterFieldHelp(FilterField field) {
    using F = FilterField;
    switch (field) {
    case F::text:
        return Words::tr("all that the row shows");
    case F::domain:
        return Words::tr("where execution stands: L1 or a rollup");
    case F::from:
        return Words::tr("domain of the caller");
    case F::to:
        return Words::tr("domain of the callee");
    case F::rollup:
        return Words::tr("rollups whose state an entry changes");
    case F::kind:
        return Words::tr("entry, call, nested, lookup, return …");
    case F::entry:
        return Words::tr("number of the entry");
    case F::call:
        return Words::tr("number of the call in its entry, from 1");
    case F::nested:
        return Words::tr("number of the nested frame, from 1");
    case F::lookup:
        return Words::tr("number of the lookup in its entry");
    case F::depth:
        return Words::tr("how deep the row stands; the bundle is 0");
    case F::step:
        return Words::tr("number of the step, as in the column Step");
    case F::state:
        return Words::tr("passed, failed, not_checked …");
    case F::check:
        return Words::tr("words of the column Check");
    case F::outcome:
        return Words::tr("success, failure, rolled_back or unknown");
    case F::reverted:
        return Words::tr("failed or rolled back");
    case F::crossing:
        return Words::tr("leads into another domain");
    case F::placed:
        return Words::tr("its position is known");
    case F::problem:
        return Words::tr("something is wrong or worth a warning");
    case F::function:
        return Words::tr("what is called, by name");
    case F::selector:
        return Words::tr("first four bytes of the calldata");
    case F::data:
        return Words::tr("calldata of the call");
    case F::dataLength:
        return Words::tr("bytes of calldata");
    case F::returned:
        return Words::tr("what came back");
    case F::returnedLength:
        return Words::tr("bytes that came back");
    case F::value:
        return Words::tr("ether sent with the call");
    case F::delta:
        return Words::tr("ether that an entry adds to a rollup");
    case F::callHash:
        return Words::tr("hash by which the table binds a call");
    case F::rollingHash:
        return Words::tr("rolling hash of an entry or lookup");
    case F::before:
        return Words::tr("state before, of any rollup");
    case F::after:
        return Words::tr("state after, of any rollup");
    case F::source:
        return Words::tr("address of the caller");
    case F::target:
        return Words::tr("address of the callee");
    case F::address:
        return Words::tr("caller or callee, by address or label");
    case F::label:
        return Words::tr("your names of addresses");
    case F::severity:
        return Words::tr("of findings: info, warning, error");
    case F::finding:
        return Words::tr("rule or words of a finding");
    case F::path:
        return Words::tr("field path in the calldata");
    case F::offset:
        return Words::tr("first byte in the calldata");
    case F::size:
        return Words::tr("bytes in the calldata");
    }
    return {};
}

QString filterOperatorText(FilterOperator op) {
    switch (op) {
    case FilterOperator::Present:
        return {};
    case FilterOperator::Equal:
        return u"=="_s;
    case FilterOperator::NotEqual:
        return u"!="_s;
    case FilterOperator::Less:
        return u"<"_s;
    case FilterOperator::LessEqual:
        return u"<="_s;
    case FilterOperator::Greater:
        return u">"_s;
    case FilterOperator::GreaterEqual:
        return u">="_s;
    case FilterOperator::In:
        return u"in"_s;
    case FilterOperator::Contains:
        return u"contains"_s;
    case FilterOperator::Matches:
        return u"matches"_s;
    }
    return {};
}

QString filterOperatorHelp(FilterOperator op) {
    switch (op) {
    case FilterOperator::Present:
        return Words::tr("has such a value");
    case FilterOperator::Equal:
        return Words::tr("is");
    case FilterOperator::NotEqual:
        return Words::tr("has a value, and it is another");
    case FilterOperator::Less:
        return Words::tr("less than");
    case FilterOperator::LessEqual:
        return Words::tr("at most");
    case FilterOperator::Greater:
        return Words::tr("more than");
    case FilterOperator::GreaterEqual:
        return Words::tr("at least");
    case FilterOperator::In:
        return Words::tr("is one of {1, 2, 5..9}");
    case FilterOperator::Contains:
        return Words::tr("holds this part");
    case FilterOperator::Matches:
        return Words::tr("fits a pattern: * any text, ? one character");
    }
    return {};
}

} // namespace anchorscope::model

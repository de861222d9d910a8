#include "model/filter/filter_by_value.h"
#include "model/filter/filter_lexer.h"
#include "model/filter/filter_parser.h"
#include "model/filter/filter_values.h"
#include <array>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

struct Named {
    QLatin1String name; ///< in the declaration of some version of the table
    FilterField field;
};

// Names that versions give the fields of an entry and of what is in it (core/table/field_names.cpp).
const std::array names{Named{"currentState"_L1, FilterField::before},
                       Named{"newState"_L1, FilterField::after},
                       Named{"etherDelta"_L1, FilterField::delta},
                       Named{"proxyEntryHash"_L1, FilterField::callHash},
                       Named{"crossChainCallHash"_L1, FilterField::callHash},
                       Named{"actionHash"_L1, FilterField::callHash},
                       Named{"rollingHash"_L1, FilterField::rollingHash},
                       Named{"rollupId"_L1, FilterField::rollup},
                       Named{"sourceRollupId"_L1, FilterField::from},
                       Named{"sourceRollup"_L1, FilterField::from},
                       Named{"destinationRollupId"_L1, FilterField::to},
                       Named{"targetAddress"_L1, FilterField::target},
                       Named{"destination"_L1, FilterField::target},
                       Named{"sourceAddress"_L1, FilterField::source},
                       Named{"value"_L1, FilterField::value},
                       Named{"data"_L1, FilterField::data},
                       Named{"returnData"_L1, FilterField::returned}};

std::u16string_view unitsOf(const QString& text) {
    return {QStringView(text).utf16(), static_cast<std::size_t>(text.size())};
}

QString nameOf(FilterField field) {
    const std::u16string_view name = filterField(field).name;
    return QString::fromUtf16(name.data(), static_cast<qsizetype>(name.size()));
}

bool isFilter(const QString& text) { return parseFilter(unitsOf(text)).has_value(); }

} // namespace

QString ValueFilter::text() const { return field.isEmpty() ? value : field + u" == "_s + value; }

QString ValueFilter::negated() const { return field.isEmpty() ? u'!' + value : field + u" != "_s + value; }

ValueFilter filterOfDomain(Domain domain) {
    return {nameOf(FilterField::domain), QString::fromStdU16String(filterDomainText(domain))};
}

ValueFilter filterOfText(FilterField field, const QString& text) {
    return text.isEmpty() ? ValueFilter()
                          : ValueFilter{nameOf(field), QString::fromStdU16String(spelledText(unitsOf(text)))};
}

ValueFilter filterOfWord(FilterField field, const QString& word) {
    return word.isEmpty() ? ValueFilter() : ValueFilter{nameOf(field), word};
}

ValueFilter filterOfPath(const QString& path, const QString& value) {
    const QString leaf = path.sliced(path.lastIndexOf(u'.') + 1);
    for (const Named& each : names) {
        if (leaf != each.name) {
            continue;
        }
        const bool amount = filterField(each.field).type == FilterType::Amount;
        ValueFilter made{nameOf(each.field), amount ? value + u" wei"_s : value};
        if (isFilter(made.text())) {
            return made;
        }
    }
    constexpr qsizetype least = 10; // 0x and four bytes: shorter ones are found everywhere
    const ValueFilter bytes{{}, value};
    return value.startsWith(u"0x"_s) && value.size() >= least && isFilter(value) ? bytes : ValueFilter();
}

QString filterBoth(const QString& filter, const QString& also) {
    const auto program = parseFilter(unitsOf(filter));
    if (!program || program->steps.empty()) {
        return also;
    }
    const bool either = std::ranges::any_of(
        program->steps, [](const FilterStep& step) { return step.kind == FilterStep::Kind::JumpIfTrue; });
    return (either ? u'(' + filter.trimmed() + u')' : filter.trimmed()) + u" && "_s + also;
}

} // namespace anchorscope::model

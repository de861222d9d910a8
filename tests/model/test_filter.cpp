// The filter language: what it accepts, why it refuses, and that what it lets pass is what a plain reading of
// the table says. Tables are made by core/synth.
#include "core/synth/random.h"
#include "core/synth/synth.h"
#include "model/filter/filter_by_value.h"
#include "model/filter/filter_completion.h"
#include "model/filter/filter_lexer.h"
#include "model/filter/filter_parser.h"
#include "model/filter/filter_run.h"
#include "model/filter/filter_words.h"
#include "model/items/tree_model.h"
#include "model_test_support.h"

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using transition::Node;
using transition::NodeKind;
using Kind = FilterProblem::Kind;

namespace {

/// A made-up bundle with its logs, nested calls, lookups, spans and several rollups.
FilterParts madeCase(std::uint32_t entries = 12) {
    synth::Options options;
    options.entries = entries;
    options.rollups = 3;
    options.spans = 2;
    options.lookups = 5;
    const synth::Synthetic made = synth::make(options).value();
    std::vector<Finding> findings;
    auto events = transition::manager_events(made.block, 0, made.manager, findings);
    FilterParts parts;
    parts.table = loadTable(u"made"_s, made.calldata, {}).table;
    parts.tree =
        std::make_shared<const transition::Tree>(transition::build_tree(*parts.table, std::move(events)));
    parts.examined = std::make_shared<const verify::TablePart>(verify::examine_table(*parts.table));
    parts.accepted = true;
    return parts;
}

FilterParts partsOf(const LoadedCase& sample, bool accepted) {
    return {sample.loaded.table, sample.conclusion.tree, sample.examined, accepted, wellKnownNames()};
}

std::set<quint32> matchesOf(const NodeFacts& facts, std::u16string_view text) {
    const auto program = parseFilter(text);
    if (!program) {
        qWarning() << text.data() << filterProblemText(program.error());
        return {~0U};
    }
    const NodeMatches matches = runFilter(*program, facts).value();
    std::set<quint32> out;
    for (quint32 node = 0; node < matches.size(); ++node) {
        if (matches.matches(node)) {
            out.insert(node);
        }
    }
    return out;
}

/// A condition in the language, and what it means, written without it.
struct Condition {
    std::u16string text;
    std::function<bool(quint32)> holds;
};

class Conditions {
public:
    explicit Conditions(const FilterParts& parts) : m_parts(parts) {
        m_model.setTree(parts.table, parts.tree, parts.examined, nullptr);
    }

    /// Made of simple ones by chance, at most `depth` deep.
    Condition random(synth::Random& random, int depth) {
        if (depth == 0 || random.chance(4)) {
            return m_simple[random.below(m_simple.size())];
        }
        const Condition left = this->random(random, depth - 1);
        if (random.chance(4)) {
            return {(random.chance(2) ? u"!(" : u"not (") + left.text + u")",
                    [left](quint32 node) { return !left.holds(node); }};
        }
        const Condition right = this->random(random, depth - 1);
        const bool both = random.chance(2);
        const std::u16string sign = both ? (random.chance(2) ? u" && " : u" and ") : u" || ";
        return {u"(" + left.text + sign + right.text + u")", [left, right, both](quint32 node) {
                    return both ? left.holds(node) && right.holds(node)
                                : left.holds(node) || right.holds(node);
                }};
    }

    const std::vector<Condition>& simple() const { return m_simple; }

private:
    const Node& at(quint32 node) const { return m_parts.tree->nodes[node]; }
    const table::Entry* entry(quint32 node) const {
        return at(node).kind == NodeKind::entry ? &m_parts.table->entries[at(node).entry] : nullptr;
    }
    Domain standing(quint32 node) const {
        return at(node).kind == NodeKind::call_return ? at(at(node).returns_from).from : at(node).to;
    }
    bool anyDelta(quint32 node, const std::function<bool(const table::StateDelta&)>& test) const {
        const table::Entry* owner = entry(node);
        return owner != nullptr && std::ranges::any_of(owner->deltas, test);
    }
    const table::Call* call(quint32 node) const {
        return at(node).kind == NodeKind::call && at(node).lookup == transition::no_node
                   ? &m_parts.table->entries[at(node).entry].calls[at(node).index]
                   : nullptr;
    }
    QString shown(quint32 node) const {
        const QModelIndex row = m_model.indexOf(node);
        return row.data(KindTextRole).toString() + u' ' + row.data().toString() + u' ' +
               row.siblingAtColumn(TreeModel::Lane).data(Qt::AccessibleTextRole).toString();
    }

    FilterParts m_parts;
    TreeModel m_model;
    const table::Call& m_first = m_parts.table->entries[0].calls[0];
    const std::string m_state = m_parts.table->entries[2].deltas[0].current_state->hex();
    const std::vector<Condition> m_simple{
        {u"kind == call", [this](quint32 n) { return at(n).kind == NodeKind::call; }},
        {u"kind in {entry, return}",
         [this](quint32 n) { return at(n).kind == NodeKind::entry || at(n).kind == NodeKind::call_return; }},
        {u"domain == L1", [this](quint32 n) { return standing(n) == l1_domain; }},
        {u"domain != 2", [this](quint32 n) { return standing(n) != Domain{2}; }},
        {u"domain in {R1 R3}",
         [this](quint32 n) { return standing(n) == Domain{1} || standing(n) == Domain{3}; }},
        {u"entry >= 3 && entry<7",
         [this](quint32 n) {
             return at(n).entry != transition::no_node && at(n).entry >= 3 && at(n).entry < 7;
         }},
        {u"entry in {0, 4..6, 0x9}",
         [this](quint32 n) {
             const quint32 e = at(n).entry;
             return e == 0 || (e >= 4 && e <= 6) || e == 9;
         }},
        {u"depth gt 2", [this](quint32 n) { return at(n).depth > 2; }},
        {u"call == 1", [this](quint32 n) { return at(n).kind == NodeKind::call && at(n).index == 0; }},
        {u"nested", [this](quint32 n) { return at(n).kind == NodeKind::nested; }},
        {u"step <= 20", [](quint32 n) { return n <= 20; }},
        {u"reverted",
         [this](quint32 n) {
             const Node& of = at(n).kind == NodeKind::call_return ? at(at(n).returns_from) : at(n);
             const bool lookup =
                 of.kind == NodeKind::lookup && m_parts.table->entries[of.entry].lookups[of.index].failed;
             return of.outcome == transition::Outcome::failure ||
                    of.outcome == transition::Outcome::rolled_back || lookup;
         }},
        {u"outcome == success && kind != return",
         [this](quint32 n) {
             return at(n).outcome == transition::Outcome::success && at(n).kind != NodeKind::call_return;
         }},
        {u"delta < 0",
         [this](quint32 n) {
             return anyDelta(n, [](const table::StateDelta& d) { return d.ether_delta.is_negative(); });
         }},
        {u"delta > 0.000001 gwei",
         [this](quint32 n) {
             return anyDelta(n, [](const table::StateDelta& d) {
                 return !d.ether_delta.is_negative() && d.ether_delta > U256(1000);
             });
         }},
        {u"rollup == 2",
         [this](quint32 n) {
             return anyDelta(n, [](const table::StateDelta& d) { return d.rollup_id == U256(2); });
         }},
        {u"before == " + std::u16string(m_state.begin(), m_state.end()),
         [this](quint32 n) {
             return anyDelta(
                 n, [this](const table::StateDelta& d) { return d.current_state->hex() == m_state; });
         }},
        {u"target == " + hex(m_first.target.hex()) + u" && kind == call",
         [this](quint32 n) { return call(n) != nullptr && call(n)->target == m_first.target; }},
        {u"data.length > 40 && kind == call",
         [this](quint32 n) { return call(n) != nullptr && call(n)->data.size() > 40; }},
        {u"value > 0 && kind==call",
         [this](quint32 n) { return call(n) != nullptr && !call(n)->value.is_zero(); }},
        {u"\"BACK to\"", [this](quint32 n) { return shown(n).contains(u"back to"_s); }},
        {u"crossing",
         [this](quint32 n) {
             return n != 0 && at(n).kind != NodeKind::call_return && at(n).from != at(n).to;
         }},
        {u"offset < 2000",
         [this](quint32 n) { return m_parts.tree->range(*m_parts.table, n).offset < 2000; }},
    };

    static std::u16string hex(const std::string& text) { return {text.begin(), text.end()}; }
};

struct Refused {
    const char16_t* text;
    Kind kind;
    std::size_t at, length;
    const char16_t* suggestion = u"";
};

} // namespace

class TestFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFieldHasItsWords();
    void whatItMeansIsWhatTheTableSays();
    void refusalsHaveAPlaceAndAReason();
    void everyReasonIsMet();
    void longAndDeepInputIsRefused();
    void stepsLeadForwards();
    void absentValuesNeverCompare();
    void statesAndFindings();
    void bytesAndAddresses();
    void numbersAndAmounts();
    void patterns();
    void textIsSearchedForWithoutCase();
    void aPastedHashIsFoundWhereverItIs();
    void labelsAreAddresses();
    void ancestorsLeadToMatches();
    void theNextMatchComesRound();
    void cancelledIsNoResult();
    void completion_data();
    void completion();
    void completionsAreAccepted();
    void filtersOfValues();
};

void TestFilter::everyFieldHasItsWords() {
    std::set<std::u16string_view> names;
    for (const FilterFieldInfo& field : filterFields()) {
        QVERIFY(names.insert(field.name).second);
        QCOMPARE(filterFieldNamed(field.name), &field);
        QVERIFY(!filterFieldHelp(field.field).isEmpty());
        QCOMPARE(field.words.empty(), field.type != FilterType::Word);
        QVERIFY(parseFilter(field.name)); // by itself: the row has such a value
    }
    QVERIFY(filterFieldNamed(u"domian") == nullptr);
}

void TestFilter::whatItMeansIsWhatTheTableSays() {
    const FilterParts parts = madeCase();
    const NodeFacts facts(parts);
    QVERIFY(facts.size() > 100);
    Conditions conditions(parts);
    const auto check = [&](const Condition& one) {
        const std::set<quint32> found = matchesOf(facts, one.text);
        for (quint32 node = 0; node < facts.size(); ++node) {
            if (found.contains(node) != one.holds(node)) {
                qWarning() << QString::fromStdU16String(one.text) << "node" << node;
                return false;
            }
        }
        return true;
    };
    int some = 0;
    for (const Condition& one : conditions.simple()) {
        QVERIFY(check(one));
        const std::size_t count = matchesOf(facts, one.text).size();
        some += count > 0 && count < facts.size() ? 1 : 0;
    }
    QVERIFY2(some >= 20, qPrintable(QString::number(some))); // the table has what is asked for
    synth::Random random(7);
    for (int i = 0; i < 300; ++i) {
        const Condition one = conditions.random(random, 5);
        QVERIFY(check(one));
    }
}

const std::vector<Refused> refused{
    {u"domian == 2", Kind::UnknownField, 0, 6, u"domain"},
    {u"frobnicate == 2", Kind::UnknownField, 0, 10},
    {u"domain == ", Kind::NoValue, 10, 0},
    {u"domain ==", Kind::NoValue, 9, 0},
    {u"domain = 2", Kind::HalfSign, 7, 1, u"=="},
    {u"a & b", Kind::HalfSign, 2, 1, u"&&"},
    {u"a ; b", Kind::BadCharacter, 2, 1},
    {u"domain == 2 &&", Kind::NoTest, 14, 0},
    {u"&& domain == 2", Kind::NoTest, 0, 2},
    {u"()", Kind::NoTest, 1, 1},
    {u"!", Kind::NoTest, 1, 0},
    {u"domain == 2 state", Kind::NoConnective, 12, 5},
    {u"(domain == 2", Kind::OpenParenthesis, 0, 1},
    {u"domain == 2)", Kind::StrayClose, 11, 1},
    {u"\"abc", Kind::OpenString, 0, 4},
    {u"2 == domain", Kind::NoField, 0, 1},
    {u"kind < call", Kind::BadOperator, 5, 1},
    {u"domain contains 2", Kind::BadOperator, 7, 8},
    {u"entry == x", Kind::NotNumber, 9, 1},
    {u"entry == 1.5", Kind::NotWhole, 9, 3},
    {u"entry == 1eth", Kind::NotNumber, 9, 4},
    {u"value > 1", Kind::NoUnit, 8, 1},
    {u"value > 1 finney", Kind::BadUnit, 10, 6},
    {u"value > 1.5 wei", Kind::TooFine, 8, 3},
    {u"value < 999999999999999999999999999999999999999999999999999999999999999 eth", Kind::TooLarge, 8, 63},
    {u"domain == bridge", Kind::NotDomain, 10, 6},
    {u"state == pased", Kind::NotWord, 9, 5, u"passed"},
    {u"state == zzzzzz", Kind::NotWord, 9, 6},
    {u"reverted == yes", Kind::NotFlag, 12, 3},
    {u"selector == transfer", Kind::NotHex, 12, 8},
    {u"data contains 0x123", Kind::HalfByte, 14, 5},
    {u"selector == 0x1234", Kind::OtherLength, 12, 6},
    {u"target == 0x1234", Kind::OtherLength, 10, 6},
    {u"target == 7", Kind::NotAddress, 10, 1},
    {u"before contains 0x12…34", Kind::Shortened, 16, 7},
    {u"entry in 3", Kind::NoSet, 9, 1},
    {u"entry in {3", Kind::OpenSet, 11, 0},
    {u"entry in {9..3}", Kind::BackToFront, 10, 1},
    {u"entry == 3..9", Kind::NoRange, 10, 2},
};

void TestFilter::refusalsHaveAPlaceAndAReason() {
    for (const Refused& one : refused) {
        const QString text = QString::fromUtf16(one.text);
        const auto program = parseFilter(one.text);
        QVERIFY2(!program, qPrintable(text));
        const FilterProblem& problem = program.error();
        const QString said = filterProblemText(problem);
        QVERIFY2(problem.kind == one.kind, qPrintable(text + u": "_s + said));
        QVERIFY2(problem.at == one.at && problem.length == one.length,
                 qPrintable(u"%1: %2+%3"_s.arg(text).arg(problem.at).arg(problem.length)));
        QCOMPARE(QString::fromStdU16String(problem.suggestion), QString::fromUtf16(one.suggestion));
        QVERIFY2(said.endsWith(u'.') || said.endsWith(u'?'), qPrintable(text + u": "_s + said));
        QVERIFY2(!said.contains(u'%'), qPrintable(said));
    }
    QCOMPARE(filterProblemPlaced(parseFilter(u"domian == 2").error(), 11),
             u"Character 1: No field is called “domian”: is “domain” meant?"_s);
    QVERIFY(filterProblemPlaced(parseFilter(u"domain ==").error(), 9).startsWith(u"At the end: "_s));
}

void TestFilter::everyReasonIsMet() {
    std::set<Kind> met{Kind::TooLong, Kind::TooManyTests, Kind::TooManyValues, Kind::TooDeep}; // below
    for (const Refused& one : refused) {
        met.insert(one.kind);
    }
    QCOMPARE(met.size(), static_cast<std::size_t>(Kind::NoRange) + 1);
}

void TestFilter::longAndDeepInputIsRefused() {
    const auto kindOf = [](const std::u16string& text) { return parseFilter(text).error().kind; };
    QCOMPARE(kindOf(std::u16string(max_filter_length + 1, u'a')), Kind::TooLong);
    QVERIFY(parseFilter(std::u16string(max_filter_length, u'a')));
    QCOMPARE(kindOf(std::u16string(max_filter_length, u'(')), Kind::TooDeep);
    QCOMPARE(kindOf(std::u16string(max_filter_length, u'!')), Kind::TooDeep);
    const std::u16string deepest =
        std::u16string(max_filter_depth, u'(') + u"a" + std::u16string(max_filter_depth, u')');
    QVERIFY(parseFilter(deepest));
    QCOMPARE(kindOf(u"(" + deepest + u")"), Kind::TooDeep);
    std::u16string many = u"a";
    for (std::size_t i = 1; i < max_filter_tests; ++i) {
        many += u"||a";
    }
    QVERIFY(parseFilter(many));
    QCOMPARE(kindOf(many + u"||a"), Kind::TooManyTests);
    std::u16string set = u"entry in {1";
    for (std::size_t i = 1; i < max_filter_values; ++i) {
        set += u",1";
    }
    QVERIFY(parseFilter(set + u"}"));
    QCOMPARE(kindOf(set + u",1}"), Kind::TooManyValues);
    QVERIFY(parseFilter(u"").value().steps.empty());
    QVERIFY(parseFilter(u"  \t ").value().steps.empty());
}

void TestFilter::stepsLeadForwards() {
    const FilterProgram program = parseFilter(u"!(a || b && c) && (d || !e) || f").value();
    for (std::size_t i = 0; i < program.steps.size(); ++i) {
        const FilterStep& step = program.steps[i];
        if (step.kind == FilterStep::Kind::Test) {
            QVERIFY(step.to < program.tests.size());
        } else if (step.kind != FilterStep::Kind::Invert) {
            QVERIFY(step.to > i && step.to <= program.steps.size());
        }
    }
}

void TestFilter::absentValuesNeverCompare() {
    const NodeFacts facts(madeCase());
    // The bundle belongs to no entry: neither equal nor different, and not any number.
    for (const std::u16string_view text : {u"entry == 0", u"entry != 0", u"entry < 1000000", u"entry"}) {
        QVERIFY(!matchesOf(facts, text).contains(0));
    }
    QVERIFY(matchesOf(facts, u"!(entry == 0)").contains(0));
    QVERIFY(matchesOf(facts, u"!entry == 0").contains(0)); // of the whole test behind it
    // Returns carry no state of their own.
    for (const quint32 node : matchesOf(facts, u"state != passed")) {
        QVERIFY(facts.tree().nodes[node].kind != NodeKind::call_return);
    }
}

void TestFilter::statesAndFindings() {
    const LoadedCase sample = loadSample(u"tampered"_s);
    const NodeFacts facts(partsOf(sample, true));
    TreeModel rows;
    verify::Report report = *sample.conclusion.report;
    report.rungs[static_cast<std::size_t>(verify::RungId::proof)].state = verify::RungState::passed;
    rows.setTree(sample.loaded.table, sample.conclusion.tree, sample.examined, &report);
    std::set<quint32> failed, passed;
    for (quint32 node = 0; node < facts.size(); ++node) {
        const auto meaning = rows.indexOf(node, TreeModel::Check).data(MeaningRole).value<Meaning>();
        (meaning == Meaning::Failed ? failed : passed).insert(node);
        if (meaning != Meaning::Failed && meaning != Meaning::Passed) {
            passed.erase(node);
        }
    }
    QVERIFY(!failed.empty() && !passed.empty());
    QCOMPARE(matchesOf(facts, u"state == failed"), failed);
    QCOMPARE(matchesOf(facts, u"state == passed"), passed);
    QCOMPARE(matchesOf(facts, u"check == \"stale state before\""), failed);
    QVERIFY(std::ranges::includes(matchesOf(facts, u"problem"), failed));
    FilterParts parts = madeCase();
    parts.accepted = false;
    const NodeFacts made(parts);
    TreeModel made_rows;
    made_rows.setTree(parts.table, parts.tree, parts.examined, nullptr);
    int met = 0;
    for (const auto& [meaning, word] :
         {std::pair{Meaning::Passed, u"passed"}, std::pair{Meaning::Failed, u"failed"},
          std::pair{Meaning::NotChecked, u"not_checked"}, std::pair{Meaning::CannotCheck, u"cannot_check"},
          std::pair{Meaning::Warning, u"warning"}}) {
        std::set<quint32> shown;
        for (quint32 node = 0; node < made.size(); ++node) {
            if (made_rows.indexOf(node, TreeModel::Check).data(MeaningRole).value<Meaning>() == meaning) {
                shown.insert(node);
            }
        }
        QCOMPARE(matchesOf(made, u"state == " + std::u16string(word)), shown);
        met += shown.empty() ? 0 : 1;
    }
    QVERIFY(met >= 2); // a span cannot be checked, and nothing passes without a posting
    QVERIFY(matchesOf(made, u"severity >= error").empty());
}

void TestFilter::bytesAndAddresses() {
    const FilterParts parts = madeCase();
    const NodeFacts facts(parts);
    const auto wide = [](const std::string& text) { return std::u16string(text.begin(), text.end()); };
    const std::u16string state = wide(parts.table->entries[3].deltas[0].new_state.hex());
    const std::set<quint32> whole = matchesOf(facts, u"after == " + state);
    QVERIFY(!whole.empty());
    const std::u16string upper =
        u"0x" + wide(QString::fromStdU16String(state.substr(2)).toUpper().toStdString());
    QCOMPARE(matchesOf(facts, u"after == " + upper), whole);
    QCOMPARE(matchesOf(facts, u"after == " + state.substr(0, 6) + u"…" + state.substr(62)), whole);
    QCOMPARE(matchesOf(facts, u"after == " + state.substr(0, 7) + u"..." + state.substr(61)), whole);
    QCOMPARE(matchesOf(facts, u"after contains 0x" + state.substr(20, 16)), whole);
    QCOMPARE(matchesOf(facts, u"after in {" + state + u"}"), whole);
    std::set<quint32> others = matchesOf(facts, u"after != " + state);
    QVERIFY(!others.empty());
    for (const quint32 node : whole) {
        QVERIFY(!others.contains(node));
    }
    const std::u16string target = wide(parts.table->entries[0].calls[0].target.hex());
    QVERIFY(!matchesOf(facts, u"address == " + target).empty());
    QVERIFY(std::ranges::includes(matchesOf(facts, u"address == " + target),
                                  matchesOf(facts, u"target == " + target)));
}

void TestFilter::numbersAndAmounts() {
    const auto valueOf = [](std::u16string_view text) {
        return parseFilter(u"delta == " + std::u16string(text)).value().tests[0].values[0].from;
    };
    const FilterNumber half{U256(500000000000000000), false};
    QCOMPARE(valueOf(u"0.5 eth"), half);
    QCOMPARE(valueOf(u"0.50eth"), half);
    QCOMPARE(valueOf(u"0.5 ETHER"), half);
    QCOMPARE(valueOf(u"500000000 gwei"), half);
    QCOMPARE(valueOf(u"500000000000000000wei"), half);
    QCOMPARE(valueOf(u"-0.5 eth"), (FilterNumber{half.magnitude, true}));
    QCOMPARE(valueOf(u"0"), FilterNumber{});
    QCOMPARE(valueOf(u"-0 eth"), FilterNumber{}); // there is no negative zero
    QVERIFY(valueOf(u"-2 wei") < valueOf(u"-1 wei"));
    QVERIFY(valueOf(u"-1 wei") < valueOf(u"0"));
    QVERIFY(valueOf(u"0") < valueOf(u"1 wei"));
    const auto range = parseFilter(u"delta in {-1 eth..1 eth}").value().tests[0].values[0];
    QVERIFY(range.from < range.to);
    QCOMPARE(parseFilter(u"entry == 0x0010").value().tests[0].values[0].from,
             (FilterNumber{U256(16), false}));
}

void TestFilter::patterns() {
    const auto fits = [](std::string_view text, std::string_view pattern) {
        return matchesPattern(text, pattern);
    };
    QVERIFY(fits("transfer(address)", "transfer*"));
    QVERIFY(fits("transfer", "*"));
    QVERIFY(fits("", "*"));
    QVERIFY(fits("", ""));
    QVERIFY(!fits("", "?"));
    QVERIFY(fits("abcbcd", "a*bcd"));
    QVERIFY(!fits("abcbc", "a*bcd"));
    QVERIFY(fits("abc", "?b?"));
    QVERIFY(!fits("abc", "?b"));
    QVERIFY(fits("a…c", "a?c")); // one character of three bytes
    QVERIFY(!fits("a…", "a??"));
    QVERIFY(!fits("a…", "a*??"));
    const std::string text(2000, 'a'); // in time with the product of the lengths, not with its power
    QVERIFY(!fits(text, std::string("*a*a*a*a*a*a*a*a*a*a*b")));
}

void TestFilter::textIsSearchedForWithoutCase() {
    const NodeFacts facts(madeCase());
    const std::set<quint32> entries = matchesOf(facts, u"kind == entry");
    QVERIFY(parseFilter(u"EnTrY").value().tests[0].field == FilterField::text); // fields are lower case
    QVERIFY(std::ranges::includes(matchesOf(facts, u"EnTrY"), entries));
    QCOMPARE(matchesOf(facts, u"\"entry 3\" Passed"), matchesOf(facts, u"\"entry 3\" && \"passed\""));
    QCOMPARE(matchesOf(facts, u"text contains \"entry 3\""), matchesOf(facts, u"'entry 3'"));
}

void TestFilter::aPastedHashIsFoundWhereverItIs() {
    const FilterParts parts = madeCase();
    const NodeFacts facts(parts);
    const auto wide = [](const std::string& text) { return std::u16string(text.begin(), text.end()); };
    const table::Entry& entry = parts.table->entries[3];
    for (const std::string& hash :
         {entry.rolling_hash.hex(), entry.deltas[0].new_state.hex(), entry.calls[0].source.hex()}) {
        const std::set<quint32> found = matchesOf(facts, wide(hash));
        QVERIFY2(!found.empty(), hash.c_str());
        QVERIFY(std::ranges::includes(matchesOf(facts, wide(hash.substr(0, 9))), found)); // while it is typed
    }
}

void TestFilter::labelsAreAddresses() {
    FilterParts parts = madeCase();
    auto names = std::make_shared<Names>();
    const Address target = parts.table->entries[0].calls[0].target;
    names->labels.emplace(target, "The Bridge");
    parts.names = names;
    const NodeFacts facts(parts);
    const std::string hex = target.hex();
    const std::set<quint32> found = matchesOf(facts, u"target == " + std::u16string(hex.begin(), hex.end()));
    QVERIFY(!found.empty());
    QCOMPARE(matchesOf(facts, u"target == \"the bridge\""), found);
    QCOMPARE(matchesOf(facts, u"target contains bridge"), found);
    QVERIFY(matchesOf(facts, u"target == bridge").empty());
    QCOMPARE(facts.vocabulary({}).addresses.first().label, u"The Bridge"_s);
}

void TestFilter::ancestorsLeadToMatches() {
    const FilterParts parts = madeCase();
    const NodeFacts facts(parts);
    const NodeMatches matches = runFilter(parseFilter(u"nested == 1").value(), facts).value();
    quint32 count = 0, shown = 0;
    std::vector<bool> leads(facts.size());
    for (quint32 node = 0; node < facts.size(); ++node) {
        count += matches.matches(node) ? 1U : 0U;
        for (quint32 at = node; matches.matches(node) && at != transition::no_node;
             at = parts.tree->nodes[at].parent) {
            leads[at] = true;
        }
    }
    QVERIFY(count > 0);
    for (quint32 node = 0; node < facts.size(); ++node) {
        QCOMPARE(matches.leads(node), leads[node]);
        shown += leads[node] ? 1U : 0U;
    }
    QCOMPARE(matches.count(), count);
    QCOMPARE(matches.shown(), shown);
    QCOMPARE(matches.size(), facts.size());
    QVERIFY(!matches.matches(facts.size()) && !matches.leads(~0U));
}

void TestFilter::theNextMatchComesRound() {
    const NodeFacts facts(madeCase(60));
    for (const std::u16string_view text :
         {u"nested == 1", u"step == 0", u"step in {63, 64, 200}", u"step >= 0"}) {
        const NodeMatches matches = runFilter(parseFilter(text).value(), facts).value();
        const std::set<quint32> all = matchesOf(facts, text);
        for (quint32 node = 0; node < facts.size(); ++node) {
            const auto after = all.upper_bound(node);
            QCOMPARE(matches.next(node, 1), std::optional(after == all.end() ? *all.begin() : *after));
            const auto before = all.lower_bound(node);
            QCOMPARE(matches.next(node, -1),
                     std::optional(before == all.begin() ? *all.rbegin() : *std::prev(before)));
        }
        QCOMPARE(matches.next(transition::no_node, 1), std::optional(*all.begin()));
        QCOMPARE(matches.next(transition::no_node, -1), std::optional(*all.rbegin()));
    }
    QVERIFY(!runFilter(parseFilter(u"step > 999999").value(), facts).value().next(0, 1));
    QVERIFY(!NodeMatches().next(0, 1));
}

void TestFilter::cancelledIsNoResult() {
    const NodeFacts facts(madeCase());
    const Cancellation cancelled;
    cancelled.cancel();
    QVERIFY(!runFilter(parseFilter(u"abc").value(), facts, cancelled));
    QVERIFY(!runFilter(parseFilter(u"step == 1").value(), facts, cancelled));
    quint64 last = 0, total = 0;
    const auto progress = [&](quint64 done, quint64 all) {
        QVERIFY(done >= last && done <= all);
        last = done;
        total = all;
    };
    QVERIFY(runFilter(parseFilter(u"abc").value(), facts, {}, progress)); // goes on where it was left
    QCOMPARE(total, quint64{facts.size()} * 2);
}

void TestFilter::completion_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("first"); // of what is offered
    QTest::addColumn<int>("at");
    QTest::newRow("empty") << u""_s << QStringList{u"text"_s, u"domain"_s, u"from"_s} << 0;
    QTest::newRow("begun") << u"do"_s << QStringList{u"domain"_s} << 0;
    QTest::newRow("inside") << u"length"_s << QStringList{u"data.length"_s, u"returned.length"_s} << 0;
    QTest::newRow("operators") << u"kind "_s << QStringList{u"=="_s, u"!="_s, u"in"_s, u"&&"_s, u"||"_s} << 5;
    QTest::newRow("half an operator") << u"kind ="_s << QStringList{u"=="_s} << 5;
    QTest::newRow("ordered") << u"severity >"_s << QStringList{u">"_s, u">="_s} << 9;
    QTest::newRow("domains") << u"domain == "_s << QStringList{u"L1"_s, u"R1"_s, u"R2"_s, u"R3"_s} << 10;
    QTest::newRow("without a space") << u"domain =="_s << QStringList{u"L1"_s, u"R1"_s} << 9;
    QTest::newRow("words") << u"state == not"_s << QStringList{u"not_checked"_s} << 9;
    QTest::newRow("set") << u"state in "_s << QStringList{u"{"_s} << 9;
    QTest::newRow("in a set") << u"state in {passed, f"_s << QStringList{u"failed"_s} << 18;
    QTest::newRow("connectives") << u"state == passed "_s << QStringList{u"&&"_s, u"||"_s} << 16;
    QTest::newRow("after a connective") << u"state == passed && sev"_s << QStringList{u"severity"_s} << 19;
    QTest::newRow("in parentheses") << u"!(sev"_s << QStringList{u"severity"_s} << 2;
    QTest::newRow("units") << u"value > 5"_s << QStringList{u"5 eth"_s, u"5 gwei"_s, u"5 wei"_s} << 8;
    QTest::newRow("text of one's own") << u"\"abc"_s << QStringList() << 0;
    QTest::newRow("broken before") << u"domian == x && s"_s << QStringList() << 15;
}

void TestFilter::completion() {
    QFETCH(const QString, text);
    QFETCH(const QStringList, first);
    QFETCH(const int, at);
    const FilterVocabulary vocabulary = NodeFacts(madeCase()).vocabulary({});
    const FilterCompletions found = completeFilter(text, text.size(), vocabulary);
    QStringList texts;
    for (const FilterCompletion& each : found.items) {
        texts += each.text;
    }
    QCOMPARE(texts.first(std::min(texts.size(), first.size())), first);
    QCOMPARE(texts.isEmpty(), first.isEmpty());
    QCOMPARE(found.at, at);
    QCOMPARE(found.at + found.length, text.size());
}

/// Whatever is offered leads on: put in, it leaves no filter that is wrong before the end.
void TestFilter::completionsAreAccepted() {
    const FilterVocabulary vocabulary = NodeFacts(madeCase()).vocabulary({});
    QVERIFY(!vocabulary.functions.isEmpty() && !vocabulary.addresses.isEmpty());
    QStringList open{QString()};
    int tried = 0;
    for (int round = 0; round < 3; ++round) {
        QStringList next;
        for (const QString& text : open) {
            for (const FilterCompletion& each : completeFilter(text, text.size(), vocabulary).items) {
                const QString made = text + each.text + u' ';
                const auto program = parseFilter(made.toStdU16String());
                ++tried;
                QVERIFY2(program || program.error().at >= static_cast<std::size_t>(made.trimmed().size()) ||
                             program.error().kind == Kind::NoTest || made.contains(u'{'),
                         qPrintable(made));
                if (next.size() < 200) {
                    next += made;
                }
            }
        }
        open = next;
    }
    QVERIFY(tried > 200);
}

void TestFilter::filtersOfValues() {
    QCOMPARE(filterOfDomain(Domain{2}).text(), u"domain == R2"_s);
    QCOMPARE(filterOfDomain(l1_domain).negated(), u"domain != L1"_s);
    QCOMPARE(filterOfText(FilterField::function, u"deepCall(uint256)"_s).text(),
             u"function == \"deepCall(uint256)\""_s);
    QCOMPARE(filterOfText(FilterField::label, u"say \"\\\""_s).text(), u"label == \"say \\\"\\\\\\\"\""_s);
    const QString word = u"0x"_s + QString(64, u'a');
    QCOMPARE(filterOfPath(u"entries[2].stateDeltas[0].currentState"_s, word).text(), u"before == "_s + word);
    QCOMPARE(filterOfPath(u"entries[2].stateDeltas[0].etherDelta"_s, u"-5"_s).text(), u"delta == -5 wei"_s);
    QCOMPARE(filterOfPath(u"entries[2].stateDeltas[0].rollupId"_s, u"2"_s).text(), u"rollup == 2"_s);
    QCOMPARE(filterOfPath(u"proofs[0]"_s, word).text(), word);
    QCOMPARE(filterOfPath(u"proofs[0]"_s, word).negated(), u'!' + word);
    QVERIFY(filterOfPath(u"blockNumber"_s, u"7"_s).isEmpty());
    QVERIFY(filterOfPath(u"flag"_s, u"0x01"_s).isEmpty()); // in every other word
    for (const ValueFilter& each :
         {filterOfDomain(Domain{}), filterOfDomain(system_domain),
          filterOfText(FilterField::check, u"Stale “state”"_s), filterOfPath(u"a.data"_s, u"0x"_s)}) {
        QVERIFY2(parseFilter(each.text().toStdU16String()), qPrintable(each.text()));
        QVERIFY2(parseFilter(each.negated().toStdU16String()), qPrintable(each.negated()));
    }
    QCOMPARE(filterBoth({}, u"domain == L1"_s), u"domain == L1"_s);
    QCOMPARE(filterBoth(u"domain =="_s, u"domain == L1"_s), u"domain == L1"_s); // what is broken is not kept
    QCOMPARE(filterBoth(u"kind == call"_s, u"domain == L1"_s), u"kind == call && domain == L1"_s);
    QCOMPARE(filterBoth(u"a || b"_s, u"domain == L1"_s), u"(a || b) && domain == L1"_s);
}

QTEST_GUILESS_MAIN(TestFilter)
#include "test_filter.moc"

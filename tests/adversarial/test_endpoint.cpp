// An endpoint stands between the program and the chain and lies, in ways that each have a name. Whatever it
// says: nothing is verified beyond what was proven, the run ends, memory stays bounded, and the lie is named.
#include "tests/adversarial/hostile_run.h"
#include "tests/adversarial/lies.h"
#include <QTest>
#include <set>

using namespace anchorscope;
using namespace anchorscope::adversarial;

class EndpointTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void the_truth_is_verified();
    void every_lie_has_its_own_name();
    void lie_data();
    void lie();
    void cleanupTestCase();

private:
    /// Starts the next runs, a few at once.
    void go_on();
    HostileRun& run_of(const HostileCase& told);
    static void judge(const HostileRun& run);
    static void on_a_chain_of_its_own(HostileCase told);

    static constexpr int at_once = 6; ///< more than there are processors: many of them only wait

    std::unique_ptr<Truth> m_truth;
    Cases m_cases;
    std::map<std::string, std::unique_ptr<HostileRun>> m_runs;
    std::vector<std::size_t> m_order; // of the runs that share a chain: those that take longest first
    std::size_t m_next = 0;
    int m_going = 0;
};

namespace {

/// The finding that names the lie, as "rule: text"; empty where there is none.
QByteArray finding_of(const devnet::CliRun& run, const HostileCase& told) {
    const Json report = run.json();
    if (!report.is_object() || !report.contains("findings")) {
        return {};
    }
    for (const Json& finding : report.at("findings")) {
        const auto rule = finding.at("rule").get<std::string>();
        const auto text = finding.at("text").get<std::string>();
        if (rule == told.rule && text.find(told.words) != std::string::npos) {
            return QByteArray::fromStdString(rule) + ": " + QByteArray::fromStdString(text);
        }
    }
    return {};
}

/// Of what stands on a rung, where no finding can name it: a rule of its own.
bool rung_says(const devnet::CliRun& run, const std::string& rule) {
    const Json report = run.json();
    return report.is_object() && std::ranges::any_of(report.at("rungs"), [&rule](const Json& rung) {
               return rung.at("rule").is_string() && rung.at("rule").get<std::string>() == rule;
           });
}

} // namespace

void EndpointTest::initTestCase() {
    if (devnet::Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_truth = std::make_unique<Truth>();
    for (const auto list :
         {lies_of_receipts, lies_of_blocks, lies_of_the_chain, lies_in_json, lies_on_the_wire}) {
        for (HostileCase& each : list(*m_truth)) {
            m_cases.push_back(std::move(each));
        }
    }
}

/// What the lies have cost, for those who read along.
void EndpointTest::cleanupTestCase() {
    const HostileRun *longest = nullptr, *largest = nullptr;
    for (const auto& [name, run] : m_runs) {
        longest = longest == nullptr || run->milliseconds() > longest->milliseconds() ? run.get() : longest;
        largest = largest == nullptr || run->kilobytes() > largest->kilobytes() ? run.get() : largest;
    }
    if (longest != nullptr) {
        qInfo("%zu lies; the longest run %lld ms (%s), the most memory %lld kB (%s)", m_runs.size(),
              longest->milliseconds(), longest->told().name.c_str(), largest->kilobytes(),
              largest->told().name.c_str());
    }
    m_runs.clear();
}

/// The liar's place taken by one who tells the truth: what fails below fails because of the lie.
void EndpointTest::the_truth_is_verified() {
    const HostileCase honest{.name = "the truth", .exits = {0}, .rule = ""};
    HostileRun run(honest, *m_truth);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(run.finished(), 60'000);
    QVERIFY2(run.outcome().code == 0, run.outcome().told());
    QCOMPARE(run.outcome().rung("block"), "passed");
    QVERIFY2(run.outcome().json().at("findings").size() <= 1, run.outcome().told()); // contract.unknown
    for (const Claim claim : {Claim::other_digest, Claim::other_contract, Claim::reverted, Claim::invented}) {
        const HostileCase false_claim{.name = "a false claim", .exits = {1, 4}, .rule = "", .claim = claim};
        HostileRun refused(false_claim, *m_truth);
        refused.start();
        QTRY_VERIFY_WITH_TIMEOUT(refused.finished(), 60'000);
        QVERIFY2(refused.outcome().code == 1 || refused.outcome().code == 4, refused.outcome().told());
    }
}

void EndpointTest::every_lie_has_its_own_name() {
    std::set<std::string> names;
    for (const HostileCase& each : m_cases) {
        QVERIFY2(names.insert(each.name).second, each.name.c_str());
        QVERIFY(!each.exits.empty());
    }
    QVERIFY(names.size() >= 40);
}

void EndpointTest::go_on() {
    for (; m_going < at_once && m_next < m_order.size(); ++m_next) {
        const HostileCase& told = m_cases[m_order[m_next]];
        auto run = std::make_unique<HostileRun>(told, *m_truth);
        connect(run.get(), &HostileRun::done, this, [this] {
            --m_going;
            go_on();
        });
        ++m_going;
        run->start();
        m_runs.emplace(told.name, std::move(run));
    }
}

HostileRun& EndpointTest::run_of(const HostileCase& told) {
    if (m_order.empty()) { // the first row that is asked for goes before all others
        for (std::size_t i = 0; i < m_cases.size(); ++i) {
            if (!m_cases[i].own_chain) {
                m_order.push_back(i);
            }
        }
        std::ranges::stable_sort(m_order, [&](std::size_t a, std::size_t b) {
            const HostileCase &first = m_cases[a], &second = m_cases[b];
            return &first == &told || (&second != &told && first.seconds > second.seconds);
        });
        go_on();
    }
    while (!m_runs.contains(told.name)) {
        QTest::qWait(10);
    }
    return *m_runs.at(told.name);
}

/// What holds for every lie.
void EndpointTest::judge(const HostileRun& run) {
    const HostileCase& told = run.told();
    const devnet::CliRun& outcome = run.outcome();
    const QByteArray said = outcome.told() + "\n  lies told: " + QByteArray::number(run.lies()) + ", " +
                            QByteArray::number(run.milliseconds()) + " ms, " +
                            QByteArray::number(run.kilobytes()) + " kB";
    QVERIFY2(run.lies() > 0, said);
    QVERIFY2(std::ranges::find(told.exits, outcome.code) != told.exits.end(), said);
    QVERIFY2(outcome.json().is_object(), said);
    QVERIFY2(!outcome.out.contains('\x1b') && !outcome.err.contains('\x1b'), said);
    // Named: by a finding, or where there is nothing to find, by the rung that has not passed.
    const bool named = told.rule.empty() || !finding_of(outcome, told).isEmpty() ||
                       (outcome.code != 0 && rung_says(outcome, told.rule));
    QVERIFY2(named, ("expected a finding " + QByteArray::fromStdString(told.rule + " (" + told.words + ")") +
                     "\n" + said));
    if (!told.rung.empty()) {
        const QByteArray expected = QByteArray::fromStdString(told.rung);
        const qsizetype space = expected.indexOf(' ');
        QVERIFY2(outcome.rung(expected.left(space).constData()).startsWith(expected.mid(space + 1)), said);
    }
    if (told.claim != Claim::anchored) {
        QVERIFY2(outcome.code != 0, said);
    }
    QVERIFY2(run.milliseconds() < qint64{told.seconds} * 1000, said);
    QVERIFY2(run.kilobytes() > 0 && run.kilobytes() < qint64{told.megabytes} * 1024, said);
}

/// The node itself changes, so that its answers contradict each other: nobody lies.
void EndpointTest::on_a_chain_of_its_own(HostileCase told) {
    const Truth truth;
    devnet::Devnet& chain = truth.world().chain;
    const std::uint64_t depth = chain.head() - truth.anchored().at.block + 1;
    told.lie = [&, before = told.reorganise_before,
                done = false](const std::string& asked, const Json& parameters, Json& result) mutable {
        if (asked != before || done) {
            return;
        }
        done = true;
        chain.rpc("anvil_reorg", Json::array({depth, Json::array()}));
        result = chain.rpc(asked, parameters);
    };
    HostileRun run(told, truth);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(run.finished(), 60'000);
    judge(run);
}

void EndpointTest::lie_data() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        QTest::newRow(m_cases[i].name.c_str()) << static_cast<int>(i);
    }
}

void EndpointTest::lie() {
    QFETCH(const int, index);
    const HostileCase& told = m_cases[static_cast<std::size_t>(index)];
    if (told.own_chain) {
        on_a_chain_of_its_own(told);
        return;
    }
    HostileRun& run = run_of(told);
    QTRY_VERIFY_WITH_TIMEOUT(run.finished(), 300'000); // the runs before it
    judge(run);
}

QTEST_GUILESS_MAIN(EndpointTest)
#include "test_endpoint.moc"

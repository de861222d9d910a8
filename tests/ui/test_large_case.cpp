// A case of 100 000 rows in the whole window: a choice reaches all panes, keys typed into the filter come
// back at once, stepping keeps what is unfolded. Times are printed, never asserted: they depend on the
// machine. What is asserted is what they rest on: the panes agree, and no row is judged on this thread.
#include "core/synth/synth.h"
#include "ui/views/filter_field.h"
#include "window_fixture.h"
#include <QElapsedTimer>
#include <QTimer>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using model::TreeModel;

namespace {

/// Milliseconds of each of several like things.
class Times {
public:
    template<class Do>
    void take(Do act) {
        QElapsedTimer since;
        since.start();
        act();
        m_ms.push_back(static_cast<double>(since.nsecsElapsed()) / 1e6);
    }
    void print(const char* what) {
        std::ranges::sort(m_ms);
        const auto at = [this](double share) {
            return m_ms[static_cast<std::size_t>(std::floor(share * static_cast<double>(m_ms.size() - 1)))];
        };
        qInfo("%s: median %.2f ms, 95 of 100 below %.2f ms, longest %.2f ms (%zu times)", what, at(0.5),
              at(0.95), at(1), m_ms.size());
    }

private:
    std::vector<double> m_ms;
};

/// How long the event loop was away at most.
class Heartbeat {
public:
    Heartbeat() {
        m_timer.setInterval(0);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            m_longest = std::max(m_longest, m_since.nsecsElapsed());
            m_since.restart();
        });
        m_since.start();
        m_timer.start();
    }
    [[nodiscard]] double longest() const { return static_cast<double>(m_longest) / 1e6; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
};

} // namespace

class TestLargeCase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        test::startUi();
        synth::Options options;
        options.entries = 12500;
        const Bytes calldata = synth::make_calldata(options).value();
        QFile file(m_folder.filePath(u"large.bin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(
            file.write(reinterpret_cast<const char*>(calldata.data()), static_cast<qint64>(calldata.size())),
            static_cast<qint64>(calldata.size()));
        file.close();
        m_window = std::make_unique<test::WindowFixture>();
        m_window->window.open(file.fileName());
        QVERIFY(QTest::qWaitFor([this] { return m_window->session.phase() == model::Session::Phase::done; },
                                300000));
        QTest::qWait(50);
        m_count = static_cast<quint32>(m_window->session.parts().tree->nodes.size());
        qInfo("%u rows", m_count);
        QVERIFY(m_count >= 100000);
        m_filter = m_window->find<ui::CaseView>()->filter();
        m_tree = m_window->find<ui::TreeView>();
        m_rows = qobject_cast<TreeModel*>(m_tree->model());
    }
    void cleanupTestCase() { m_window.reset(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void aChoiceReachesAllPanes() {
        const model::Parts& parts = m_window->session.parts();
        auto* details = m_window->list(u"Fields of the chosen transition"_s);
        Times times;
        for (quint32 i = 1; i <= 200; ++i) {
            const quint32 node = static_cast<quint32>((quint64{i} * 2654435761U) % m_count);
            times.take([&] {
                m_window->selection()->chooseNode(node);
                QCoreApplication::sendPostedEvents();
                QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents);
            });
            QCOMPARE(m_rows->node(m_tree->currentIndex()), node);
            QVERIFY(m_tree->viewport()->rect().intersects(m_tree->visualRect(m_tree->currentIndex())));
            QCOMPARE(m_window->selection()->choice().range,
                     std::optional(parts.tree->range(*parts.table, node)));
            QVERIFY(details->model()->rowCount() > 0);
        }
        times.print("a choice, all panes painted");
    }

    void keysAreNeverKeptWaiting() {
        auto* field = m_window->find<ui::FilterField>();
        field->setFocus();
        const Heartbeat heartbeat;
        Times keys;
        for (const QChar each : u"kind == call && depth >= 2"_s) {
            keys.take([&] {
                QWidget* to = QApplication::activePopupWidget();
                QTest::keyClick(to != nullptr ? to : static_cast<QWidget*>(field), each.toLatin1());
            });
            QCoreApplication::processEvents();
        }
        keys.print("a key in the filter");
        QElapsedTimer since;
        since.start();
        QVERIFY(QTest::qWaitFor([this] { return !m_filter->isRunning(); }, 60000));
        qInfo("result %lld ms after the last key; the event loop was away for %.2f ms at most",
              since.elapsed(), heartbeat.longest());
        QVERIFY(m_filter->matches() && m_filter->matches()->count() > 1000);
        if (QWidget* popup = QApplication::activePopupWidget()) {
            popup->close();
        }
    }

    void textIsSearchedWithoutStanding() {
        const Heartbeat heartbeat;
        for (const QString& text : {u"\"entry 77\""_s, u"\"rollup 2\""_s, u"\"entry 7\""_s}) {
            QElapsedTimer since;
            since.start();
            m_filter->setText(text);
            QVERIFY(m_filter->isRunning()); // nothing is judged before the loop goes on
            QVERIFY(QTest::qWaitFor([this] { return !m_filter->isRunning(); }, 120000));
            qInfo("\"%s\": %u rows after %lld ms", qPrintable(text), m_filter->matches()->count(),
                  since.elapsed());
        }
        qInfo("the event loop was away for %.2f ms at most", heartbeat.longest());
    }

    void steppingKeepsWhatIsUnfolded() {
        m_filter->setText({});
        m_window->selection()->chooseNode(0);
        m_tree->collapseAll();
        m_tree->expand(m_rows->index(0, 0));
        const QModelIndex open = m_rows->index(5, 0, m_rows->index(0, 0));
        m_tree->expand(open);
        const quint32 unfolded = m_rows->node(open);
        m_filter->setMode(ui::NodeFilter::Mode::Highlight);
        m_filter->setText(u"kind == call && call == 2"_s);
        QVERIFY(QTest::qWaitFor([this] { return !m_filter->isRunning(); }, 60000));
        Times times;
        for (int i = 0; i < 60; ++i) {
            times.take([&] {
                QTest::keyClick(m_tree, Qt::Key_F3);
                QCoreApplication::processEvents();
            });
            QVERIFY(m_filter->matches()->matches(*m_window->selection()->choice().node));
            QVERIFY(m_tree->isExpanded(m_rows->indexOf(unfolded, 0)));
        }
        times.print("the next match, all panes painted");
        m_filter->setText({});
        m_filter->setMode(ui::NodeFilter::Mode::Hide);
        QVERIFY(m_tree->isExpanded(m_rows->indexOf(unfolded, 0)));
    }

    void aFilterComesAndGoesWithEverythingUnfolded() {
        Times unfold, come, go;
        unfold.take([&] { m_tree->expandAll(); });
        for (const QString& text : {u"step > 2"_s, u"kind == call"_s, u"entry == 11000"_s}) {
            m_filter->setText(text);
            QSignalSpy changed(m_filter, &ui::NodeFilter::changed);
            come.take([&] { QVERIFY(changed.wait(60000)); });
            QVERIFY(!m_filter->isRunning());
            go.take([&] { m_filter->setText({}); });
            QVERIFY(m_tree->isExpanded(
                m_rows->index(m_rows->rowCount(m_rows->index(0, 0)) - 1, 0, m_rows->index(0, 0))));
        }
        unfold.print("everything unfolded");
        come.print("a filter, from its text to the rows");
        go.print("all rows back, unfolded as before");
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<test::WindowFixture> m_window;
    ui::NodeFilter* m_filter = nullptr;
    ui::TreeView* m_tree = nullptr;
    TreeModel* m_rows = nullptr;
    quint32 m_count = 0;
};

ANCHORSCOPE_UI_TEST(TestLargeCase)
#include "test_large_case.moc"

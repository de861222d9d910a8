#include "ui/views/node_filter.h"
#include "model/filter/filter_parser.h"
#include "model/filter/filter_run.h"
#include <QElapsedTimer>

namespace anchorscope::ui {

using model::NodeMatches;

namespace {

constexpr qint64 progress_ms = 50; // between two reports

bool sameShape(const transition::Tree& a, const transition::Tree& b) {
    return std::ranges::equal(a.nodes, b.nodes, [](const transition::Node& x, const transition::Node& y) {
        return x.kind == y.kind && x.parent == y.parent && x.entry == y.entry && x.index == y.index;
    });
}

} // namespace

/// Made by the first run that needs it: what it takes is in proportion to the tree.
class NodeFilter::Facts {
public:
    explicit Facts(model::FilterParts parts) : m_parts(std::move(parts)) {}
    [[nodiscard]] const model::NodeFacts& get() {
        if (!m_facts) {
            m_facts.emplace(m_parts);
        }
        return *m_facts;
    }

private:
    model::FilterParts m_parts;
    std::optional<model::NodeFacts> m_facts;
};

NodeFilter::NodeFilter(QObject* parent) : QObject(parent), m_mailbox(std::make_shared<model::Mailbox>(this)) {
    m_pool.setMaxThreadCount(1); // so that facts are never read by two
}

NodeFilter::~NodeFilter() {
    stop();
    m_learning.cancel();
    m_mailbox->close();
    m_pool.clear();
    m_pool.waitForDone();
}

void NodeFilter::setParts(std::optional<model::FilterParts> parts) {
    stop();
    m_learning.cancel();
    m_vocabulary = {};
    m_learnt = false;
    const std::shared_ptr<const transition::Tree> before =
        std::exchange(m_tree, parts ? parts->tree : nullptr);
    m_facts = parts ? std::make_shared<Facts>(std::move(*parts)) : nullptr;
    if (!m_tree || !before || !sameShape(*before, *m_tree)) {
        setMatches(nullptr);
    }
    run();
}

void NodeFilter::setText(const QString& text) {
    if (text == m_text) {
        return;
    }
    m_text = text;
    Q_EMIT textChanged(m_text);
    stop();
    run();
}

void NodeFilter::setMode(Mode mode) {
    if (std::exchange(m_mode, mode) != mode) {
        Q_EMIT changed();
    }
}

void NodeFilter::stop() {
    m_cancellation.cancel();
    m_cancellation = {};
    ++m_generation;
    m_running = false;
    m_percent = 0;
}

void NodeFilter::run() {
    auto program = model::parseFilter({QStringView(m_text).utf16(), static_cast<std::size_t>(m_text.size())});
    m_problem = program ? std::nullopt : std::optional(program.error());
    if (program && (program->steps.empty() || !m_facts)) {
        setMatches(nullptr);
    } else if (program) {
        m_running = true;
        const auto later = [this, mine = m_generation](std::function<void()> then) {
            return [this, mine, then = std::move(then)] {
                if (mine == m_generation) {
                    then();
                }
            };
        };
        m_pool.start([this, later, mailbox = m_mailbox, facts = m_facts, stopping = m_cancellation,
                      asked = std::move(*program)] {
            if (stopping.cancelled()) {
                return;
            }
            QElapsedTimer since;
            since.start();
            const auto progress = [&](quint64 done, quint64 total) {
                if (since.elapsed() >= progress_ms) {
                    since.restart();
                    mailbox->post(later([this, percent = static_cast<int>(done * 100 / total)] {
                        m_percent = percent;
                        Q_EMIT stateChanged();
                    }));
                }
            };
            auto found = model::runFilter(asked, facts->get(), stopping, progress);
            if (found) {
                mailbox->post(later([this, matches = std::make_shared<const NodeMatches>(std::move(*found))] {
                    m_running = false;
                    setMatches(matches);
                    Q_EMIT stateChanged();
                }));
            }
        });
    }
    Q_EMIT stateChanged();
}

void NodeFilter::setMatches(std::shared_ptr<const NodeMatches> matches) {
    const bool same = matches && m_matches ? *matches == *m_matches : matches == m_matches;
    if (!same) {
        m_matches = std::move(matches);
        Q_EMIT changed();
    }
}

void NodeFilter::learnVocabulary() {
    if (!m_facts || std::exchange(m_learnt, true)) {
        return;
    }
    m_learning = {};
    m_pool.start([this, mailbox = m_mailbox, facts = m_facts, stopping = m_learning] {
        model::FilterVocabulary learnt = facts->get().vocabulary(stopping);
        mailbox->post([this, stopping, learnt = std::move(learnt)] {
            if (!stopping.cancelled()) {
                m_vocabulary = learnt;
                Q_EMIT stateChanged();
            }
        });
    });
}

} // namespace anchorscope::ui

// The filter of one case: its text, and the rows that it lets pass, for whichever views show them. Limits: 1.
// rows are judged in a thread of its own, never on the one that shows the window; 2. a new text or tree stops
// the run before, whose result is dropped; 3. while a text is no filter yet, what the last one let pass
// stays; 4. all signals come on the thread that it lives in.
#pragma once
#include "core/base/cancellation.h"
#include "model/filter/filter_problem.h"
#include "model/filter/node_facts.h"
#include "model/filter/node_matches.h"
#include "model/net/mailbox.h"
#include <QObject>
#include <QThreadPool>

namespace anchorscope::ui {

class NodeFilter : public QObject {
    Q_OBJECT
public:
    enum class Mode {
        Hide,     ///< rows that neither match nor lead to a match are not shown
        Highlight ///< all rows are shown, those that match stand out
    };
    Q_ENUM(Mode)

    explicit NodeFilter(QObject* parent = nullptr);
    ~NodeFilter() override;

    /// Nothing: there is no tree. Matches stay where the tree has the same shape, until they are found anew.
    void setParts(std::optional<model::FilterParts> parts);
    void setText(const QString& text);
    void setMode(Mode mode);

    [[nodiscard]] const QString& text() const { return m_text; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Why the text is no filter; empty: it is one.
    [[nodiscard]] const std::optional<model::FilterProblem>& problem() const { return m_problem; }
    /// Null: there is no filter, or it has not come to an end yet.
    [[nodiscard]] const std::shared_ptr<const model::NodeMatches>& matches() const { return m_matches; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// Of the run, 0 to 100.
    [[nodiscard]] int percent() const { return m_percent; }
    /// What the case knows for the completion: empty until it was learnt.
    [[nodiscard]] const model::FilterVocabulary& vocabulary() const { return m_vocabulary; }
    void learnVocabulary();
    /// Where rows are judged: one thread. Tests keep it busy.
    [[nodiscard]] QThreadPool* pool() { return &m_pool; }

Q_SIGNALS:
    void changed();                        ///< the matches or the mode
    void textChanged(const QString& text); ///< whoever changed it
    void stateChanged();                   ///< problem, running, percent or vocabulary

private:
    class Facts;
    void run();
    void stop();
    void setMatches(std::shared_ptr<const model::NodeMatches> matches);

    QString m_text;
    Mode m_mode = Mode::Hide;
    std::optional<model::FilterProblem> m_problem;
    std::shared_ptr<const model::NodeMatches> m_matches;
    bool m_running = false, m_learnt = false;
    int m_percent = 0;
    model::FilterVocabulary m_vocabulary;

    std::shared_ptr<Facts> m_facts; ///< touched by the thread of the pool alone
    std::shared_ptr<const transition::Tree> m_tree;
    Cancellation m_cancellation, m_learning;
    quint64 m_generation = 0; ///< of the run
    std::shared_ptr<model::Mailbox> m_mailbox;
    QThreadPool m_pool;
};

} // namespace anchorscope::ui

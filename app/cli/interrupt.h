// Ctrl-C (SIGINT) and SIGTERM as a Qt signal. Limits: 1. one object at a time; 2. the second signal of a kind
// ends the program at once, as if nobody listened.
#pragma once
#include <QSocketNotifier>
#include <array>
#include <memory>

namespace anchorscope::cli {

class Interrupt : public QObject {
    Q_OBJECT
public:
    Interrupt();
    ~Interrupt() override;

    /// The signal that came, 0 if none did.
    [[nodiscard]] int caught() const { return m_caught; }
    /// Ends the program by that signal, so that a calling shell sees what happened.
    [[noreturn]] static void die_by(int signal);

Q_SIGNALS:
    void interrupted();

private:
    void read_pipe();

    std::array<int, 2> m_pipe{-1, -1}; // reading end, writing end
    std::unique_ptr<QSocketNotifier> m_notifier;
    int m_caught = 0;
};

} // namespace anchorscope::cli

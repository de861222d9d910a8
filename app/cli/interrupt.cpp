#include "app/cli/interrupt.h"
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>

namespace anchorscope::cli {
namespace {

constexpr std::array signals{SIGINT, SIGTERM};

/// What a signal handler may reach: the writing end of the pipe of the object that lives.
std::atomic<int> writing_end = -1;

extern "C" void pass_on(int signal) {
    const auto byte = static_cast<unsigned char>(signal);
    const int kept = errno;
    [[maybe_unused]] const ssize_t written = ::write(writing_end.load(), &byte, 1);
    errno = kept;
}

} // namespace

Interrupt::Interrupt() {
    if (::pipe2(m_pipe.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        return; // signals then end the program as usual
    }
    m_notifier = std::make_unique<QSocketNotifier>(m_pipe[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &Interrupt::read_pipe);
    writing_end = m_pipe[1];
    struct sigaction action {};
    action.sa_handler = pass_on;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    for (const int signal : signals) {
        ::sigaction(signal, &action, nullptr);
    }
}

Interrupt::~Interrupt() {
    for (const int signal : signals) {
        std::signal(signal, SIG_DFL);
    }
    writing_end = -1;
    for (const int end : m_pipe) {
        if (end >= 0) {
            ::close(end);
        }
    }
}

void Interrupt::read_pipe() {
    unsigned char byte = 0;
    if (::read(m_pipe[0], &byte, 1) == 1) {
        m_caught = byte;
        Q_EMIT interrupted();
    }
}

void Interrupt::die_by(int signal) {
    std::signal(signal, SIG_DFL);
    std::raise(signal);
    std::abort(); // not reached: neither signal can be survived
}

} // namespace anchorscope::cli

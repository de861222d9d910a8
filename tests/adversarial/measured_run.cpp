// Runs a program and writes the most memory that it had at any time, in kilobytes: measured_run FILE PROGRAM
// ARGUMENT... Its own process is small, so that nothing of a test's memory is counted; the program dies with
// it.
#include <csignal>
#include <cstdio>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

constexpr int cannot_run = 126, died_of_signal = 128; // as shells say it

} // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        return cannot_run;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        ::execv(argv[2], argv + 2);
        ::_exit(cannot_run);
    }
    int status = 0;
    rusage usage{};
    if (child < 0 || ::wait4(child, &status, 0, &usage) != child) {
        return cannot_run;
    }
    std::FILE* const file = std::fopen(argv[1], "w");
    if (file == nullptr) {
        return cannot_run;
    }
    std::fprintf(file, "%ld\n", usage.ru_maxrss);
    std::fclose(file);
    return WIFEXITED(status) ? WEXITSTATUS(status) : died_of_signal + WTERMSIG(status);
}

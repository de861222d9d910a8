// The command line as a user runs it: the built program in a process of its own, with a clean environment.
#pragma once
#include "core/codec/json.h"
#include <QByteArray>
#include <QProcessEnvironment>
#include <QStringList>
#include <functional>

namespace anchorscope::devnet {

struct CliRun {
    int code = -1; ///< exit status; -1 where the program was ended by a signal or took too long
    QByteArray out, err;

    /// Standard output as JSON; null where it is none.
    [[nodiscard]] codec::Json json() const;
    /// Of `verify --json`: "passed", or with the rule behind it "failed digest.mismatch".
    [[nodiscard]] QByteArray rung(const char* name) const;
    /// Of `verify --json`: a member of the report.
    [[nodiscard]] QByteArray text(const char* member) const;
    /// What matters of it, for the message of a failing test.
    [[nodiscard]] QByteArray told() const;
};

struct CliSetting {
    QByteArray input;                    ///< standard input
    QStringList environment;             ///< "NAME=value", added
    std::function<void(qint64)> started; ///< called with the id of the process
    QString output_file;                 ///< standard output goes there
};

/// The program that was built.
[[nodiscard]] QString cli_program();

/// Nothing of the user's (no proxy, no endpoints, no colours), and what is added as "NAME=value".
[[nodiscard]] QProcessEnvironment clean_environment(const QStringList& added = {});

/// Runs the program to its end, at most a minute, while an event loop of the caller's thread goes on.
[[nodiscard]] CliRun run_cli(const QStringList& arguments, const CliSetting& setting = {});

/// `verify` with --json in front.
[[nodiscard]] CliRun verify(const QStringList& arguments, const CliSetting& setting = {});

} // namespace anchorscope::devnet

/// What a rung says: QByteArray "passed" or "failed rule".
#define EXPECT_RUNG(run, name, expected)                                                                     \
    QVERIFY2((run).rung(name) == (expected),                                                                 \
             (QByteArray(name ": expected '" expected "', got '") + (run).rung(name) + "'\n" + (run).told()) \
                 .constData())
#define EXPECT_EXIT(run, expected)                                                                           \
    QVERIFY2((run).code == (expected), ("expected exit status " #expected "\n" + (run).told()).constData())

// What the tests of base, crypto and codec share: literals, recorded files, one-line checks of errors.
#pragma once
#include "core/codec/json.h"
#include <QFile>
#include <QTest>
#include <random>

namespace anchorscope::test {

/// The bytes of a hex literal with or without 0x; aborts on a typing error.
inline Bytes bytes(std::string_view hex) { return from_hex(hex, HexPrefix::optional).value(); }

inline Hash32 word(std::string_view hex) { return Hash32::parse(hex).value(); }

/// A text as QCOMPARE can print it.
inline QByteArray shown(std::string_view text) { return {text.data(), static_cast<qsizetype>(text.size())}; }

/// The rule a result breaks, or "" when it has a value.
template<class T>
QByteArray rule_of(const Result<T>& result) {
    return result ? QByteArray() : shown(result.error().rule);
}

/// "rule@offset" of an error, "rule" without an offset, "" for a value.
template<class T>
QByteArray rule_at(const Result<T>& result) {
    QByteArray text = rule_of(result);
    if (!result && result.error().at) {
        text += '@' + QByteArray::number(static_cast<qulonglong>(*result.error().at));
    }
    return text;
}

/// A recorded file, from the repository's own data or else from the fixtures folder.
inline std::optional<std::string> recorded(const std::string& name) {
    for (const char* folder : {ANCHORSCOPE_SOURCE_DIR "/tests/data/", ANCHORSCOPE_FIXTURES "/"}) {
        QFile file(QString::fromStdString(folder + name));
        if (file.open(QIODevice::ReadOnly)) {
            return file.readAll().toStdString();
        }
    }
    return std::nullopt;
}

/// Binds `variable`, which it declares, to the parsed JSON of a recorded file, or skips the test.
// NOLINTBEGIN(bugprone-macro-parentheses)
#define RECORDED_JSON(variable, name)                                                                        \
    const auto variable##_text = anchorscope::test::recorded(name);                                          \
    if (!variable##_text) {                                                                                  \
        QSKIP("not there: " name " (set ANCHORSCOPE_FIXTURES to the folder of recorded data)");              \
    }                                                                                                        \
    const auto variable##_parsed = anchorscope::codec::parse_json(*variable##_text);                         \
    QVERIFY2(variable##_parsed, variable##_parsed ? "" : variable##_parsed.error().message().c_str());       \
    const anchorscope::codec::Json& variable = *variable##_parsed
// NOLINTEND(bugprone-macro-parentheses)

using Random = std::mt19937_64;

inline Bytes random_bytes(Random& random, std::size_t count) {
    Bytes out(count);
    std::ranges::generate(out, [&random] { return static_cast<std::uint8_t>(random()); });
    return out;
}

} // namespace anchorscope::test

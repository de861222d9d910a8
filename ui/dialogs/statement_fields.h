// The user's statements as typed text: what each field must look like, and what is wrong with it. Without
// widgets.
#pragma once
#include "core/verify/request.h"
#include <QCoreApplication>
#include <QString>
#include <QUrl>

namespace anchorscope::ui {

/// Neither value nor error: the field is empty, nothing is stated.
template<class T>
struct Parsed {
    std::optional<T> value;
    QString error;
    [[nodiscard]] bool ok() const { return error.isEmpty(); }
};

class StatementFields {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::StatementFields)
public:
    /// Decimal, no sign, no leading zero.
    [[nodiscard]] static Parsed<std::uint64_t> number(const QString& text);
    /// 0x and 40 digits; mixed case must be the ERC-55 checksum.
    [[nodiscard]] static Parsed<Address> address(const QString& text);
    /// 0x and 64 digits.
    [[nodiscard]] static Parsed<Hash32> hash(const QString& text);
    /// As --quorum: at least two hosts.
    [[nodiscard]] static Parsed<std::size_t> quorum(const QString& text);
    /// http or https, with a host.
    [[nodiscard]] static Parsed<QUrl> endpoint(const QString& text);
    /// One [CHAIN:]NUMBER:HASH a line; empty lines are skipped. Errors name the line.
    [[nodiscard]] static Parsed<std::vector<verify::Pin>> pins(const QString& text);
    [[nodiscard]] static QString pinText(const verify::Pin& pin);
    /// One CHAIN:GENESIS:SECONDS[:SLOTS_PER_EPOCH] a line; a chain once.
    [[nodiscard]] static Parsed<std::vector<chain::SlotClock>> slotClocks(const QString& text);
    [[nodiscard]] static QString clockText(const chain::SlotClock& clock);
    /// In words, for who has typed it: when slot 0 was, how long a slot is.
    [[nodiscard]] static QString clockWords(const chain::SlotClock& clock);
    /// One "Anchored(bytes32 indexed digest, address who) digest=topic1" a line.
    [[nodiscard]] static Parsed<std::vector<anchor::DeclaredEvent>> declaredEvents(const QString& text);
    /// The declaration again, with the names as they were read.
    [[nodiscard]] static QString eventText(const anchor::DeclaredEvent& event);
    /// In words: topic 0, and which parameter is the digest.
    [[nodiscard]] static QString eventWords(const anchor::DeclaredEvent& event);
};

} // namespace anchorscope::ui

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
    /// http or https, with a host.
    [[nodiscard]] static Parsed<QUrl> endpoint(const QString& text);
    /// One [CHAIN:]NUMBER:HASH a line; empty lines are skipped. Errors name the line.
    [[nodiscard]] static Parsed<std::vector<verify::Pin>> pins(const QString& text);
    [[nodiscard]] static QString pinText(const verify::Pin& pin);
};

} // namespace anchorscope::ui

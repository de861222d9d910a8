// One chosen thing in every form that somebody may want to paste. Limits: 1. words for a shell are quoted
// whatever they hold, and no key of an endpoint is in any of them; 2. a form that does not fit the thing is
// not offered; 3. bytes beyond max_copied_bytes, of C arrays max_array_bytes, of a command's argument
// max_argument, are not offered in that form.
#pragma once
#include "model/copy/rpc_requests.h"
#include "model/session/session.h"

namespace anchorscope::model {

inline constexpr std::size_t max_copied_bytes = std::size_t{16} << 20U,
                             max_array_bytes = std::size_t{64} << 10U;
/// Linux takes 128 KiB in one argument.
inline constexpr qsizetype max_argument = 120'000;

struct CopyThing {
    QString value; ///< as its list gives it: "0x…", "12", "increment()"
    QString path;  ///< of the field, from the table's arguments
    std::optional<ByteRange> range;
    std::optional<verify::RungId> rung; ///< what was asked of it last; its requests come first
};

struct CopyForm {
    enum class Kind { Value, Hex, Decimal, TableBytes, JsonPath, CArray, Cast, Curl, Command };
    Kind kind = Kind::Value;
    QString title; ///< "Hex", "cast: decode the calldata"
    QString text;
};

struct CopyContext {
    const Parts& parts;
    const CaseFiles& files;
    const VerifyOptions& options;
    const Names& names;
};
[[nodiscard]] CopyContext copyContext(const Session& session);

/// In the order of CopyForm::Kind; no two of one kind but Cast and Curl.
[[nodiscard]] QList<CopyForm> copyForms(const CopyThing& thing, const CopyContext& context);

} // namespace anchorscope::model

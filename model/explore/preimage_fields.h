// The message of a step field by field: the pieces one after the other, and below a piece that is a whole
// structure of the table its own fields. Hashing the fields of depth 0 one after the other gives the step's
// value. Limits: at most max_preimage_fields rows; what lies deeper is told by a last row.
#pragma once
#include "model/explore/explored_digest.h"

namespace anchorscope::model {

inline constexpr std::size_t max_preimage_fields = 4096;

enum class FieldType {
    Bytes,   ///< hex
    Word,    ///< 32 bytes: hex, or a number
    Number,  ///< 32 bytes, an unsigned number
    Boolean, ///< one byte, or a word, 0 or 1
    Address, ///< 20 bytes, or a word
    Tag,     ///< one byte: what kind of step it is
    Text     ///< ASCII; the zero byte behind it is kept
};

struct PreimageField {
    QString name, path;
    int depth = 0;
    ByteRange bytes;                 ///< in the message
    std::optional<ByteRange> source; ///< in the base: where the same bytes stand
    std::optional<std::size_t> step; ///< whose value it is
    QString from;                    ///< "constant", "step 7", "calldata 804–835", "log 3 of receipt 1"
    FieldType type = FieldType::Bytes;
    QString value;
    bool whole = false; ///< fields follow that lie in it
};

[[nodiscard]] std::vector<PreimageField> preimageFields(const ExploredDigest& digest, std::size_t step);
/// Index of the step whose value the piece is, of a chained step the one before; by position in the message's
/// pieces.
[[nodiscard]] std::vector<std::optional<std::size_t>> linksOf(const ExploredDigest& digest, std::size_t step);

/// What a field of that type and these bytes says: "2  CALL_END", "1  true", "0x25ca…39ee", "uint256 2".
[[nodiscard]] QString fieldText(FieldType type, ByteView bytes);
/// A text that gives the bytes again when it is read.
[[nodiscard]] QString editableText(FieldType type, ByteView bytes);
/// What is expected of an edited text: "a number or 32 bytes in hex".
[[nodiscard]] QString expectedText(FieldType type, std::uint64_t length, bool fixed);
/// Bytes of an edited field. `length` is that of the field as it is; where `fixed`, no other is taken. An
/// error in words.
[[nodiscard]] tl::expected<Bytes, QString> readField(FieldType type, std::uint64_t length, bool fixed,
                                                     const QString& text);

} // namespace anchorscope::model

#include "model/explore/preimage_fields.h"
#include "core/table/field_rows.h"
#include "core/table/message_rows.h"
#include "model/words.h"
#include <charconv>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr std::uint64_t word = 32;

ByteView viewOf(const digest::PreimagePiece& piece, ByteView base) {
    const auto* range = std::get_if<ByteRange>(&piece.content);
    return range ? slice(base, *range) : ByteView(std::get<Bytes>(piece.content));
}

bool isText(ByteView bytes) {
    const ByteView text = !bytes.empty() && bytes.back() == 0 ? bytes.first(bytes.size() - 1) : bytes;
    return text.size() >= 4 &&
           std::ranges::all_of(text, [](std::uint8_t byte) { return byte >= 0x20 && byte < 0x7f; });
}

bool leadingZeros(ByteView bytes, std::size_t count) {
    return std::ranges::all_of(bytes.first(count), [](std::uint8_t byte) { return byte == 0; });
}

FieldType typeOfPiece(const QString& name, ByteView bytes) {
    if (bytes.size() == 1) {
        return name == u"tag" ? FieldType::Tag : name == u"success" ? FieldType::Boolean : FieldType::Bytes;
    }
    if (bytes.size() == 20) {
        return FieldType::Address;
    }
    if (bytes.size() == word && name != u"return data") {
        const bool address = name.contains(u"address"_s, Qt::CaseInsensitive) || name == u"manager";
        return address && leadingZeros(bytes, 12) ? FieldType::Address
               : leadingZeros(bytes, 24)          ? FieldType::Number
                                                  : FieldType::Word;
    }
    return isText(bytes) && name != u"return data" ? FieldType::Text : FieldType::Bytes;
}

FieldType typeOfRow(const table::FieldRow& row) {
    const std::string_view type = row.type;
    if (type == "bool") {
        return FieldType::Boolean;
    }
    if (type == "address") {
        return FieldType::Address;
    }
    if (type.starts_with("uint") && row.range.length == word) {
        return FieldType::Number;
    }
    return row.range.length == word && (type.starts_with("bytes") || type.starts_with("int")) &&
                   type != "bytes"
               ? FieldType::Word
               : FieldType::Bytes;
}

/// Index in "entries[12]…" and the like.
std::optional<std::size_t> indexIn(const QString& subject, QLatin1String array) {
    const std::string text = subject.toStdString();
    const std::string_view name(array.data(), static_cast<std::size_t>(array.size()));
    std::size_t index = 0;
    if (!text.starts_with(name) || text.size() <= name.size() || text[name.size()] != '[') {
        return std::nullopt;
    }
    const char* const from = text.data() + name.size() + 1;
    const auto read = std::from_chars(from, text.data() + text.size(), index);
    return read.ec == std::errc() && read.ptr != from ? std::optional(index) : std::nullopt;
}

/// The fields of what the digest is of, with ranges in the calldata.
std::vector<table::FieldRow> rowsOf(const ExploredDigest& digest) {
    const table::ExecutionTable& table = *digest.table;
    if (table.format->scheme == table::Scheme::messages) {
        return table::all_message_rows(table, max_preimage_fields);
    }
    if (const auto entry = indexIn(digest.subject, "entries"_L1); entry && *entry < table.entries.size()) {
        return table::field_rows(table.entry_value(*entry), table.entry_path(*entry), max_preimage_fields);
    }
    if (const auto lookup = indexIn(digest.subject, "lookups"_L1); lookup && *lookup < table.lookups.size()) {
        return table::field_rows(table.lookup_value(*lookup), table.lookup_path(*lookup),
                                 max_preimage_fields);
    }
    return table::field_rows(table.arguments(), {}, max_preimage_fields);
}

QString sourceText(const ExploredDigest& digest, ByteRange range) {
    const QString bytes = range.length == 1
                              ? QString::number(range.offset)
                              : u"%1–%2"_s.arg(range.offset).arg(range.offset + range.length - 1);
    return digest.inCalldata ? Words::tr("calldata %1").arg(bytes) : Words::tr("bytes %1").arg(bytes);
}

class FieldWriter {
public:
    FieldWriter(const ExploredDigest& digest, std::size_t step)
        : m_digest(digest), m_step(digest.steps[step]), m_links(linksOf(digest, step)) {}

    std::vector<PreimageField> write() {
        std::uint64_t at = 0;
        for (std::size_t i = 0; i < m_step.message.pieces.size(); ++i) {
            const ByteView bytes = viewOf(m_step.message.pieces[i], m_digest.base);
            add(i, bytes, at);
            at += bytes.size();
        }
        return std::move(m_fields);
    }

private:
    void add(std::size_t index, ByteView bytes, std::uint64_t at) {
        const digest::PreimagePiece& piece = m_step.message.pieces[index];
        PreimageField field;
        field.name = textOf(piece.name);
        field.bytes = {at, bytes.size()};
        field.type = typeOfPiece(field.name, bytes);
        field.step = m_links[index];
        if (const auto* range = std::get_if<ByteRange>(&piece.content)) {
            field.source = *range;
        }
        field.from = field.step     ? Words::tr("step %1").arg(*field.step + 1)
                     : field.source ? sourceText(m_digest, *field.source)
                                    : fromWords(field.name);
        field.value = fieldText(field.type, bytes);
        m_fields.push_back(std::move(field));
        if (m_fields.back().source && m_digest.inCalldata && m_digest.table && bytes.size() > word) {
            addInner(*m_fields.back().source, at);
        }
    }

    /// Fields of the table that lie in a piece, as the tree that they are.
    void addInner(ByteRange range, std::uint64_t at) {
        if (!m_rows) {
            m_rows = rowsOf(m_digest);
        }
        const std::size_t parent = m_fields.size() - 1;
        std::optional<std::uint32_t> least;
        for (const table::FieldRow& row : *m_rows) {
            const bool inside = row.range.offset >= range.offset && row.range.end() <= range.end() &&
                                row.range != range && !row.name.empty();
            if (!inside || m_fields.size() >= max_preimage_fields) {
                continue;
            }
            least = std::min(least.value_or(row.depth), row.depth);
            PreimageField field;
            field.name = textOf(row.name);
            field.path = textOf(row.path);
            field.depth = 1 + static_cast<int>(row.depth - *least);
            field.bytes = {at + (row.range.offset - range.offset), row.range.length};
            field.source = row.range;
            field.from = sourceText(m_digest, row.range);
            field.type = typeOfRow(row);
            field.whole = row.value.empty() && row.type != "bytes" && row.type != "string";
            field.value = field.whole ? textOf(row.type)
                          : row.name.find("return") != std::string::npos
                              ? returnText(slice(m_digest.base, row.range))
                              : textOf(row.value);
            m_fields.push_back(std::move(field));
        }
        m_fields[parent].whole = m_fields.size() > parent + 1;
        if (m_fields[parent].whole) {
            m_fields[parent].value =
                countText(m_fields[parent].bytes.length, Words::tr("byte"), Words::tr("bytes"));
        }
    }

    [[nodiscard]] QString fromWords(const QString& name) const {
        const bool outcome = name == u"success" || name == u"return data";
        if (outcome && !m_step.observed.isEmpty()) {
            return m_step.observed;
        }
        if (name == u"number" && !m_step.remark.isEmpty()) {
            return m_step.remark;
        }
        const bool given = m_digest.told == Told::Stated || m_digest.told == Told::Evidence;
        const bool fixed = name == u"tag" || name.startsWith(u"offset word") || name == u"prefix" ||
                           name == u"0xff" || name.startsWith(u"number of") || name == u"zero byte";
        return m_step.before && name != u"tag" && &m_step == &m_digest.steps.front() && isStart(name)
                   ? Words::tr("start: zero")
               : fixed ? Words::tr("constant")
               : given ? toldText(m_digest.told)
                       : Words::tr("computed here");
    }
    [[nodiscard]] bool isStart(const QString& name) const {
        return name == textOf(m_step.message.pieces.front().name);
    }

    const ExploredDigest& m_digest;
    const DigestStep& m_step;
    std::vector<std::optional<std::size_t>> m_links;
    std::optional<std::vector<table::FieldRow>> m_rows;
    std::vector<PreimageField> m_fields;
};

} // namespace

std::vector<std::optional<std::size_t>> linksOf(const ExploredDigest& digest, std::size_t step) {
    const DigestStep& at = digest.steps[step];
    std::vector<std::optional<std::size_t>> links(at.message.pieces.size());
    if (at.before) { // a chain: what follows the value is never one itself, whatever it looks like
        if (step > 0 && !links.empty()) {
            links.front() = step - 1;
        }
        return links;
    }
    // Steps without a chain are few: of a public input, of an address, of a path.
    constexpr std::size_t most = 512;
    for (std::size_t i = 0; i < links.size(); ++i) {
        const ByteView bytes = viewOf(at.message.pieces[i], digest.base);
        for (std::size_t back = 0; bytes.size() == word && back < std::min(step, most) && !links[i]; ++back) {
            const std::size_t earlier = step - 1 - back;
            if (equal(bytes, digest.steps[earlier].after.view())) {
                links[i] = earlier;
            }
        }
    }
    return links;
}

std::vector<PreimageField> preimageFields(const ExploredDigest& digest, std::size_t step) {
    return step < digest.steps.size() ? FieldWriter(digest, step).write() : std::vector<PreimageField>();
}

QString fieldText(FieldType type, ByteView bytes) {
    switch (type) {
    case FieldType::Tag: {
        static const std::array names{u"CALL_BEGIN"_s, u"CALL_END"_s, u"NESTED_BEGIN"_s, u"NESTED_END"_s};
        const std::size_t tag = bytes.empty() ? 0 : bytes.front();
        return tag >= 1 && tag <= names.size() ? u"%1  %2"_s.arg(tag).arg(names.at(tag - 1))
                                               : QString::number(tag);
    }
    case FieldType::Boolean:
        return !bytes.empty() && bytes.back() == 1 ? u"1  true"_s
               : leadingZeros(bytes, bytes.size()) ? u"0  false"_s
                                                   : hexText(bytes);
    case FieldType::Number:
        return bytes.size() <= word ? textOf(U256::from_be(bytes).decimal()) : shortHexText(bytes);
    case FieldType::Address:
        return hexText(bytes.size() == word ? bytes.subspan(12) : bytes);
    case FieldType::Text: {
        const bool zero = !bytes.empty() && bytes.back() == 0;
        const ByteView text = zero ? bytes.first(bytes.size() - 1) : bytes;
        return QString::fromLatin1(reinterpret_cast<const char*>(text.data()),
                                   static_cast<qsizetype>(std::min<std::size_t>(text.size(), 256))) +
               (zero ? Words::tr("  and a zero byte") : QString());
    }
    case FieldType::Word:
        return hexText(bytes);
    case FieldType::Bytes:
        break;
    }
    return returnText(bytes);
}

QString editableText(FieldType type, ByteView bytes) {
    switch (type) {
    case FieldType::Tag:
    case FieldType::Number:
        return textOf(U256::from_be(bytes.first(std::min<std::size_t>(bytes.size(), word))).decimal());
    case FieldType::Boolean:
        return leadingZeros(bytes, bytes.size()) ? u"false"_s : u"true"_s;
    case FieldType::Address:
        return hexText(bytes.size() == word ? bytes.subspan(12) : bytes);
    case FieldType::Text: {
        const ByteView text = !bytes.empty() && bytes.back() == 0 ? bytes.first(bytes.size() - 1) : bytes;
        return QString::fromLatin1(reinterpret_cast<const char*>(text.data()),
                                   static_cast<qsizetype>(text.size()));
    }
    case FieldType::Word:
    case FieldType::Bytes:
        break;
    }
    return hexText(bytes);
}

QString expectedText(FieldType type, std::uint64_t length, bool fixed) {
    switch (type) {
    case FieldType::Tag:
        return Words::tr("a number from 0 to 255");
    case FieldType::Boolean:
        return Words::tr("true or false");
    case FieldType::Number:
        return Words::tr("a number below 2²⁵⁶, or 32 bytes in hex");
    case FieldType::Address:
        return Words::tr("an address: 0x and 40 hex digits");
    case FieldType::Word:
        return Words::tr("32 bytes in hex, or a number");
    case FieldType::Text:
        return Words::tr("printable ASCII");
    case FieldType::Bytes:
        break;
    }
    return fixed ? Words::tr("%1 in hex").arg(countText(length, Words::tr("byte"), Words::tr("bytes")))
                 : Words::tr("bytes in hex, of any number");
}

namespace {

std::optional<Bytes> wordOf(const std::string& text) {
    const Result<U256> number = U256::parse_decimal(text);
    if (!number) {
        return std::nullopt;
    }
    const Hash32 made = number->to_word();
    return Bytes(made.bytes.begin(), made.bytes.end());
}

std::optional<Bytes> hexOf(const std::string& text) {
    Result<Bytes> bytes = from_hex(text, HexPrefix::optional);
    return bytes ? std::optional(*std::move(bytes)) : std::nullopt;
}

std::optional<Bytes> padded(std::optional<Bytes> bytes, std::uint64_t length) {
    if (bytes && bytes->size() < length) {
        bytes->insert(bytes->begin(), static_cast<std::size_t>(length) - bytes->size(), 0);
    }
    return bytes;
}

std::optional<Bytes> booleanOf(const std::string& text, std::uint64_t length) {
    const bool yes = text == "true" || text == "1", no = text == "false" || text == "0";
    return yes || no ? padded(Bytes{static_cast<std::uint8_t>(yes ? 1 : 0)}, length) : std::nullopt;
}

std::optional<Bytes> tagOf(const std::string& text) {
    const auto number = U256::parse_decimal(text);
    const auto value = number ? number->to_u64() : std::nullopt;
    return value && *value < 256 ? std::optional(Bytes{static_cast<std::uint8_t>(*value)}) : std::nullopt;
}

std::optional<Bytes> addressOf(const std::string& text, std::uint64_t length) {
    const Result<Address> address = Address::parse(text);
    return address ? padded(Bytes(address->bytes.begin(), address->bytes.end()), length) : std::nullopt;
}

std::optional<Bytes> parse(FieldType type, std::uint64_t length, const std::string& text) {
    switch (type) {
    case FieldType::Tag:
        return tagOf(text);
    case FieldType::Boolean:
        return booleanOf(text, length);
    case FieldType::Address:
        return addressOf(text, length);
    case FieldType::Number:
    case FieldType::Word:
        return text.starts_with("0x") ? hexOf(text) : wordOf(text) ? wordOf(text) : hexOf(text);
    case FieldType::Text:
        return isText(bytes_of(text)) ? std::optional(Bytes(text.begin(), text.end())) : std::nullopt;
    case FieldType::Bytes:
        break;
    }
    return hexOf(text);
}

} // namespace

tl::expected<Bytes, QString> readField(FieldType type, std::uint64_t length, bool fixed,
                                       const QString& text) {
    const std::string given = text.trimmed().toStdString();
    std::optional<Bytes> bytes = parse(type, length, given);
    if (bytes && type == FieldType::Text && bytes->size() + 1 == length) {
        bytes->push_back(0); // as it stood
    }
    const bool sized = type == FieldType::Bytes || type == FieldType::Text;
    if (!bytes || ((fixed || !sized) && bytes->size() != length)) {
        return tl::unexpected(Words::tr("Expected %1.").arg(expectedText(type, length, fixed)));
    }
    return *std::move(bytes);
}

} // namespace anchorscope::model

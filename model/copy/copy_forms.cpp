#include "model/copy/copy_forms.h"
#include "model/copy/key_variables.h"
#include "model/copy/shell_word.h"
#include "model/items/texts.h"
#include "model/session/reproduce.h"
#include "model/words.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using Kind = CopyForm::Kind;

constexpr std::size_t selector_size = 4, address_size = 20, word_size = 32;

/// Paths leave out the tuple that the whole batch stands in: "entries[0]" for "batch.entries[0]".
QString pathInArguments(const table::TableFormat& format, const QString& path) {
    const codec::AbiType& type = table::type_of(format);
    const std::string first = path.section(u'.', 0, 0).section(u'[', 0, 0).toStdString();
    if (type.node(type.root()).kind != codec::AbiKind::tuple || type.field_index(type.root(), first)) {
        return path;
    }
    for (const std::uint32_t child : type.node(type.root()).children) {
        if (type.node(child).kind == codec::AbiKind::tuple && type.field_index(child, first)) {
            return textOf(type.node(child).name) + u'.' + path;
        }
    }
    return path;
}

class Forms {
public:
    Forms(const CopyThing& thing, const CopyContext& context) : m_thing(thing), m_context(context) {
        readValue();
        readTable();
    }

    [[nodiscard]] QList<CopyForm> make() {
        add(Kind::Value, Words::tr("Value"), m_thing.value);
        addNumbers();
        addTable();
        addPath();
        addArray();
        addCast();
        addCurl();
        add(Kind::Command, Words::tr("Our command line"),
            reproduction(m_context.files, m_context.options).command());
        return std::move(m_out);
    }

private:
    void add(Kind kind, const QString& title, const QString& text) {
        if (!text.isEmpty()) {
            m_out += {kind, title, text};
        }
    }
    void addCommand(const QString& title, const QString& text) {
        if (text.size() <= max_argument) {
            add(Kind::Cast, title, text);
        }
    }
    void readValue();
    void readTable();
    void addNumbers();
    void addTable();
    void addPath();
    void addArray();
    void addCast();
    void addCurl();

    const CopyThing& m_thing;
    const CopyContext& m_context;
    QList<CopyForm> m_out;
    std::optional<Bytes> m_bytes; ///< the value is these bytes, in hex
    std::optional<U256> m_number; ///< the value is this number, in decimal
    ByteView m_table;             ///< what is chosen of the source
};

void Forms::readValue() {
    const std::string text = m_thing.value.toStdString();
    if (text.size() <= 2 * max_copied_bytes + 2) {
        if (auto bytes = from_hex(text)) {
            m_bytes = std::move(*bytes);
        } else if (const auto number = U256::parse_decimal(text)) {
            m_number = *number;
        }
    }
}

void Forms::readTable() {
    const auto& source = m_context.parts.source;
    if (source && m_thing.range) {
        m_table = slice(source->bytes(), *m_thing.range);
    }
}

void Forms::addNumbers() {
    if (m_number) {
        const Bytes bytes = m_number->to_be_minimal();
        add(Kind::Hex, Words::tr("Hex"), bytes.empty() ? u"0x0"_s : hexText(bytes));
        add(Kind::Decimal, Words::tr("Decimal"), m_thing.value);
    } else if (m_bytes && !m_bytes->empty()) {
        add(Kind::Hex, Words::tr("Hex"), hexText(*m_bytes));
        if (m_bytes->size() <= word_size) {
            add(Kind::Decimal, Words::tr("Decimal"), textOf(U256::from_be(*m_bytes).decimal()));
        }
    }
}

void Forms::addTable() {
    if (!m_table.empty() && m_table.size() <= max_copied_bytes) {
        add(Kind::TableBytes, Words::tr("Its bytes in the table"), hexText(m_table));
    }
}

/// In the JSON form of a table (core/table/FORMAT.md); messages have none.
void Forms::addPath() {
    const auto& table = m_context.parts.table;
    if (table && table->messages.empty() && !m_thing.path.isEmpty()) {
        add(Kind::JsonPath, Words::tr("JSON path"),
            u"$.arguments."_s + pathInArguments(*table->format, m_thing.path));
    }
}

void Forms::addArray() {
    const ByteView bytes = m_bytes && !m_bytes->empty() ? ByteView(*m_bytes) : m_table;
    if (bytes.empty() || bytes.size() > max_array_bytes) {
        return;
    }
    constexpr std::size_t in_line = 12;
    QString out = u"const unsigned char bytes[%1] = {"_s.arg(bytes.size());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        out += at % in_line == 0 ? u"\n    "_s : u" "_s;
        out += u"0x%1,"_s.arg(bytes[at], 2, 16, QChar(u'0'));
    }
    add(Kind::CArray, Words::tr("C array"), out + u"\n};\n"_s);
}

void Forms::addCast() {
    if (m_number) {
        return addCommand(Words::tr("cast: to hex"), u"cast to-base %1 hex"_s.arg(m_thing.value));
    }
    if (!m_bytes || m_bytes->empty()) {
        return;
    }
    const QString hex = hexText(*m_bytes);
    const Names& names = m_context.names;
    if (m_bytes->size() == selector_size) {
        for (const std::string& signature : names.book.functions_named(*m_bytes)) {
            addCommand(Words::tr("cast: selector of the function"),
                       u"cast sig "_s + shellWord(textOf(signature)));
        }
    } else if (m_bytes->size() == address_size) {
        addCommand(Words::tr("cast: checksum of the address"), u"cast to-check-sum-address "_s + hex);
    } else if (m_bytes->size() == word_size) {
        addCommand(Words::tr("cast: to decimal"), u"cast to-base %1 dec"_s.arg(hex));
    } else if (const auto named = names.book.function(*m_bytes)) {
        addCommand(Words::tr("cast: decode the calldata"),
                   u"cast decode-calldata %1 %2"_s.arg(shellWord(textOf(named->signature)), hex));
    }
    addCommand(Words::tr("cast: Keccak-256"), u"cast keccak "_s + hex);
}

void Forms::addCurl() {
    const Parts& parts = m_context.parts;
    if (!parts.report || !parts.evidence) {
        return;
    }
    KeyVariables keys;
    const QList<EndpointChoice>& endpoints = m_context.options.endpoints;
    const QString url = endpoints.isEmpty() ? u"\"$RPC_URL\""_s : keys.word(endpoints.first().url);
    for (const RpcRequest& request : evidenceRequests(*parts.report, *parts.evidence, m_thing.rung)) {
        add(Kind::Curl, Words::tr("curl: %1").arg(request.title),
            u"curl -sS -H 'Content-Type: application/json' --data %1 %2"_s.arg(shellWord(request.body), url));
    }
}

} // namespace

CopyContext copyContext(const Session& session) {
    return {session.parts(), session.files(), session.options(), *session.names()};
}

QList<CopyForm> copyForms(const CopyThing& thing, const CopyContext& context) {
    return Forms(thing, context).make();
}

} // namespace anchorscope::model

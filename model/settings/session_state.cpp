#include "model/settings/session_state.h"
#include "core/codec/json.h"
#include <algorithm>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

using codec::Json;

constexpr std::string_view schema = "anchorscope.open-cases/1";
constexpr qsizetype max_path = 4096, max_geometry = 4096;
constexpr int max_page = 16;

Json textJson(const QString& text) { return text.toStdString(); }

Json listJson(const QStringList& list) {
    Json out = Json::array();
    for (const QString& each : list) {
        out.push_back(textJson(each));
    }
    return out;
}

Json caseJson(const OpenCase& each) {
    return {{"table", textJson(each.files.table)},
            {"envelope", textJson(each.files.envelope)},
            {"evidence", listJson(each.files.evidence)},
            {"peers", listJson(each.files.peers)},
            {"traces", listJson(each.files.traces)},
            {"place", textJson(each.files.place)},
            {"geometry", textJson(QString::fromLatin1(each.geometry.toBase64()))},
            {"sha256", textJson(each.sha256)},
            {"node", each.node ? Json(std::uint64_t{*each.node}) : Json()},
            {"page", each.page},
            {"active", each.active}};
}

/// Reads members one after the other; one that is not as written makes the whole unusable.
class Reader {
public:
    explicit Reader(const Json& object) : m_object(object), m_sound(object.is_object()) {}
    [[nodiscard]] bool sound() const { return m_sound; }

    QString text(const char* key) {
        const Json* const value = member(key);
        if (value == nullptr || !value->is_string()) {
            m_sound = false;
            return {};
        }
        return checked(*value);
    }
    QStringList list(const char* key) {
        const Json* const value = member(key);
        QStringList out;
        m_sound = m_sound && value != nullptr && value->is_array() &&
                  value->size() <= static_cast<std::size_t>(max_files_of_case);
        for (std::size_t i = 0; m_sound && i < value->size(); ++i) {
            out += value->at(i).is_string() ? checked(value->at(i)) : QString();
            m_sound = m_sound && !out.last().isEmpty();
        }
        return out;
    }
    std::optional<std::uint64_t> number(const char* key, std::uint64_t most) {
        const Json* const value = member(key);
        if (value != nullptr && value->is_null()) {
            return std::nullopt;
        }
        const bool fits =
            value != nullptr && value->is_number_unsigned() && value->get<std::uint64_t>() <= most;
        m_sound = m_sound && fits;
        return fits ? std::optional(value->get<std::uint64_t>()) : std::nullopt;
    }
    bool flag(const char* key) {
        const Json* const value = member(key);
        m_sound = m_sound && value != nullptr && value->is_boolean();
        return m_sound && value->get<bool>();
    }

private:
    const Json* member(const char* key) {
        if (!m_sound) {
            return nullptr;
        }
        const auto found = m_object.find(key);
        return found == m_object.end() ? nullptr : &*found;
    }
    QString checked(const Json& value) {
        QString text = QString::fromStdString(value.get<std::string>());
        m_sound = m_sound && text.size() <= std::max(max_path, max_geometry) && !text.contains(QChar(0));
        return text;
    }

    const Json& m_object;
    bool m_sound;
};

std::optional<OpenCase> caseFrom(const Json& object) {
    Reader in(object);
    OpenCase out;
    out.files.table = in.text("table");
    out.files.envelope = in.text("envelope");
    out.files.evidence = in.list("evidence");
    out.files.peers = in.list("peers");
    out.files.traces = in.list("traces");
    out.files.place = in.text("place");
    out.geometry = QByteArray::fromBase64(in.text("geometry").toLatin1());
    out.sha256 = in.text("sha256");
    if (const auto node = in.number("node", UINT32_MAX)) {
        out.node = static_cast<quint32>(*node);
    }
    out.page = static_cast<int>(in.number("page", max_page).value_or(0));
    out.active = in.flag("active");
    return in.sound() && isRestorable(out.files) ? std::optional(out) : std::nullopt;
}

} // namespace

bool isRestorable(const CaseFiles& files) {
    return !files.fromBytes && !files.table.isEmpty() && files.evidence.size() <= max_files_of_case &&
           files.peers.size() <= max_files_of_case && files.traces.size() <= max_files_of_case;
}

QString stateText(const QList<OpenCase>& cases) {
    Json list = Json::array();
    for (const OpenCase& each : cases) {
        if (isRestorable(each.files) && list.size() < static_cast<std::size_t>(max_windows)) {
            list.push_back(caseJson(each));
        }
    }
    const Json whole{{"schema", schema}, {"cases", std::move(list)}};
    return QString::fromStdString(whole.dump(-1, ' ', false, Json::error_handler_t::replace));
}

QList<OpenCase> stateFrom(const QString& text) {
    const auto whole = codec::parse_json(text.toStdString());
    if (!whole || !whole->is_object() || whole->value("schema", std::string()) != schema) {
        return {};
    }
    const auto list = whole->find("cases");
    if (list == whole->end() || !list->is_array()) {
        return {};
    }
    QList<OpenCase> out;
    for (const Json& each : *list) {
        if (const auto one = caseFrom(each); one && out.size() < max_windows) {
            out += *one;
        }
    }
    return out;
}

} // namespace anchorscope::model

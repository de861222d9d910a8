#include "model/settings/settings.h"
#include "model/net/redaction.h"
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr qsizetype max_recent = 12, max_pinned = 32;
constexpr qsizetype max_open_cases = 1 << 20; ///< characters; see session_state.h
constexpr int min_zoom = 70, max_zoom = 250;

/// Endpoints as they may be stored.
QStringList storable(const QStringList& endpoints) {
    QStringList stored;
    for (const QString& endpoint : endpoints) {
        const QUrl url = withoutSecrets(QUrl(endpoint));
        if (url.isValid() && !url.isEmpty()) {
            stored += url.toString(QUrl::FullyEncoded);
        }
    }
    return stored;
}

/// The value if it is one that the program could have written, else the fallback.
QVariant checked(const Settings::Row& row, QVariant value) {
    static const QStringList themes{u"system"_s, u"light"_s, u"dark"_s};
    static const QStringList modes{u"hide"_s, u"highlight"_s};
    static const QStringList policies{u"digest"_s, u"event"_s, u"inclusion"_s, u"block"_s, u"final"_s};
    if (!value.convert(row.fallback.metaType())) {
        return row.fallback;
    }
    switch (row.setting) {
    case Setting::Theme:
        return themes.contains(value.toString()) ? value : row.fallback;
    case Setting::Policy:
        return policies.contains(value.toString()) ? value : row.fallback;
    case Setting::FindingGroups: {
        static const QStringList groups{u"none"_s, u"severity"_s, u"rule"_s, u"place"_s};
        return groups.contains(value.toString()) ? value : row.fallback;
    }
    case Setting::FilterMode:
        return modes.contains(value.toString()) ? value : row.fallback;
    case Setting::ZoomPercent:
        return std::clamp(value.toInt(), min_zoom, max_zoom);
    case Setting::Endpoints:
        return storable(value.toStringList());
    case Setting::Language: {
        static const QRegularExpression code(u"^([a-z]{2,3}(_[A-Z]{2})?)?$"_s);
        return code.match(value.toString()).hasMatch() ? value : row.fallback;
    }
    case Setting::RecentCases:
        return value.toStringList().first(std::min(value.toStringList().size(), max_recent + max_pinned));
    case Setting::PinnedCases:
        return value.toStringList().first(std::min(value.toStringList().size(), max_pinned));
    case Setting::OpenCases:
        return value.toString().size() <= max_open_cases ? value : row.fallback;
    default:
        return value;
    }
}

const Settings::Row& rowOf(Setting setting) {
    const QList<Settings::Row>& rows = Settings::table();
    return *std::ranges::find(rows, setting, &Settings::Row::setting); // a test checks that each has one
}

} // namespace

const QList<Settings::Row>& Settings::table() {
    static const QList<Row> rows{
        {Setting::Theme, "look/theme", "system, light or dark", u"system"_s, true},
        {Setting::ZoomPercent, "look/zoom", "text and measures in percent, 70 to 250", 100, true},
        {Setting::Language, "look/language", "a code as \"de\"; empty: the system's", QString(), true},
        {Setting::ReducedMotion, "look/reduced-motion", "nothing moves by itself", false, true},
        {Setting::Policy, "verify/policy", "digest, event, inclusion, block or final", u"block"_s, true},
        {Setting::SavedFilters, "filter/saved", "each \"name<tab>filter\"", QStringList()},
        {Setting::UsedFilters, "filter/used", "newest first", QStringList()},
        {Setting::FilterMode, "filter/mode", "hide or highlight", u"hide"_s},
        {Setting::Endpoints, "verify/endpoints", "URLs without anything secret", QStringList()},
        {Setting::EndpointProfiles, "verify/profiles", "lines of endpoint_profile.h", QStringList()},
        {Setting::ChosenEndpoints, "verify/chosen", "names of the profiles that are asked", QStringList()},
        {Setting::ReloadOnChange, "cases/reload", "verify again when a file changes", true, true},
        {Setting::RestoreCases, "cases/restore", "open at start what was open at the end", true, true},
        {Setting::SingleInstance, "cases/single-instance", "a second start opens in the first", true, true},
        {Setting::RecentCases, "cases/recent", "newest first, each \"verdict<tab>path\"", QStringList()},
        {Setting::PinnedCases, "cases/pinned", "paths of recent cases that stay", QStringList()},
        {Setting::OpenCases, "cases/open", "as session_state.h writes it", QString()},
        {Setting::Running, "cases/running", "between start and a proper end", false},
        {Setting::TreeColumns, "tree/columns",
         "shown columns as tree_columns.h spells them; empty: automatic", QString()},
        {Setting::FindingGroups, "findings/groups", "none, severity, rule or place", u"none"_s},
        {Setting::Bookmarks, "cases/bookmarks", "lines of bookmarks.h", QStringList()},
        {Setting::WindowGeometry, "window/geometry", "as QWidget::saveGeometry gives it", QByteArray()},
        {Setting::WindowState, "window/state", "as QMainWindow::saveState gives it", QByteArray()},
    };
    return rows;
}

Settings::Settings(const QString& file)
    : m_store(file.isEmpty() ? std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope,
                                                           u"anchorscope"_s, u"anchorscope"_s)
                             : std::make_unique<QSettings>(file, QSettings::IniFormat)) {}

QVariant Settings::get(Setting setting) const {
    const Row& row = rowOf(setting);
    return checked(row, m_store->value(QString::fromLatin1(row.key), row.fallback));
}

void Settings::set(Setting setting, const QVariant& value) {
    const Row& row = rowOf(setting);
    m_store->setValue(QString::fromLatin1(row.key), checked(row, value));
}

QList<Settings::Recent> Settings::recent() const {
    const QStringList pinned = get(Setting::PinnedCases).toStringList();
    QList<Recent> cases;
    for (const QString& line : get(Setting::RecentCases).toStringList()) {
        const qsizetype tab = line.indexOf(u'\t');
        const QString path = line.sliced(tab + 1);
        cases += Recent{path, line.first(std::max<qsizetype>(tab, 0)), pinned.contains(path)};
    }
    std::stable_partition(cases.begin(), cases.end(), [](const Recent& each) { return each.pinned; });
    return cases;
}

void Settings::setRecent(const QList<Recent>& cases) {
    QStringList lines, pinned;
    qsizetype free = 0;
    for (const Recent& each : cases) {
        if (each.pinned ? pinned.size() < max_pinned : ++free <= max_recent) {
            lines += each.verdict + u'\t' + each.path;
        }
        if (each.pinned && pinned.size() < max_pinned) {
            pinned += each.path;
        }
    }
    set(Setting::PinnedCases, pinned);
    set(Setting::RecentCases, lines);
}

void Settings::addRecent(const QString& path, const QString& verdict) {
    QList<Recent> cases = recent();
    const auto known = std::ranges::find(cases, path, &Recent::path);
    const bool pinned = known != cases.end() && known->pinned;
    cases.removeIf([&path](const Recent& each) { return each.path == path; });
    cases.prepend({path, verdict, pinned});
    setRecent(cases);
}

void Settings::pinRecent(const QString& path, bool pinned) {
    QList<Recent> cases = recent();
    for (Recent& each : cases) {
        each.pinned = each.path == path ? pinned : each.pinned;
    }
    setRecent(cases);
}

void Settings::clearRecent() {
    QList<Recent> cases = recent();
    cases.removeIf([](const Recent& each) { return !each.pinned; });
    setRecent(cases);
}

qsizetype Settings::forgetMissing() {
    QList<Recent> cases = recent();
    const qsizetype gone = cases.removeIf([](const Recent& each) { return !QFileInfo::exists(each.path); });
    setRecent(cases);
    return gone;
}

void Settings::reset() {
    for (const Row& row : table()) {
        if (row.chosen) {
            m_store->remove(QString::fromLatin1(row.key));
        }
    }
}

} // namespace anchorscope::model

#include "model/settings/settings.h"
#include "model/net/redaction.h"
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr qsizetype max_recent = 12;
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
    case Setting::ZoomPercent:
        return std::clamp(value.toInt(), min_zoom, max_zoom);
    case Setting::Endpoints:
        return storable(value.toStringList());
    case Setting::RecentCases:
        return value.toStringList().first(std::min(value.toStringList().size(), max_recent));
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
        {Setting::Theme, "look/theme", "system, light or dark", u"system"_s},
        {Setting::ZoomPercent, "look/zoom", "text and measures in percent, 70 to 250", 100},
        {Setting::Policy, "verify/policy", "digest, event, inclusion, block or final", u"block"_s},
        {Setting::Endpoints, "verify/endpoints", "URLs without anything secret", QStringList()},
        {Setting::EndpointProfiles, "verify/profiles", "lines of endpoint_profile.h", QStringList()},
        {Setting::ChosenEndpoints, "verify/chosen", "names of the profiles that are asked", QStringList()},
        {Setting::RecentCases, "cases/recent", "newest first, each \"verdict<tab>path\"", QStringList()},
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
    QList<Recent> cases;
    for (const QString& line : get(Setting::RecentCases).toStringList()) {
        const qsizetype tab = line.indexOf(u'\t');
        cases += Recent{line.sliced(tab + 1), line.first(std::max<qsizetype>(tab, 0))};
    }
    return cases;
}

void Settings::addRecent(const QString& path, const QString& verdict) {
    QStringList lines{verdict + u'\t' + path};
    for (const Recent& known : recent()) {
        if (known.path != path && lines.size() < max_recent) {
            lines += known.verdict + u'\t' + known.path;
        }
    }
    set(Setting::RecentCases, lines);
}

} // namespace anchorscope::model

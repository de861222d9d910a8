// Settings in one table: key, type, scope, default. Nothing secret is stored: of endpoints' URLs only what
// redaction.h lets through.
#pragma once
#include <QSettings>
#include <QVariant>

namespace anchorscope::model {

enum class Setting {
    Theme,
    RecentCases,
    Endpoints,
    EndpointProfiles,
    ChosenEndpoints,
    WindowGeometry,
    WindowState,
    Policy,
    TreeColumns,
    FindingGroups,
    Bookmarks,
    ZoomPercent
};

class Settings {
public:
    /// Stored in the user's configuration folder; tests give a file of their own.
    explicit Settings(const QString& file = {});
    [[nodiscard]] QVariant get(Setting setting) const;
    void set(Setting setting, const QVariant& value);
    /// Newest first, at most 12, each a path and the verdict it last had.
    void addRecent(const QString& path, const QString& verdict);

    struct Recent {
        QString path, verdict;
    };
    /// The same, read back.
    [[nodiscard]] QList<Recent> recent() const;

    struct Row {
        Setting setting;
        const char* key;
        const char* purpose;
        QVariant fallback;
    };
    [[nodiscard]] static const QList<Row>& table();

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace anchorscope::model

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
    Language,
    ReducedMotion,
    RestoreCases,
    ReloadOnChange,
    SingleInstance,
    PinnedCases,
    OpenCases,
    Running,
    TreeColumns,
    FindingGroups,
    Bookmarks,
    SavedFilters,
    UsedFilters,
    FilterMode,
    ZoomPercent
};

class Settings {
public:
    /// Stored in the user's configuration folder; tests give a file of their own.
    explicit Settings(const QString& file = {});
    [[nodiscard]] QVariant get(Setting setting) const;
    void set(Setting setting, const QVariant& value);
    /// Newest first, at most 12 beside those that are pinned, each a path and the verdict it last had.
    void addRecent(const QString& path, const QString& verdict);

    struct Recent {
        QString path, verdict;
        bool pinned = false;
    };
    /// The same, read back: first those that are pinned.
    [[nodiscard]] QList<Recent> recent() const;
    /// A pinned case stays in the list until it is let go.
    void pinRecent(const QString& path, bool pinned);
    /// All but those that are pinned.
    void clearRecent();
    /// Those whose files are gone; how many there were.
    qsizetype forgetMissing();
    /// Back to the defaults: what a user chooses in the settings, no lists, endpoints or layouts.
    void reset();

    struct Row {
        Setting setting;
        const char* key;
        const char* purpose;
        QVariant fallback;
        bool chosen = false; ///< by the user, in the settings: reset() takes it back
    };
    [[nodiscard]] static const QList<Row>& table();

private:
    void setRecent(const QList<Recent>& cases);

    std::unique_ptr<QSettings> m_store;
};

} // namespace anchorscope::model

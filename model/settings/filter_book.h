// The user's filters: those saved under a name, and those used last. Kept in the settings. Limits: max_saved
// and max_used filters; names of at most max_filter_name units, in one line; filters that are none are kept
// out.
#pragma once
#include "model/settings/settings.h"

namespace anchorscope::model {

inline constexpr qsizetype max_saved_filters = 50, max_used_filters = 20, max_filter_name = 60;

class FilterBook {
public:
    /// `settings` must outlive it.
    explicit FilterBook(Settings* settings) : m_settings(settings) {}

    struct Saved {
        QString name, filter;
    };
    [[nodiscard]] QList<Saved> saved() const; ///< in the order in which they were saved
    [[nodiscard]] QStringList used() const;   ///< newest first, none twice

    /// In place of the one of that name, if there is one. False: name or text cannot be kept.
    bool save(const QString& name, const QString& filter);
    /// False: there is none of that name, or another has the new one.
    bool rename(const QString& name, const QString& to);
    void remove(const QString& name);
    void use(const QString& filter);

private:
    void write(const QList<Saved>& all);

    Settings* m_settings;
};

} // namespace anchorscope::model

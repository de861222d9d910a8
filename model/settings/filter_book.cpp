#include "model/settings/filter_book.h"
#include "model/filter/filter_parser.h"
#include <algorithm>

namespace anchorscope::model {

namespace {

bool isFilter(const QString& text) {
    const auto program = parseFilter({QStringView(text).utf16(), static_cast<std::size_t>(text.size())});
    return program && !program->steps.empty() && !text.contains(u'\n') && !text.contains(u'\t');
}

/// One line without white space around it; empty: nothing is left.
QString nameOf(const QString& text) { return text.simplified().left(max_filter_name).trimmed(); }

} // namespace

QList<FilterBook::Saved> FilterBook::saved() const {
    QList<Saved> all;
    for (const QString& line : m_settings->get(Setting::SavedFilters).toStringList()) {
        const qsizetype tab = line.indexOf(u'\t');
        const Saved one{nameOf(line.left(tab)), line.sliced(tab + 1)};
        const bool known =
            std::ranges::any_of(all, [&one](const Saved& each) { return each.name == one.name; });
        if (tab > 0 && !one.name.isEmpty() && !known && isFilter(one.filter) &&
            all.size() < max_saved_filters) {
            all.append(one);
        }
    }
    return all;
}

QStringList FilterBook::used() const {
    QStringList all;
    for (const QString& filter : m_settings->get(Setting::UsedFilters).toStringList()) {
        if (isFilter(filter) && !all.contains(filter) && all.size() < max_used_filters) {
            all += filter;
        }
    }
    return all;
}

void FilterBook::write(const QList<Saved>& all) {
    QStringList lines;
    for (const Saved& each : all) {
        lines += each.name + u'\t' + each.filter;
    }
    m_settings->set(Setting::SavedFilters, lines);
}

bool FilterBook::save(const QString& name, const QString& filter) {
    const Saved made{nameOf(name), filter.trimmed()};
    if (made.name.isEmpty() || !isFilter(made.filter)) {
        return false;
    }
    QList<Saved> all = saved();
    const auto same = std::ranges::find(all, made.name, &Saved::name);
    if (same != all.end()) {
        *same = made;
    } else if (all.size() < max_saved_filters) {
        all.append(made);
    } else {
        return false;
    }
    write(all);
    return true;
}

bool FilterBook::rename(const QString& name, const QString& to) {
    const QString next = nameOf(to);
    QList<Saved> all = saved();
    const auto at = std::ranges::find(all, name, &Saved::name);
    const auto other = std::ranges::find(all, next, &Saved::name);
    if (at == all.end() || next.isEmpty() || (other != all.end() && other != at)) {
        return false;
    }
    at->name = next;
    write(all);
    return true;
}

void FilterBook::remove(const QString& name) {
    QList<Saved> all = saved();
    all.removeIf([&name](const Saved& each) { return each.name == name; });
    write(all);
}

void FilterBook::use(const QString& filter) {
    const QString text = filter.trimmed();
    if (isFilter(text)) {
        QStringList all = used();
        all.removeAll(text);
        all.prepend(text);
        m_settings->set(Setting::UsedFilters, all.first(std::min(all.size(), max_used_filters)));
    }
}

} // namespace anchorscope::model

#include "model/items/profile_model.h"
#include "model/net/redaction.h"

namespace anchorscope::model {

QString networkText(const EndpointProfile& profile) {
    const QString domain =
        profile.domain == 0 ? ProfileModel::tr("L1") : ProfileModel::tr("Rollup %1").arg(profile.domain);
    return profile.chain ? ProfileModel::tr("%1, chain %2").arg(domain).arg(*profile.chain) : domain;
}

ProfileModel::ProfileModel(const EndpointBook* book, QObject* parent)
    : CellTableModel({tr("Name"), tr("Address"), tr("Network"), tr("Node"), tr("Key")}, parent),
      m_book(book) {
    connect(book, &EndpointBook::changed, this, &ProfileModel::fill);
    fill();
}

void ProfileModel::fill() {
    QList<Row> rows;
    for (const EndpointBook::Entry& each : m_book->entries()) {
        Row row;
        const Cell key = each.waiting              ? Cell{tr("asking the keychain"), Meaning::NotChecked}
                         : !each.trouble.isEmpty() ? Cell{each.trouble, Meaning::Warning}
                                                   : Cell{m_book->placeOf(each.profile.key)};
        row.cells = {{each.profile.name},
                     {redacted(each.url)},
                     {networkText(each.profile)},
                     {each.profile.trusted ? tr("my own") : tr("somebody’s")},
                     key};
        row.toolTip = each.trouble;
        rows += row;
    }
    setRows(std::move(rows));
}

int ProfileModel::rowOf(const QString& name) const {
    const auto& entries = m_book->entries();
    const auto found =
        std::ranges::find_if(entries, [&name](const auto& each) { return each.profile.name == name; });
    return found == entries.end() ? -1 : static_cast<int>(found - entries.begin());
}

QString ProfileModel::nameAt(int row) const {
    return row >= 0 && row < m_book->entries().size() ? m_book->entries().at(row).profile.name : QString();
}

} // namespace anchorscope::model

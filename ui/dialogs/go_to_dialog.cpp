#include "ui/dialogs/go_to_dialog.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/views/cell_table_view.h"
#include "ui/widgets/panel.h"
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr QSize first_size(660, 440);
constexpr int kind_width = 104, found_width = 190;

bool sameParts(const model::SearchedParts& a, const model::SearchedParts& b) {
    return a.source == b.source && a.table == b.table && a.tree == b.tree && a.examined == b.examined &&
           a.names == b.names;
}

} // namespace

PlaceHitModel::PlaceHitModel(QObject* parent)
    : CellTableModel({GoToDialog::tr("Kind"), GoToDialog::tr("Found"), GoToDialog::tr("Where")}, parent) {}

void PlaceHitModel::setHits(const QList<model::PlaceHit>& hits) {
    QList<Row> rows;
    for (const model::PlaceHit& hit : hits) {
        Row row;
        const bool hex = hit.title.startsWith(u"0x"_s) && hit.kind != model::PlaceHit::Kind::Function;
        row.cells = {{model::kindText(hit.kind)},
                     {hit.title, model::Meaning::None, hex, false, hit.full.isEmpty() ? hit.title : hit.full},
                     {hit.detail}};
        row.toolTip = hit.full;
        rows += row;
    }
    setRows(std::move(rows));
}

GoToDialog::GoToDialog(QWidget* parent)
    : QDialog(parent), m_field(new QLineEdit), m_list(new CellTableView(&m_model, &m_selection)),
      m_count(new QLabel), m_go(new QPushButton(tr("Go"))),
      m_mailbox(std::make_shared<model::Mailbox>(this)) {
    setWindowTitle(tr("Go to"));
    m_field->setPlaceholderText(
        tr("step 12 · entry 3 · 0x-digest or its beginning · offset 0x1f4 · selector, "
           "function or address"));
    m_field->setAccessibleName(tr("Where to"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(model::max_query_length);
    m_field->setFont(paint::hexSafe(m_field->font()));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Places found"));
    m_list->setColumnWidths({kind_width, found_width, 0});
    m_count->setFont(paint::font(paint::Type::Caption));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_go->setDefault(true);
    auto* cancel = new QPushButton(tr("Close"));
    cancel->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(parts::gap);
    buttons->addWidget(m_count, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_go);
    auto* panel = new Panel(tr("Places"));
    panel->setContent(m_list);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(parts::margin, parts::margin, parts::margin, parts::margin);
    rows->setSpacing(parts::gap);
    rows->addWidget(m_field);
    rows->addWidget(panel, 1);
    rows->addLayout(buttons);
    resize(paint::px(first_size.width()), paint::px(first_size.height()));

    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_enter_pending = false;
        search();
    });
    connect(m_list, &QTableView::doubleClicked, this, &GoToDialog::go);
    connect(m_go, &QPushButton::clicked, this, &GoToDialog::go);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    show(model::PlacesFound());
}

GoToDialog::~GoToDialog() {
    m_building.cancel();
    m_mailbox->close();
}

void GoToDialog::setParts(const model::SearchedParts& parts) {
    if (m_index && sameParts(parts, m_parts)) {
        return;
    }
    m_building.cancel();
    m_building = {};
    m_parts = parts;
    m_index.reset();
    ++m_generation;
    model::inPool(
        m_mailbox,
        [parts, cancellation = m_building] { return model::PlaceIndex::build(parts, cancellation); },
        [this, cancellation = m_building](const std::shared_ptr<const model::PlaceIndex>& index) {
            if (index && !cancellation.cancelled()) {
                m_index = index;
                search();
            }
        });
}

void GoToDialog::ask() {
    m_field->selectAll();
    QDialog::show();
    raise();
    activateWindow();
    m_field->setFocus();
}

void GoToDialog::search() {
    const quint64 mine = ++m_generation;
    if (!m_index) {
        m_list->setEmptyText(tr("Reading the table…"));
        return;
    }
    model::inPool(
        m_mailbox, [index = m_index, text = m_field->text()] { return index->find(text, max_hits); },
        [this, mine](const model::PlacesFound& found) {
            if (mine == m_generation) {
                show(found);
            }
        });
}

void GoToDialog::show(const model::PlacesFound& found) {
    m_hits = found.hits;
    m_model.setHits(m_hits);
    m_list->setEmptyText(!found.why.isEmpty()
                             ? found.why
                             : tr("Type what you look for: a step, an entry, a digest, an offset, a "
                                  "selector, a function or an address."));
    const auto count = m_hits.size();
    m_count->setText(count == 0   ? QString()
                     : found.more ? tr("the first %1 places").arg(count)
                     : count == 1 ? tr("1 place")
                                  : tr("%1 places").arg(count));
    m_go->setEnabled(!m_hits.isEmpty());
    if (!m_hits.isEmpty()) {
        m_list->selectRow(0);
        if (std::exchange(m_enter_pending, false)) {
            go();
        }
    }
}

void GoToDialog::go() {
    const int row = m_list->currentIndex().row();
    if (row >= 0 && row < m_hits.size()) {
        const model::PlaceHit hit = m_hits[row];
        accept();
        Q_EMIT chosen(hit);
    }
}

/// The list is looked through while the field keeps the focus.
bool GoToDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        auto* press = static_cast<QKeyEvent*>(event);
        switch (press->key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: {
            QKeyEvent forwarded(QEvent::KeyPress, press->key(), Qt::NoModifier);
            QCoreApplication::sendEvent(m_list, &forwarded);
            return true;
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            m_enter_pending = m_hits.isEmpty(); // it may still be searched
            go();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace anchorscope::ui

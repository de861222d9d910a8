#include "ui/views/findings_page.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/views/cell_table_view.h"
#include "ui/views/status_delegate.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::FindingListModel;
using model::FindingModel;
using Group = FindingListModel::Group;

namespace {

constexpr int bar_height = 34, bar_inset = 10, gap = 6, chevron = 12;
constexpr int group_length = 14; ///< characters: "Not grouped" with room
constexpr int severity_width = 104, rule_width = 176, place_width = 150;
constexpr int with_place = 560, with_rule = 760; ///< least widths that leave the text room

/// Headings are bold, with a chevron and how many there are; findings as everywhere.
class FindingDelegate : public StatusDelegate {
public:
    using StatusDelegate::StatusDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        if (!index.data(FindingListModel::HeadingRole).toBool()) {
            StatusDelegate::paint(painter, option, index);
            return;
        }
        paintBackground(painter, option, index, index.column() == 0);
        if (index.column() == 0) {
            paintCount(painter, option.rect, index);
        } else if (index.column() == FindingModel::Text) {
            paintText(painter, option.rect.adjusted(RowMetrics::cell_padding, 0, 0, 0),
                      index.data().toString(), paint::Type::BodyBold, paint::Ink::Text);
        }
    }

private:
    static void paintText(QPainter* painter, const QRect& rect, const QString& text, paint::Type type,
                          paint::Ink ink) {
        painter->save();
        painter->setFont(paint::font(type));
        painter->setPen(paint::theme().color(ink));
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, rect.width()));
        painter->restore();
    }
    static void paintCount(QPainter* painter, const QRect& rect, const QModelIndex& index) {
        const double side = paint::px(double{chevron}), icon = RowMetrics::icon;
        const double top = rect.center().y() + 0.5;
        double left = rect.left() + RowMetrics::padding / 2.0;
        const bool folded = index.data(FindingListModel::FoldedRole).toBool();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        paint::drawGlyph(*painter, QRectF(left, top - side / 2, side, side),
                         folded ? paint::Glyph::ChevronRight : paint::Glyph::ChevronDown,
                         paint::theme().color(paint::Ink::SecondaryText));
        left += side + paint::px(double{gap});
        const auto meaning = index.data(model::MeaningRole).value<model::Meaning>();
        paint::drawStatus(*painter, QRectF(left, top - icon / 2, icon, icon), meaning,
                          paint::theme().color(meaning));
        painter->restore();
        paintText(painter, rect.adjusted(static_cast<int>(left + icon) + gap - rect.left(), 0, 0, 0),
                  index.data().toString(), paint::Type::BodyBold, paint::Ink::Text);
    }
};

constexpr std::array severities{Severity::error, Severity::warning, Severity::info};

QString groupName(Group group) {
    static const QStringList names{u"none"_s, u"severity"_s, u"rule"_s, u"place"_s};
    return names.at(static_cast<int>(group));
}

Group groupNamed(const QString& name) {
    for (const Group group : {Group::Severity, Group::Rule, Group::Place}) {
        if (groupName(group) == name) {
            return group;
        }
    }
    return Group::None;
}

} // namespace

FindingsPage::FindingsPage(const FindingModel* findings, Selection* selection, QWidget* parent)
    : QWidget(parent), m_rows(findings), m_groups(new QComboBox),
      m_list(new CellTableView(&m_rows, selection)) {
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(paint::px(bar_inset), 0, paint::px(bar_inset), 0);
    bar->setSpacing(paint::px(gap));
    for (const Severity severity : severities) {
        auto* button = new QToolButton;
        button->setCheckable(true);
        button->setChecked(true);
        button->setIcon(paint::statusIcon(model::meaningOf(severity)));
        button->setIconSize(QSize(RowMetrics::icon, RowMetrics::icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QToolButton::toggled, this,
                [this, severity](bool on) { m_rows.setShown(severity, on); });
        m_severities.at(static_cast<std::size_t>(severity)) = button;
        bar->addWidget(button);
    }
    bar->addStretch(1);
    m_groups->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_groups->setMinimumContentsLength(group_length);
    m_groups->setAccessibleName(tr("Group the findings"));
    m_groups->addItem(tr("Not grouped"), groupName(Group::None));
    m_groups->addItem(tr("By severity"), groupName(Group::Severity));
    m_groups->addItem(tr("By rule"), groupName(Group::Rule));
    m_groups->addItem(tr("By place"), groupName(Group::Place));
    connect(m_groups, &QComboBox::currentIndexChanged, this, [this] {
        m_rows.setGroup(groupNamed(m_groups->currentData().toString()));
        if (m_settings != nullptr) {
            m_settings->set(model::Setting::FindingGroups, m_groups->currentData());
        }
        layOutColumns();
    });
    bar->addWidget(m_groups);
    auto* top = new QWidget;
    top->setFixedHeight(paint::px(bar_height));
    top->setLayout(bar);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(top);
    rows->addWidget(m_list, 1);
    m_list->setItemDelegate(new FindingDelegate(m_list));
    m_list->setAccessibleName(tr("Findings"));
    m_list->installEventFilter(this);
    connect(m_list, &QTableView::doubleClicked, this, &FindingsPage::activate);
    connect(m_list, &QTableView::clicked, this, [this](const QModelIndex& row) {
        if (row.column() == 0 && m_rows.isHeading(row.row())) {
            activate(row);
        }
    });
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &FindingsPage::refresh);
    refresh();
    layOutColumns();
}

void FindingsPage::setSettings(model::Settings* settings) {
    m_settings = settings;
    m_groups->setCurrentIndex(std::max(0, m_groups->findData(settings->get(model::Setting::FindingGroups))));
}

void FindingsPage::show(int finding) {
    const int row = m_rows.reveal(finding);
    if (row >= 0) {
        m_list->setCurrentIndex(m_rows.index(row, 0));
    }
}

void FindingsPage::refresh() {
    const auto count = [this](Severity severity) { return m_rows.count(severity); };
    const int notes = count(Severity::info), warnings = count(Severity::warning),
              errors = count(Severity::error);
    const std::array<QString, 3> words{notes == 1 ? tr("1 note") : tr("%1 notes").arg(notes),
                                       warnings == 1 ? tr("1 warning") : tr("%1 warnings").arg(warnings),
                                       errors == 1 ? tr("1 error") : tr("%1 errors").arg(errors)};
    for (const Severity severity : severities) {
        QToolButton* const button = m_severities.at(static_cast<std::size_t>(severity));
        const QString& text = words.at(static_cast<std::size_t>(severity));
        button->setText(QLocale().toString(m_rows.count(severity)));
        button->setToolTip(text);
        button->setAccessibleName(tr("Show %1").arg(text));
        button->setEnabled(m_rows.count(severity) > 0);
        const QSignalBlocker quiet(button);
        button->setChecked(m_rows.isShown(severity));
    }
}

void FindingsPage::layOutColumns() {
    const int width = this->width();
    const Group group = m_rows.group();
    const bool rule = group != Group::Rule && width >= paint::px(with_rule);
    const bool place = group != Group::Place && width >= paint::px(with_place);
    m_list->setColumnHidden(FindingModel::Rule, !rule);
    m_list->setColumnHidden(FindingModel::Place, !place);
    const int severity = severity_width + (group == Group::None ? 0 : RowMetrics::indent + chevron);
    m_list->setColumnWidths({severity, rule ? rule_width : 1, place ? place_width : 1, 0});
    m_list->horizontalHeader()->setVisible(width >=
                                           paint::px(with_place)); // two columns speak for themselves
}

void FindingsPage::activate(const QModelIndex& row) {
    if (m_rows.isHeading(row.row())) {
        const int at = row.row();
        m_rows.setFolded(at, !row.data(FindingListModel::FoldedRole).toBool());
        m_list->setCurrentIndex(m_rows.index(at, 0));
    } else if (row.isValid()) {
        Q_EMIT jumpRequested(m_rows.findingAt(row.row()));
    }
}

bool FindingsPage::eventFilter(QObject* watched, QEvent* event) {
    const QModelIndex row = m_list->currentIndex();
    if (watched == m_list && event->type() == QEvent::KeyPress && row.isValid()) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool heading = m_rows.isHeading(row.row());
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            activate(row);
            return true;
        }
        if (heading && (key == Qt::Key_Left || key == Qt::Key_Right)) {
            m_rows.setFolded(row.row(), key == Qt::Key_Left);
            m_list->setCurrentIndex(m_rows.index(row.row(), 0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindingsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layOutColumns();
}

void FindingsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        update();
    }
}

} // namespace anchorscope::ui

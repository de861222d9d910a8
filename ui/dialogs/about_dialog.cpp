#include "ui/dialogs/about_dialog.h"
#include "core/table/format.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

QLabel* line(const QString& text, paint::Type type) {
    auto* label = new QLabel(text);
    label->setFont(paint::font(type));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Anchorscope"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(paint::px(24), paint::px(20), paint::px(24), paint::px(16));
    rows->setSpacing(paint::px(10));
    rows->addWidget(
        line(tr("Anchorscope %1").arg(QCoreApplication::applicationVersion()), paint::Type::Verdict));
    rows->addWidget(
        line(tr("Inspector for execution tables and their commitments on L1. Every digest, root and hash "
                "is recomputed on this computer; what rests on somebody’s word says whose."),
             paint::Type::Body));
    rows->addWidget(
        line(tr("Qt %1 · %2 table formats · fonts Noto Sans and JetBrains Mono (SIL Open Font License) · "
                "MIT License")
                 .arg(QString::fromLatin1(qVersion()))
                 .arg(table::formats().size()),
             paint::Type::Caption));
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    rows->addSpacing(paint::px(6));
    rows->addWidget(close, 0, Qt::AlignRight);
    setFixedWidth(paint::px(460));
}

} // namespace anchorscope::ui

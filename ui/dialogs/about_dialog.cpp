#include "ui/dialogs/about_dialog.h"
#include "core/anchor/anchor_kinds.h"
#include "core/digest/profile.h"
#include "core/table/format.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QClipboard>
#include <QCoreApplication>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSslSocket>
#include <QSysInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using paint::px;

namespace {

QLabel* line(const QString& text, paint::Type type, bool secondary = false) {
    auto* label = new QLabel(text);
    label->setFont(paint::hexSafe(paint::font(type)));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (secondary) {
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    return label;
}

QString compiler() {
#if defined(__clang__)
    return u"clang %1.%2.%3"_s.arg(__clang_major__).arg(__clang_minor__).arg(__clang_patchlevel__);
#elif defined(__GNUC__)
    return u"gcc %1.%2.%3"_s.arg(__GNUC__).arg(__GNUC_MINOR__).arg(__GNUC_PATCHLEVEL__);
#else
    return AboutDialog::tr("unknown");
#endif
}

QString qtText() {
    const QString here = QString::fromLatin1(qVersion()), built = QStringLiteral(QT_VERSION_STR);
    return here == built ? here : AboutDialog::tr("%1 (built with %2)").arg(here, built);
}

} // namespace

QList<std::pair<QString, QString>> AboutDialog::versions() {
    const QString tls = QSslSocket::sslLibraryVersionString();
    return {
        {tr("Anchorscope"), QCoreApplication::applicationVersion()},
        {tr("Qt"), qtText()},
        {tr("OpenSSL"), tls.isEmpty() ? tr("not found") : tls},
        {tr("Compiler"), compiler()},
        {tr("System"), u"%1, %2, %3"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(),
                                           QGuiApplication::platformName())},
        {tr("Reads"), tr("%1 table formats, %2 anchor events, %3 commitment profiles")
                          .arg(table::formats().size())
                          .arg(anchor::kind_entries().size())
                          .arg(digest::profiles().size())}};
}

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About Anchorscope"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(px(24), px(20), px(24), px(16));
    rows->setSpacing(px(10));
    rows->addWidget(
        line(tr("Anchorscope %1").arg(QCoreApplication::applicationVersion()), paint::Type::Verdict));
    rows->addWidget(
        line(tr("Inspector for execution tables and their commitments on L1. Every digest, root and hash "
                "is recomputed on this computer; what rests on somebody’s word says whose."),
             paint::Type::Body));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(16));
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(1, 1);
    int row = 0;
    QString all;
    for (const auto& [name, value] : versions()) {
        grid->addWidget(line(name, paint::Type::Body, true), row, 0, Qt::AlignTop);
        grid->addWidget(line(value, paint::Type::Body), row++, 1);
        all += u"%1: %2\n"_s.arg(name, value);
    }
    rows->addSpacing(px(4));
    rows->addLayout(grid);
    rows->addSpacing(px(4));
    rows->addWidget(line(tr("Anchorscope is free under the MIT License. It stands on Qt (LGPL 3), OpenSSL "
                            "(Apache 2.0), nlohmann/json (MIT), tl::expected (CC0), libsodium (ISC), libzip "
                            "(BSD), libsecp256k1 (MIT), QtKeychain (BSD), and on the fonts Noto Sans and "
                            "JetBrains Mono (SIL Open Font License 1.1)."),
                         paint::Type::Caption, true));
    auto* copy = new QPushButton(paint::icon(paint::Glyph::Copy, paint::Ink::Text), tr("Copy versions"));
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this, [copy, all] {
        QGuiApplication::clipboard()->setText(all);
        copy->setText(tr("Copied"));
    });
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(close);
    rows->addSpacing(px(6));
    rows->addLayout(buttons);
    close->setFocus();
    setFixedSize(px(540), layout()->totalHeightForWidth(px(540))); // wrapped text asks for more by itself
}

} // namespace anchorscope::ui

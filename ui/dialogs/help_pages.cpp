#include "ui/dialogs/help_pages.h"
#include "ui/views/language.h"
#include <QCoreApplication>
#include <QFile>
#include <QTextDocumentFragment>
#include <algorithm>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE must stand outside every namespace.
static void initHelpResources() { Q_INIT_RESOURCE(anchorscope_help); }

namespace anchorscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::HelpPages)
};

QString fileOf(const QString& id) {
    const QString translated = u":/anchorscope/help/%1/%2.html"_s.arg(currentLanguage(), id);
    return QFile::exists(translated) ? translated : u":/anchorscope/help/%1.html"_s.arg(id);
}

} // namespace

QUrl HelpPage::url() const { return {u"qrc:/anchorscope/help/%1.html"_s.arg(id)}; }

QString HelpPage::html() const {
    QFile file(fileOf(id));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString HelpPage::text() const { return QTextDocumentFragment::fromHtml(html()).toPlainText(); }

const QList<HelpPage>& helpPages() {
    initHelpResources();
    static const QList<HelpPage> pages{
        {u"start"_s, Words::tr("Getting started")},
        {u"auditor"_s, Words::tr("For auditors")},
        {u"developer"_s, Words::tr("For developers")},
        {u"presenter"_s, Words::tr("For presenters")},
        {u"ladder"_s, Words::tr("The ladder, and whom it trusts")},
        {u"window"_s, Words::tr("The window")},
        {u"cases"_s, Words::tr("Cases and files")},
        {u"formats"_s, Words::tr("Formats and profiles")},
        {u"filter"_s, Words::tr("The filter")},
        {u"keys"_s, Words::tr("Keys")},
        {u"reports"_s, Words::tr("Reports")},
        {u"limits"_s, Words::tr("Limits")},
        {u"glossary"_s, Words::tr("Glossary")},
    };
    return pages;
}

const HelpPage* helpPage(const QString& id) {
    const auto found = std::ranges::find(helpPages(), id, &HelpPage::id);
    return found == helpPages().end() ? nullptr : &*found;
}

const HelpPage* helpPage(const QUrl& url) {
    const QString prefix = u"/anchorscope/help/"_s, suffix = u".html"_s, path = url.path();
    if (url.scheme() != u"qrc" || !path.startsWith(prefix) || !path.endsWith(suffix)) {
        return nullptr;
    }
    return helpPage(path.sliced(prefix.size()).chopped(suffix.size()));
}

} // namespace anchorscope::ui

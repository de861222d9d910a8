// Every text of the program is in every translation, finished, with the same arguments; and the window speaks
// it.
#include "dialog_support.h"
#include "text_fits.h"
#include "ui/widgets/translations.h"
#include "window_fixture.h"
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace Qt::StringLiterals;

namespace {

struct Message {
    QString context, source, disambiguation;
    QStringList translations; ///< one, or one a plural form
    bool finished = false;
};

QStringList textsOf(QXmlStreamReader& xml) {
    QStringList texts;
    QString whole;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"numerusform"_s) {
            texts += xml.readElementText();
        } else if (xml.isCharacters()) {
            whole += xml.text();
        } else if (xml.isEndElement() && xml.name() == u"translation"_s) {
            break;
        }
    }
    return texts.isEmpty() ? QStringList{whole} : texts;
}

QList<Message> messagesOf(const QString& file) {
    QFile in(file);
    QList<Message> found;
    if (!in.open(QIODevice::ReadOnly)) {
        return found;
    }
    QXmlStreamReader xml(&in);
    QString context;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"message"_s) {
            found.append(std::exchange(message, {}));
        }
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == u"name"_s) {
            context = xml.readElementText();
        } else if (xml.name() == u"message"_s) {
            message.context = context;
        } else if (xml.name() == u"source"_s) {
            message.source = xml.readElementText();
        } else if (xml.name() == u"comment"_s) {
            message.disambiguation = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            message.finished = xml.attributes().value(u"type"_s).isEmpty();
            message.translations = textsOf(xml);
        }
    }
    return found;
}

QStringList argumentsOf(const QString& text) {
    static const QRegularExpression argument(u"%\\d|%n"_s);
    QStringList found;
    for (auto each = argument.globalMatch(text); each.hasNext();) {
        found += each.next().captured();
    }
    found.sort();
    found.removeDuplicates();
    return found;
}

const QString sources = QStringLiteral(ANCHORSCOPE_SOURCE_DIR);

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startUi(); }
    void cleanup() { QCOMPARE(qtWarnings(), QStringList()); }

    void complete_data() {
        QTest::addColumn<QString>("file");
        const QDir folder(sources + u"/resources/translations"_s);
        for (const QString& file : folder.entryList({u"*.ts"_s})) {
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
        }
    }
    void complete() {
        QFETCH(QString, file);
        const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + u"/lupdate"_s;
        if (!QFile::exists(lupdate)) {
            QSKIP("lupdate is not installed (qt6-l10n-tools)");
        }
        const QTemporaryDir folder;
        const QString fresh = folder.filePath(u"fresh.ts"_s);
        QProcess run;
        run.setWorkingDirectory(sources);
        run.start(lupdate, {u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s, u"."_s,
                            u"ui"_s, u"model"_s, u"app"_s, u"-ts"_s, fresh});
        QVERIFY(run.waitForFinished(60000));
        QHash<QString, Message> known;
        for (const Message& each : messagesOf(file)) {
            known.insert(each.context + u'\n' + each.source + u'\n' + each.disambiguation, each);
        }
        const QList<Message> wanted = messagesOf(fresh);
        QVERIFY(wanted.size() > 900);
        QStringList missing, wrong;
        for (const Message& each : wanted) {
            if (file.endsWith(u"_en.ts"_s) && !each.source.contains(u"%n"_s)) {
                continue; // English is as written, but for plurals
            }
            const Message found =
                known.value(each.context + u'\n' + each.source + u'\n' + each.disambiguation);
            if (!found.finished || found.translations.contains(QString()) || found.translations.isEmpty()) {
                missing += each.context + u": "_s + each.source;
                continue;
            }
            for (const QString& text : found.translations) {
                const bool arguments = argumentsOf(text) == argumentsOf(each.source) ||
                                       (each.source.contains(u"%n"_s) && !text.contains(u"%n"_s));
                const bool key = text.contains(u'&') == each.source.contains(u'&');
                const bool edges = text.startsWith(u' ') == each.source.startsWith(u' ') &&
                                   text.endsWith(u' ') == each.source.endsWith(u' ');
                if (!arguments || !key || !edges) {
                    wrong += each.source + u" → "_s + text;
                }
            }
        }
        QCOMPARE(missing.join(u'\n'), QString());
        QCOMPARE(wrong.join(u'\n'), QString());
    }

    void theWindowSpeaksGerman() {
        ui::loadTranslations();
        QTranslator german;
        QVERIFY(german.load(u":/i18n/anchorscope_de.qm"_s));
        QCoreApplication::installTranslator(&german);
        {
            WindowFixture fixture;
            QVERIFY(buttonNamed(*fixture.find<ui::Welcome>(), u"Datei öffnen…"_s) != nullptr);
            fixture.shot(u"german-welcome"_s);
            QCOMPARE(cutTexts(fixture.window).join(u'\n'), QString());
            QVERIFY(fixture.openSample(u"tampered"_s));
            QCOMPARE(fixture.find<ui::Ladder>()->accessibleName(), u"Prüfleiter"_s);
            fixture.shot(u"german-tampered"_s);
            QCOMPARE(cutTexts(fixture.window).join(u'\n'), QString());
            fixture.window.resize(1024, 640);
            QTest::qWait(40);
            fixture.shot(u"german-small"_s);
        }
        QCoreApplication::removeTranslator(&german);
    }

    /// A case keeps its verdict in the list, whatever language it was opened in.
    void theListOfCasesIsReadInAnyLanguage() {
        ui::loadTranslations();
        QTranslator german;
        QVERIFY(german.load(u":/i18n/anchorscope_de.qm"_s));
        QCoreApplication::installTranslator(&german);
        const QTemporaryDir folder;
        for (const char* name : {"table.hex", "envelope.json", "evidence.json"}) {
            QVERIFY(QFile::copy(u":/samples/tampered/"_s + QLatin1String(name),
                                folder.filePath(QLatin1String(name))));
        }
        {
            WindowFixture fixture;
            QVERIFY(fixture.open(folder.path()));
            QCOMPARE(fixture.settings.recent().first().verdict, u"Mismatch"_s);
        }
        QCoreApplication::removeTranslator(&german);
    }
};

ANCHORSCOPE_UI_TEST(TestTranslations)
#include "test_translations.moc"

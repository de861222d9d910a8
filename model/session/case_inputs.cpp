#include "model/session/case_inputs.h"
#include "model/session/samples.h"
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

/// "folder/name", or empty where there is no such file.
QString existing(const QString& folder, const QString& name) {
    const QString path = folder.endsWith(u'/') ? folder + name : folder + u'/' + name;
    return QFileInfo(path).isFile() ? path : QString();
}

bool isTableName(const QString& name) { return name == u"table.hex" || name == u"table.bin"; }

} // namespace

CaseFiles CaseFiles::discover(const QString& path) {
    CaseFiles files;
    files.table = path;
    if (path.startsWith(u":/")) {
        (void)samples(); // a folder compiled in is only there once its resources are registered
    }
    const QFileInfo info(path);
    if (info.isDir()) {
        const QString hex = existing(path, u"table.hex"_s);
        const QString found = hex.isEmpty() ? existing(path, u"table.bin"_s) : hex;
        if (found.isEmpty()) {
            return files; // the folder itself: reading it says what is missing
        }
        files.table = found;
    } else if (!isTableName(info.fileName())) {
        return files;
    }
    const QString folder = info.isDir() ? path : info.path();
    files.envelope = existing(folder, u"envelope.json"_s);
    if (const QString evidence = existing(folder, u"evidence.json"_s); !evidence.isEmpty()) {
        files.evidence = {evidence};
    }
    return files;
}

QString EndpointChoice::displayName() const {
    const QString host = url.host();
    const QString name = host.contains(u':') ? u'[' + host + u']' : host;
    return url.port() < 0 ? name : u"%1:%2"_s.arg(name).arg(url.port());
}

} // namespace anchorscope::model

// URLs of endpoints for a command line that others may see: what could be a key is a variable of the shell,
// RPC_KEY for the first, RPC_KEY_2 for the next. Limits: 1. shown are scheme, host, port, path segments that
// redaction.h knows as no key, and the usual names of query items; 2. a fragment goes to no server and is
// left out; 3. equal keys of one command are one variable.
#pragma once
#include <QStringList>
#include <QUrl>

namespace anchorscope::model {

class KeyVariables {
public:
    /// One word: https://node.example/v3/"$RPC_KEY".
    [[nodiscard]] QString word(const QUrl& url);
    /// Names that the words so far need set: "RPC_KEY".
    [[nodiscard]] QStringList names() const;

private:
    [[nodiscard]] QString variable(const QString& secret);
    [[nodiscard]] QString query(const QUrl& url);

    QStringList m_secrets; ///< in the order of their variables; never shown
};

} // namespace anchorscope::model

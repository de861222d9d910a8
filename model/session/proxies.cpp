#include "model/session/proxies.h"
#include <QHostAddress>
#include <QNetworkProxy>

namespace anchorscope::model {

QList<QNetworkProxy> EndpointProxies::queryProxy(const QNetworkProxyQuery& query) {
    const QString host = query.peerHostName();
    const bool here = host == u"localhost" || QHostAddress(host).isLoopback();
    return here ? QList{QNetworkProxy(QNetworkProxy::NoProxy)} : systemProxyForQuery(query);
}

} // namespace anchorscope::model

// The system's proxies for endpoints elsewhere, none for those on this machine.
#pragma once
#include <QNetworkProxyFactory>

namespace anchorscope::model {

class EndpointProxies : public QNetworkProxyFactory {
public:
    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;
};

} // namespace anchorscope::model

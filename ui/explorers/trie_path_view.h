// A path through a trie from the root down: each node a box with its hash and whether it matches, joined by a
// rail that shows the nibbles of the key.
#pragma once
#include "model/explore/evidence_page.h"
#include <QListView>

namespace anchorscope::ui {

class TriePathView : public QListView {
    Q_OBJECT
public:
    enum Role { NodeRole = Qt::UserRole + 200 }; ///< model::PathNode

    explicit TriePathView(QWidget* parent = nullptr);
    ~TriePathView() override;
    void setPath(const QList<model::PathNode>& path);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Model;
    Model* m_model;
};

} // namespace anchorscope::ui

Q_DECLARE_METATYPE(anchorscope::model::PathNode)

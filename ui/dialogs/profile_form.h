// One profile's fields. A stored address is shown without what may be a key, and kept unless another one is
// typed.
#pragma once
#include "model/settings/endpoint_book.h"
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace anchorscope::ui {

class CheckedField;

class ProfileForm : public QWidget {
    Q_OBJECT
public:
    explicit ProfileForm(const model::EndpointBook* book);
    /// `full`: the address with its key; empty for a new profile.
    void setProfile(const model::EndpointProfile& profile, const QUrl& full);
    [[nodiscard]] model::EndpointProfile profile() const;
    /// The address as typed, else the kept one; empty where neither is there.
    [[nodiscard]] QUrl address() const;
    /// Nothing that was typed is wrong, and there are a name and an address.
    [[nodiscard]] bool isComplete() const;
    [[nodiscard]] bool isEdited() const;
    void focusName();

Q_SIGNALS:
    void changed();

private:
    void refresh();

    const model::EndpointBook* m_book;
    model::EndpointProfile m_given;
    QUrl m_kept;
    CheckedField *m_name, *m_address, *m_chain, *m_rollup;
    QCheckBox* m_trusted;
    QComboBox* m_key;
};

} // namespace anchorscope::ui

#include "ui/views/copy_menu.h"
#include <QAbstractItemView>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr qsizetype preview_length = 56;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::CopyMenu)
};

/// The row's answer, from whichever of its cells gives one.
QVariant ofRow(const QModelIndex& cell, int role) {
    QVariant value = cell.data(role);
    for (int column = 0; !value.isValid() && column < cell.model()->columnCount(cell.parent()); ++column) {
        value = cell.siblingAtColumn(column).data(role);
    }
    return value;
}

} // namespace

model::CopyThing copyThing(const QWidget* focus, const Choice& choice) {
    model::CopyThing thing{{}, choice.path, choice.range, choice.rung};
    const auto* view = qobject_cast<const QAbstractItemView*>(focus);
    const QModelIndex cell = view != nullptr ? view->currentIndex() : QModelIndex();
    if (!cell.isValid()) {
        return thing;
    }
    thing.value = cell.data(model::CopyRole).toString();
    if (thing.value.isEmpty()) {
        thing.value = cell.data(Qt::DisplayRole).toString();
    }
    if (const QVariant range = ofRow(cell, model::RangeRole); range.canConvert<ByteRange>()) {
        thing.range = range.value<ByteRange>();
    }
    if (const QString path = ofRow(cell, model::PathRole).toString(); !path.isEmpty()) {
        thing.path = path;
    }
    if (const QVariant rung = ofRow(cell, model::RungRole); rung.isValid() && rung.toInt() >= 0) {
        thing.rung = static_cast<verify::RungId>(rung.toInt());
    }
    return thing;
}

QString copyPreview(const QString& text) {
    const QString line = text.first(std::min<qsizetype>(text.size(), 4 * preview_length)).simplified();
    return line.size() > preview_length ? line.first(preview_length) + u'…' : line;
}

void fillCopyMenu(QMenu* menu, const QList<model::CopyForm>& forms,
                  const std::function<void(const model::CopyForm&)>& copy) {
    model::CopyForm::Kind before = model::CopyForm::Kind::Value;
    for (const model::CopyForm& form : forms) {
        const bool command = form.kind >= model::CopyForm::Kind::Cast;
        if (command && before < model::CopyForm::Kind::Cast && !menu->isEmpty()) {
            menu->addSeparator();
        }
        before = form.kind;
        // What tells requests apart stands behind what all of them begin with.
        const qsizetype method =
            form.kind == model::CopyForm::Kind::Curl ? form.text.indexOf(u"\"method\""_s) : -1;
        QString preview = copyPreview(method > 0 ? form.text.sliced(method) : form.text);
        preview.prepend(method > 0 ? u"…"_s : QString()).replace(u'&', u"&&"_s);
        QAction* const each =
            menu->addAction(form.title + u'\t' + preview, menu, [copy, form] { copy(form); });
        each->setData(static_cast<int>(form.kind));
        each->setWhatsThis(form.text.first(std::min<qsizetype>(form.text.size(), 10 * preview_length)));
    }
    if (forms.isEmpty()) {
        menu->addAction(Words::tr("Nothing is chosen"))->setEnabled(false);
    }
}

} // namespace anchorscope::ui

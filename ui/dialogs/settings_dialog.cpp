#include "ui/dialogs/settings_dialog.h"
#include "core/verify/request.h"
#include "model/items/texts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/views/language.h"
#include "ui/views/theme_choice.h"
#include "ui/widgets/panel.h"
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::Setting;
using paint::px;

namespace {

constexpr int first_width = 620;
constexpr int zoom_step = 10;

QLabel* hint(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setFont(paint::hexSafe(paint::font(paint::Type::Caption)));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

/// Rows of caption and field, each with a hint below where one is needed.
class Form {
public:
    explicit Form(QWidget* page) : m_grid(parts::fieldGrid(page)) { m_grid->setVerticalSpacing(px(6)); }
    void add(const QString& caption, QWidget* field, const QString& words = {}) {
        auto* label = new QLabel(caption);
        label->setBuddy(field);
        field->setAccessibleName(caption);
        field->setAccessibleDescription(words);
        m_grid->addWidget(label, m_row, 0);
        const bool button = qobject_cast<QPushButton*>(field) != nullptr; // no wider than its words
        m_grid->addWidget(field, m_row++, 1, button ? Qt::AlignLeft : Qt::Alignment());
        addHint(words);
    }
    void add(QCheckBox* box, const QString& words = {}) {
        box->setAccessibleDescription(words);
        m_grid->addWidget(box, m_row++, 0, 1, 2);
        if (!words.isEmpty()) {
            auto* label = hint(words);
            label->setIndent(px(24));
            m_grid->addWidget(label, m_row++, 0, 1, 2);
        }
    }

private:
    void addHint(const QString& words) {
        if (!words.isEmpty()) {
            m_grid->addWidget(hint(words), m_row++, 1);
        }
    }

    QGridLayout* m_grid;
    int m_row = 0;
};

} // namespace

class SettingsDialog::Private {
public:
    model::Settings* settings = nullptr;
    QComboBox *theme = nullptr, *language = nullptr, *policy = nullptr;
    QSpinBox* zoom = nullptr;
    QList<std::pair<Setting, QCheckBox*>> boxes;
    QLabel* restart = nullptr;
    QString language_before;
    bool filling = false;
};

SettingsDialog::SettingsDialog(model::Settings* settings, QWidget* parent)
    : QDialog(parent), d(std::make_unique<Private>()) {
    d->settings = settings;
    d->language_before = settings->get(Setting::Language).toString();
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    build();
    fill();
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::build() {
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(parts::margin, parts::margin, parts::margin, parts::margin);
    rows->setSpacing(parts::gap);
    rows->addWidget(parts::framed(tr("Look"), {}, buildLook()));
    rows->addWidget(parts::framed(tr("Verifying"), tr("for cases opened from now on"), buildVerifying()));
    rows->addWidget(parts::framed(tr("Cases"), {}, buildCases()));
    rows->addStretch(1);
    auto* buttons = new QHBoxLayout;
    auto* back = new QPushButton(tr("Reset to defaults"));
    back->setAutoDefault(false);
    back->setAccessibleDescription(tr("Endpoints, recent cases and the layout of windows stay."));
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(back, &QPushButton::clicked, this, &SettingsDialog::reset);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addWidget(back);
    buttons->addStretch(1);
    buttons->addWidget(close);
    rows->addLayout(buttons);
    resize(px(first_width), layout()->totalHeightForWidth(px(first_width)));
}

QWidget* SettingsDialog::buildLook() {
    auto* page = new QWidget;
    Form form(page);
    d->theme = new QComboBox;
    d->theme->addItem(tr("As the system"), u"system"_s);
    d->theme->addItem(tr("Light"), u"light"_s);
    d->theme->addItem(tr("Dark"), u"dark"_s);
    d->language = new QComboBox;
    d->language->addItem(tr("As the system"), QString());
    for (const QString& code : languages()) {
        d->language->addItem(languageName(code), code);
    }
    d->zoom = new QSpinBox;
    d->zoom->setRange(static_cast<int>(paint::rules::least_zoom * 100),
                      static_cast<int>(paint::rules::greatest_zoom * 100));
    d->zoom->setSingleStep(zoom_step);
    d->zoom->setSuffix(tr(" %"));
    d->zoom->setKeyboardTracking(false);
    form.add(tr("Theme"), d->theme);
    form.add(tr("Language"), d->language);
    d->restart = hint(tr("Windows that are open keep their language until they are opened again."));
    form.add(tr("Size"), d->zoom, tr("Text and measures together, as Ctrl + and Ctrl − do."));
    auto* still = new QCheckBox(tr("Move as little as possible"));
    d->boxes.append({Setting::ReducedMotion, still});
    form.add(still);
    page->layout()->addWidget(d->restart);
    d->restart->hide();
    connect(d->theme, &QComboBox::currentIndexChanged, this,
            [this] { put(Setting::Theme, d->theme->currentData()); });
    connect(d->language, &QComboBox::currentIndexChanged, this, [this] {
        put(Setting::Language, d->language->currentData());
        d->restart->setVisible(d->language->currentData().toString() != d->language_before);
    });
    connect(d->zoom, &QSpinBox::valueChanged, this,
            [this](int percent) { put(Setting::ZoomPercent, percent); });
    return page;
}

QWidget* SettingsDialog::buildVerifying() {
    auto* page = new QWidget;
    Form form(page);
    d->policy = new QComboBox;
    for (const auto policy : {verify::Policy::digest, verify::Policy::event, verify::Policy::inclusion,
                              verify::Policy::block, verify::Policy::final_}) {
        const QString name = model::textOf(verify::name(policy));
        d->policy->addItem(name, name);
    }
    form.add(tr("Policy"), d->policy, tr("Up to which rung a case must hold to be called verified."));
    auto* profiles = new QPushButton(tr("Endpoint profiles…"));
    profiles->setAutoDefault(false);
    form.add(tr("Endpoints"), profiles, tr("Keys are kept in the system’s keychain, never here."));
    connect(d->policy, &QComboBox::currentIndexChanged, this,
            [this] { put(Setting::Policy, d->policy->currentData()); });
    connect(profiles, &QPushButton::clicked, this, &SettingsDialog::profilesRequested);
    return page;
}

QWidget* SettingsDialog::buildCases() {
    auto* page = new QWidget;
    Form form(page);
    const auto add = [&](Setting setting, const QString& text, const QString& words) {
        auto* box = new QCheckBox(text);
        d->boxes.append({setting, box});
        form.add(box, words);
    };
    add(Setting::ReloadOnChange, tr("Verify again when a file changes on disk"),
        tr("Otherwise only that it changed is told."));
    add(Setting::RestoreCases, tr("Open at start what was open at the end"),
        tr("Cases from files, with the place in them; never what was pasted."));
    add(Setting::SingleInstance, tr("One program for all windows"),
        tr("A second start opens its files in the program that runs already."));
    for (const auto& [setting, box] : std::as_const(d->boxes)) {
        connect(box, &QCheckBox::toggled, this, [this, setting = setting](bool on) { put(setting, on); });
    }
    return page;
}

void SettingsDialog::fill() {
    d->filling = true;
    const auto choose = [this](QComboBox* box, Setting setting) {
        box->setCurrentIndex(std::max(0, box->findData(d->settings->get(setting))));
    };
    choose(d->theme, Setting::Theme);
    choose(d->language, Setting::Language);
    choose(d->policy, Setting::Policy);
    d->zoom->setValue(d->settings->get(Setting::ZoomPercent).toInt());
    for (const auto& [setting, box] : std::as_const(d->boxes)) {
        box->setChecked(d->settings->get(setting).toBool());
    }
    d->filling = false;
}

void SettingsDialog::put(Setting setting, const QVariant& value) {
    if (!d->filling && d->settings->get(setting) != value) {
        d->settings->set(setting, value);
        Q_EMIT changed(setting);
    }
}

void SettingsDialog::reset() {
    d->settings->reset();
    fill();
    d->restart->setVisible(d->language->currentData().toString() != d->language_before);
    for (const model::Settings::Row& row : model::Settings::table()) {
        if (row.chosen) {
            Q_EMIT changed(row.setting);
        }
    }
}

} // namespace anchorscope::ui

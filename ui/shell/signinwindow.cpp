// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/signinwindow.h"

#include "ui/shell/language.h"
#include "ui/shell/personabutton.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

constexpr int cardWidth = 440;

/// The mark of the program: its icon in a filled square.
class Mark final : public QWidget
{
public:
    Mark() { setFixedSize(44, 44); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accent.solid);
        painter.drawRoundedRect(rect(), 11, 11);
        paintIcon(&painter, u"logo"_s, rect(), t.accent.onSolid, 26);
    }
};

QVBoxLayout *plainColumn(QWidget *widget, int spacing)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

} // namespace

SignInWindow::SignInWindow(Theme &theme, Language &language, QWidget *parent)
    : QWidget(parent), m_title(makeLabel(TextStyle::Title)), m_subtitle(makeLabel(TextStyle::Muted)),
      m_banner(new Banner(Tone::Danger)), m_form(new Form), m_fields(new Form), m_profile(new QComboBox),
      m_add(makeIconButton(u"plus"_s)), m_edit(makeIconButton(u"pencil"_s)), m_remove(makeIconButton(u"trash"_s)),
      m_email(new QLineEdit), m_password(new QLineEdit), m_remember(new QCheckBox), m_signIn(makeButton(ButtonStyle::Primary)),
      m_register(makeButton(ButtonStyle::Quiet)), m_activate(makeButton(ButtonStyle::Quiet)), m_forgotten(makeButton(ButtonStyle::Quiet)),
      m_account(makeAccount()), m_personaBox(new QWidget), m_personaTitle(makeLabel(TextStyle::SmallStrong)),
      m_personaList(new QVBoxLayout), m_progressText(makeParagraph(TextStyle::Muted)),
      m_cancel(makeButton(ButtonStyle::Quiet)), m_progress(makeProgress()), m_languageButton(nullptr), m_themeButton(nullptr)
{
    setProperty("panel", u"window"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_banner->hide();
    m_progress->hide();

    QVBoxLayout *personas = plainColumn(m_personaBox, 8);
    m_personaList->setSpacing(6);
    personas->addWidget(m_personaTitle);
    personas->addLayout(m_personaList);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(14);
    heading->addWidget(new Mark);
    auto *titles = new QVBoxLayout;
    titles->setSpacing(0);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    heading->addLayout(titles, 1);

    auto *card = new QFrame;
    card->setProperty("panel", u"card"_s);
    card->setFixedWidth(cardWidth);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(28, 26, 28, 28);
    column->setSpacing(18);
    column->addLayout(heading);
    column->addWidget(m_banner);
    column->addWidget(makeServerRow());
    column->addWidget(m_account);
    column->addWidget(m_personaBox);
    column->addWidget(m_progress);

    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(24, 24, 24, 16);
    outer->addStretch(2);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    outer->addWidget(makeFooter(theme, language));
    connect(m_banner, &Banner::actionRequested, this,
            [this] { Q_EMIT unlockRequested(currentProfile(), m_email->text().trimmed(), m_password->text()); });
    retranslate();
}

QWidget *SignInWindow::makeServerRow()
{
    m_form->addField(u"profile"_s, m_profile);
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_form, 1);
    for (QToolButton *button : {m_add, m_edit, m_remove})
        layout->addWidget(button, 0, Qt::AlignBottom);
    connect(m_profile, &QComboBox::currentIndexChanged, this, [this] {
        refreshProfile();
        Q_EMIT profileChanged(currentProfile());
    });
    connect(m_add, &QToolButton::clicked, this, &SignInWindow::addServerRequested);
    connect(m_edit, &QToolButton::clicked, this, [this] { Q_EMIT editServerRequested(currentProfile()); });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeServerRequested(currentProfile()); });
    return row;
}

QWidget *SignInWindow::makeAccount()
{
    m_password->setEchoMode(QLineEdit::Password);
    m_email->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_signIn->setMinimumHeight(36);
    m_fields->addField(u"email"_s, m_email);
    m_fields->addField(u"password"_s, m_password);
    m_fields->addWidget(m_remember);
    auto *box = new QWidget;
    QVBoxLayout *account = plainColumn(box, 16);
    account->addWidget(m_fields);
    account->addWidget(m_signIn);
    account->addWidget(makeAccountActs());
    connect(m_signIn, &QPushButton::clicked, this, &SignInWindow::signIn);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInWindow::signIn);
    connect(m_email, &QLineEdit::returnPressed, this, [this] { m_password->setFocus(); });
    for (QLineEdit *edit : {m_email, m_password})
        connect(edit, &QLineEdit::textEdited, m_fields, &Form::clearErrors);
    return box;
}

QWidget *SignInWindow::makeAccountActs()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QPushButton *button : {m_register, m_activate, m_forgotten})
        layout->addWidget(button);
    connect(m_register, &QPushButton::clicked, this, [this] { Q_EMIT registrationRequested(currentProfile()); });
    connect(m_activate, &QPushButton::clicked, this, [this] { Q_EMIT activationRequested(currentProfile()); });
    connect(m_forgotten, &QPushButton::clicked, this, [this] { Q_EMIT resetRequested(currentProfile()); });
    return row;
}

QWidget *SignInWindow::makeProgress()
{
    auto *box = new QWidget;
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    QVBoxLayout *progress = plainColumn(box, 8);
    progress->addWidget(bar);
    auto *line = new QHBoxLayout;
    line->addWidget(m_progressText, 1);
    line->addWidget(m_cancel);
    progress->addLayout(line);
    connect(m_cancel, &QPushButton::clicked, this, &SignInWindow::cancelRequested);
    return box;
}

QWidget *SignInWindow::makeFooter(Theme &theme, Language &language)
{
    auto *footer = new QWidget;
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeLabel(TextStyle::Small, u"Tenantry " TENANTRY_VERSION ""_s));
    layout->addStretch();
    m_languageButton = makeButton(ButtonStyle::Quiet, {}, u"globe"_s);
    m_languageButton->setText(u"中文 / English"_s);
    m_themeButton = makeButton(ButtonStyle::Quiet, {}, u"sun"_s);
    layout->addWidget(m_languageButton);
    layout->addWidget(m_themeButton);
    connect(m_languageButton, &QPushButton::clicked, &language,
            [&language] { language.apply(language.code() == u"en"_s ? u"zh_CN"_s : u"en"_s); });
    connect(m_themeButton, &QPushButton::clicked, &theme,
            [&theme] { theme.apply(theme.isDark() ? Theme::Mode::Light : Theme::Mode::Dark); });
    return footer;
}

void SignInWindow::setProfiles(const QList<ServerProfileView> &profiles, const QString &current)
{
    Q_ASSERT(!profiles.isEmpty());
    m_profiles = profiles;
    {
        const QSignalBlocker quiet(m_profile);
        m_profile->clear();
        for (const ServerProfileView &profile : profiles)
            m_profile->addItem(icon(profile.demo ? u"display"_s : u"server"_s), profile.name, profile.id);
        m_profile->setCurrentIndex(std::max(0, m_profile->findData(current)));
    }
    refreshProfile();
}

QString SignInWindow::currentProfile() const
{
    return m_profile->currentData().toString();
}

void SignInWindow::setPersonas(const QList<PersonaView> &personas)
{
    m_personas = personas;
    rebuildPersonas();
}

void SignInWindow::refreshProfile()
{
    if (!current())
        return;
    const ServerProfileView &profile = *current();
    m_account->setVisible(!profile.demo);
    m_personaBox->setVisible(profile.demo && !m_personas.isEmpty());
    m_email->setText(profile.rememberedEmail);
    m_password->clear();
    refreshServerTexts();
    m_remember->setChecked(profile.passwordRemembered);
    m_fields->clearErrors();
    m_banner->hide();
    if (!profile.demo)
        (profile.rememberedEmail.isEmpty() ? m_email : m_password)->setFocus();
}

void SignInWindow::refreshServerTexts()
{
    if (!current())
        return;
    const ServerProfileView &profile = *current();
    const QString why = profile.demo ? tr("The demo belongs to this program") : tr("This server comes from the environment (PG…)");
    setButtonName(m_edit, tr("Edit the server"));
    setButtonName(m_remove, tr("Remove the server"));
    for (QToolButton *button : {m_edit, m_remove})
        if (!profile.editable)
            setUsable(button, false, why);
        else
            button->setEnabled(true);
    for (QPushButton *button : {m_register, m_activate, m_forgotten})
        setUsable(button, profile.hasAccounts, tr("This server's settings name no address for accounts: ask your administrator for it."));
    m_password->setPlaceholderText(profile.passwordRemembered ? tr("remembered in the keychain") : QString());
}

void SignInWindow::rebuildPersonas()
{
    while (QLayoutItem *item = m_personaList->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const PersonaView &persona : std::as_const(m_personas)) {
        auto *button = new PersonaButton(persona);
        button->setEnabled(!m_busy);
        connect(button, &QAbstractButton::clicked, this, [this, id = persona.id] { Q_EMIT personaChosen(id); });
        m_personaList->addWidget(button);
    }
    m_personaBox->setVisible(current() && current()->demo && !m_personas.isEmpty());
}

void SignInWindow::setBusy(bool busy)
{
    m_busy = busy;
    m_progress->setVisible(busy);
    for (QWidget *widget : {m_form->parentWidget(), m_account, m_personaBox})
        widget->setEnabled(!busy);
    for (int i = 0; i < m_personaList->count(); ++i)
        m_personaList->itemAt(i)->widget()->setEnabled(!busy);
}

void SignInWindow::showReady()
{
    setBusy(false);
    m_banner->hide();
}

void SignInWindow::showBusy(const QString &sentence)
{
    m_banner->hide();
    m_progressText->setText(sentence);
    setBusy(true);
}

void SignInWindow::showError(const QString &message)
{
    setBusy(false);
    m_banner->setTone(Tone::Danger);
    m_banner->setText(message);
    m_banner->setAction({});
    m_banner->show();
    m_password->selectAll();
    m_password->setFocus();
}

void SignInWindow::showOffline(const QString &message, const QDateTime &lastSync)
{
    setBusy(false);
    m_offlineCopy = lastSync;
    const QString when = shortMomentText(lastSync, QDateTime::currentDateTime());
    m_banner->setTone(Tone::Warning);
    m_banner->setText(message + u'\n' + tr("The local copy is of %1.").arg(when));
    m_banner->setAction(tr("Work offline"));
    m_banner->show();
}

void SignInWindow::showNotice(const QString &message)
{
    m_banner->setTone(Tone::Info);
    m_banner->setText(message);
    m_banner->setAction({});
    m_banner->show();
}

const ServerProfileView *SignInWindow::current() const
{
    const int index = m_profile->currentIndex();
    return index < 0 ? nullptr : &m_profiles[index];
}

void SignInWindow::signIn()
{
    const ServerProfileView *profile = current();
    if (m_busy || !profile)
        return;
    m_fields->clearErrors();
    const QString email = m_email->text().trimmed();
    const bool isKnown = profile->passwordless || (profile->passwordRemembered && email == profile->rememberedEmail);
    if (email.isEmpty())
        m_fields->setError(u"email"_s, tr("Enter your e-mail or sign-in name."));
    if (m_password->text().isEmpty() && !isKnown)
        m_fields->setError(u"password"_s, tr("Enter the password."));
    if (m_fields->hasErrors())
        return;
    Q_EMIT signInRequested(currentProfile(), email, m_password->text(), m_remember->isChecked());
}

void SignInWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SignInWindow::retranslate()
{
    setWindowTitle(tr("Tenantry: sign in"));
    m_title->setText(tr("Sign in to Tenantry"));
    m_subtitle->setText(tr("Tenants, people and permissions"));
    m_form->field(u"profile"_s)->setLabel(tr("Server"));
    m_fields->field(u"email"_s)->setLabel(tr("E-mail or sign-in name"));
    m_fields->field(u"password"_s)->setLabel(tr("Password"));
    setButtonName(m_add, tr("Add a server"));
    refreshServerTexts();
    m_remember->setText(tr("Remember in the keychain"));
    m_signIn->setText(tr("Sign in"));
    m_register->setText(tr("Create account"));
    m_activate->setText(tr("Activate"));
    m_forgotten->setText(tr("Forgotten password"));
    m_personaTitle->setText(tr("Enter the demo as"));
    m_cancel->setText(tr("Cancel"));
    m_languageButton->setAccessibleName(tr("Switch language"));
    m_themeButton->setText(tr("Theme"));
    m_themeButton->setAccessibleName(tr("Switch between light and dark"));
}

} // namespace tenantry::ui

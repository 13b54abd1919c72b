// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/topbar.h"

#include "ui/shell/accountbutton.h"
#include "ui/shell/bellbutton.h"
#include "ui/shell/shellactions.h"
#include "ui/shell/syncchip.h"
#include "ui/theme/icons.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QActionGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QWidgetAction>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

/// Looks like a field, is a button: typing happens in the palette.
class PaletteButton final : public QPushButton
{
public:
    PaletteButton()
    {
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setMinimumWidth(200);
        setMaximumWidth(340);
        setFixedHeight(metrics::controlHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setKeys(const QString &keys) { m_keys = keys; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(hasFocus() ? t.accent.solid : underMouse() ? t.borderStrong : t.border);
        painter.setBrush(t.dark ? t.sunken : t.window);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
        paintIcon(&painter, u"search"_s, QRectF(10, 0, metrics::iconSize, height()), t.textMuted);
        painter.setPen(t.textFaint);
        QRect rest(34, 0, width() - 46, height());
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, m_keys);
        rest.setRight(rest.right() - painter.fontMetrics().horizontalAdvance(m_keys) - 8);
        painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, rest.width()));
    }

private:
    QString m_keys;
};

} // namespace

TopBar::TopBar(ShellActions &actions, QWidget *parent)
    : QWidget(parent), m_actions(actions), m_title(makeLabel(TextStyle::Heading)), m_palette(new PaletteButton),
      m_chip(new SyncChip), m_bell(new BellButton), m_account(new AccountButton), m_menu(new QMenu(this)), m_languageMenu(new QMenu(m_menu)),
      m_themeMenu(new QMenu(m_menu)), m_who(makeLabel(TextStyle::Strong)), m_whoBelow(makeLabel(TextStyle::Small))
{
    setProperty("panel", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(52);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, 0, 12, 0);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addStretch(1);
    layout->addWidget(m_palette, 2);
    layout->addWidget(m_chip);
    layout->addWidget(m_bell);
    m_bell->hide();
    layout->addWidget(m_account);
    connect(m_palette, &QPushButton::clicked, actions.palette, &QAction::trigger);
    connect(m_chip, &SyncChip::clicked, actions.syncPanel, &QAction::trigger);
    buildMenu();
    retranslate();
}

void TopBar::buildMenu()
{
    auto *head = new QWidget;
    auto *texts = new QVBoxLayout(head);
    texts->setContentsMargins(10, 6, 24, 8);
    texts->setSpacing(0);
    texts->addWidget(m_who);
    texts->addWidget(m_whoBelow);
    auto *who = new QWidgetAction(m_menu);
    who->setDefaultWidget(head);
    who->setEnabled(false);
    m_menu->addAction(who);
    m_menu->addSeparator();
    m_menu->addAction(m_actions.profile);
    m_languageMenu->setIcon(icon(u"globe"_s));
    m_languageMenu->addActions(m_actions.languages->actions());
    m_themeMenu->setIcon(icon(u"sun"_s));
    m_themeMenu->addActions(m_actions.themes->actions());
    m_menu->addMenu(m_languageMenu);
    m_menu->addMenu(m_themeMenu);
    m_menu->addSeparator();
    m_menu->addActions({m_actions.help, m_actions.shortcuts, m_actions.about});
    m_menu->addSeparator();
    m_menu->addActions({m_actions.lock, m_actions.signOut});
    m_account->setMenu(m_menu);
}

void TopBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void TopBar::setAccount(const AccountView &account)
{
    m_account->setAccount(account);
    m_account->setAccessibleName(tr("Account: %1").arg(account.name));
    m_account->setToolTip(account.name);
    m_who->setText(account.name);
    QStringList below;
    for (const QString &text : {account.email, account.role}) {
        if (!text.isEmpty())
            below.append(text);
    }
    m_whoBelow->setText(below.join(u'\n'));
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TopBar::retranslate()
{
    m_palette->setText(tr("Search or command"));
    m_palette->setAccessibleName(tr("Search or command"));
    static_cast<PaletteButton *>(m_palette)->setKeys(m_actions.palette->shortcut().toString(QKeySequence::NativeText));
    m_account->setAccessibleName(tr("Account: %1").arg(m_who->text()));
    m_languageMenu->setTitle(tr("Language"));
    m_themeMenu->setTitle(tr("Theme"));
}

} // namespace tenantry::ui

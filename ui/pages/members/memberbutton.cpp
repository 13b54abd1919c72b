// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/memberbutton.h"

#include "ui/theme/icons.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

MemberButton::MemberButton(Session &session, QWidget *parent)
    : QPushButton(parent), m_actions(new MemberActions(session, this)), m_menu(new QMenu(this))
{
    setIcon(ui::icon(u"more"_s));
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu->clear();
        m_actions->fill(m_menu, m_user);
    });
    retranslate();
    setUser({});
}

void MemberButton::setUser(UserId user)
{
    m_user = user;
    const QString refusal = m_actions->refusalOfAll(user);
    setUsable(this, refusal.isEmpty(), refusal);
}

void MemberButton::retranslate()
{
    setText(tr("More"));
    setAccessibleName(tr("More about this person"));
}

void MemberButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        setUser(m_user);
    }
    QPushButton::changeEvent(event);
}

} // namespace tenantry::ui::members

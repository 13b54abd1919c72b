// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/memberbutton.h"

#include "ui/pages/members/accesscopydialog.h"
#include "ui/pages/members/handoverdialog.h"
#include "ui/pages/members/memberremovedialog.h"
#include "ui/theme/icons.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

MemberButton::MemberButton(Session &session, QWidget *parent)
    : QPushButton(parent), m_session(session), m_menu(new QMenu(this))
{
    setIcon(ui::icon(u"more"_s));
    setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &MemberButton::fill);
    retranslate();
    setUser({});
}

void MemberButton::setUser(UserId user)
{
    m_user = user;
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findUser(user);
    const QString refusal =
        user.isNull() || !index.isValid()
            ? tr("Choose a person in the list.")
            : m_session.refusal(u"handover"_s, snapshot->tenantId(snapshot->user(index).tenant()));
    setUsable(this, refusal.isEmpty(), refusal);
}

void MemberButton::fill()
{
    m_menu->clear();
    m_menu->addAction(ui::icon(u"move"_s), tr("Hand over…"), this, &MemberButton::handOver);
    m_menu->addAction(ui::icon(u"copy"_s), tr("Copy access…"), this, &MemberButton::copyAccess);
    m_menu->addSeparator();
    m_menu->addAction(ui::icon(u"trash"_s), tr("Remove from the tenant…"), this, &MemberButton::remove);
}

void MemberButton::handOver()
{
    (new HandoverDialog(m_session, m_user, window()))->open();
}

void MemberButton::copyAccess()
{
    (new AccessCopyDialog(m_session, m_user, window()))->open();
}

void MemberButton::remove()
{
    const auto duties = dutiesOf(m_session, m_user);
    if (std::ranges::none_of(duties, &DutyItem::binds)) {
        (new MemberRemoveDialog(m_session, m_user, window()))->open();
        return;
    }
    auto *first = new HandoverDialog(m_session, m_user, window());
    connect(first, &HandoverDialog::given, this,
            [this, user = m_user] { (new MemberRemoveDialog(m_session, user, window()))->open(); });
    first->open();
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

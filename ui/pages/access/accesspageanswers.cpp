// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the page answers: asked anew when something changed, with as of when it is true and how sure.
#include "ui/pages/access/accesspage.h"

#include "core/access/resolver.h"
#include "ui/dialogs/boundchip.h"
#include "ui/models/asof.h"
#include "ui/models/snapshotchanges.h"
#include "ui/pages/access/accesslistpane.h"
#include "ui/pages/access/pickfield.h"
#include "ui/pages/access/planbar.h"
#include "ui/pages/access/planbasket.h"
#include "ui/pages/spaces/reasonpane.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/past/asoffield.h"
#include "ui/past/viewpoint.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace explorer;

void AccessPage::refresh()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    if (m_viewpoint->isNow() && differs(m_shown, snapshot,
                                        {RowKind::Tenant, RowKind::User, RowKind::Organization,
                                         RowKind::Membership, RowKind::RoleGroup, RowKind::RoleGroupMember,
                                         RowKind::Space, RowKind::Resource, RowKind::Grant}))
        ask();
    m_shown = snapshot;
}

// Another moment, or on the way to it: what is shown is of then, and nothing is planned there.
void AccessPage::turn()
{
    m_planBar->setRefusal(m_viewpoint->isNow()
                              ? QString()
                              : tr("You are looking at the past. Go back to now to plan changes."));
    m_basket->setRefusal(m_viewpoint->isNow()
                             ? QString()
                             : tr("You are looking at the past. Go back to now to change something."));
    m_list->forget();
    m_explanation->clear();
    if (m_viewpoint->isNow() || m_viewpoint->state() == Viewpoint::State::Then)
        ask();
    else
        updateTime();
}

// Of a past moment also: whether it belongs to the tenant whose past it is.
bool AccessPage::isThere(const Pick &pick) const
{
    if (m_viewpoint->state() != Viewpoint::State::Then)
        return true;
    const directory::SnapshotPtr snapshot = m_viewpoint->snapshot();
    if (!holds(*snapshot, pick) || pick.side == Side::Who)
        return holds(*snapshot, pick);
    const directory::SpaceIndex space = snapshot->spaceOf(objectOf(*snapshot, pick));
    return m_viewpoint->mark()->covers(snapshot->tenantId(snapshot->space(space).tenant()));
}

// What isn't exact of what is seen, whoever manages the object asks of the server (PRM-4).
void AccessPage::completeAnswer()
{
    const auto &what = m_what->chosen();
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::Object object = what ? objectOf(*snapshot, *what) : directory::Object();
    const access::Completeness seen(snapshot, m_session.heldScopes(), m_session.userId());
    m_viewpoint->complete(object.isValid() && seen.of(object) != access::Bound::Exact
                              ? access::basisQuestion(snapshot, m_session.now(), m_session.userId(), object)
                              : std::nullopt);
}

void AccessPage::ask()
{
    completeAnswer();
    showAnswer();
}

void AccessPage::showAnswer()
{
    const auto &who = m_who->chosen();
    const auto &what = m_what->chosen();
    const bool both = who && what;
    m_wanted->setVisible(both);
    m_wantedLabel->setVisible(both);
    m_back->setVisible(both && m_drilled);
    m_asOfField->setSubject(who ? who->id : what ? what->id : QUuid());
    if ((who && !isThere(*who)) || (what && !isThere(*what))) {
        m_stack->setCurrentIndex(Absent);
    } else if (both) {
        explain();
        m_stack->setCurrentIndex(Both);
    } else if (who || what) {
        m_list->ask(who ? *who : *what);
        m_list->refresh();
        m_stack->setCurrentIndex(List);
    } else {
        m_stack->setCurrentIndex(Nothing);
    }
    updateTime();
}

void AccessPage::explain()
{
    if (!m_who->chosen() || !m_what->chosen())
        return;
    const directory::SnapshotPtr snapshot = m_viewpoint->snapshot();
    const directory::Subject subject = subjectOf(*snapshot, *m_who->chosen());
    const directory::Object object = objectOf(*snapshot, *m_what->chosen());
    if (!subject.isValid() || !object.isValid()) {
        m_explanation->clear(); // out of the actor's sight by now
        return;
    }
    const access::Explanation answer = access::Resolver(snapshot, m_viewpoint->now())
                                           .explain(subject, object, Role(m_wanted->currentData().toInt()));
    m_explanation->setExplanation(snapshot, answer);
    m_planBar->setExplanation(answer);
}

void AccessPage::updateTime()
{
    const auto answered = m_viewpoint->completedAt();
    m_asOf->setText(answered ? asOfServerText(m_session, *answered) : asOfText(m_session));
    m_asOf->setToolTip(answered ? momentText(spaces::localTime(*answered)) : asOfMoment(m_session));
    m_asOf->setVisible(m_viewpoint->isNow()); // of another moment the banner tells
    const QString refusal = m_viewpoint->refusal();
    setUsable(m_compare, refusal.isEmpty(), refusal);
    const directory::SnapshotPtr snapshot = m_viewpoint->snapshot();
    const access::Completeness completeness = m_viewpoint->completeness();
    access::Bound bound = access::Bound::Exact;
    if (m_who->chosen() && m_what->chosen())
        bound =
            completeness.of(subjectOf(*snapshot, *m_who->chosen()), objectOf(*snapshot, *m_what->chosen()));
    else if (m_what->chosen())
        bound = completeness.of(objectOf(*snapshot, *m_what->chosen()));
    else if (m_who->chosen())
        bound = completeness.of(subjectOf(*snapshot, *m_who->chosen()));
    m_bound->setBound(bound);
    // Whoever reads the file later wants to know of when it is, and how sure.
    m_list->table()->setProperty("exportNote", exportNote(bound));
}

QString AccessPage::exportNote(access::Bound bound) const
{
    const QString when =
        m_viewpoint->isNow()
            ? (m_asOf->toolTip().isEmpty() ? m_asOf->text() : tr("As of %1").arg(m_asOf->toolTip()))
            : tr("As of %1").arg(momentText(spaces::localTime(m_viewpoint->now())));
    return bound == access::Bound::Exact ? when
                                         : u"%1. %2: %3"_s.arg(when, m_bound->text(), m_bound->toolTip());
}

} // namespace tenantry::ui

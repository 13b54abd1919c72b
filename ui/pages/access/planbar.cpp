// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/planbar.h"

#include "ui/pages/spaces/rolemenu.h"
#include "ui/pages/spaces/spacerights.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QMenu>

#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

PlanBar::PlanBar(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_roles(new QMenu(this)),
      m_role(makeButton(ButtonStyle::Default, {}, u"plus"_s)),
      m_taking(makeButton(ButtonStyle::Default, {}, u"minus"_s)),
      m_repair(makeButton(ButtonStyle::Default, {}, u"check"_s))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 0, 0);
    layout->setSpacing(8);
    m_role->setMenu(m_roles);
    m_roles->setToolTipsVisible(true);
    layout->addWidget(m_repair);
    layout->addWidget(m_role);
    layout->addWidget(m_taking);
    layout->addStretch();
    connect(m_roles, &QMenu::aboutToShow, this, &PlanBar::fillRoles);
    connect(m_taking, &QPushButton::clicked, this, &PlanBar::planTaking);
    connect(m_repair, &QPushButton::clicked, this, &PlanBar::planRepair);
}

void PlanBar::setExplanation(const access::Explanation &explanation)
{
    m_explanation = explanation;
    const auto use = [](QPushButton *button, const QString &refusal) {
        setUsable(button, refusal.isEmpty(), refusal);
    };
    if (!m_refusal.isEmpty()) {
        for (QPushButton *button : {m_taking, m_role, m_repair})
            use(button, m_refusal);
        return;
    }
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    use(m_taking, whyNotTake(m_session, ownGrant(*snapshot, explanation.subject, explanation.object)));
    use(m_role, whyNotGive(m_session, explanation.subject, explanation.object, Role::Viewer));
    use(m_repair, explorer::planRepair(m_session, explanation).refusal);
}

void PlanBar::setRefusal(const QString &refusal)
{
    m_refusal = refusal;
    m_explanation = {}; // of another snapshot
}

void PlanBar::fillRoles()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto &[subject, object] = std::pair(m_explanation.subject, m_explanation.object);
    m_roles->clear();
    if (!subject.isValid() || !object.isValid())
        return;
    const auto own = ownGrant(*snapshot, subject, object);
    spaces::fillRoleMenu(
        m_roles, spaces::rightsOn(m_session, snapshot->spaceOf(object)).hasBots,
        own.isValid() ? snapshot->grant(own).role() : Role::None,
        [this](Role role) {
            return whyNotGive(m_session, m_explanation.subject, m_explanation.object, role);
        },
        [this](Role role) { planRole(role); });
}

void PlanBar::planRole(Role role)
{
    if (!m_refusal.isEmpty())
        return;
    Q_EMIT planned({planToGive(m_session, m_explanation.subject, m_explanation.object, role)});
}

void PlanBar::planTaking()
{
    if (!m_refusal.isEmpty())
        return;
    const auto own = ownGrant(*m_session.snapshot(), m_explanation.subject, m_explanation.object);
    if (own.isValid())
        Q_EMIT planned({planToTake(m_session, own)});
}

void PlanBar::planRepair()
{
    if (!m_refusal.isEmpty())
        return;
    Q_EMIT planned(explorer::planRepair(m_session, m_explanation).acts);
}

void PlanBar::retranslate()
{
    m_role->setText(tr("Plan a role"));
    m_taking->setText(tr("Plan to take it away"));
    m_repair->setText(tr("Plan what would be enough"));
    if (m_explanation.subject.isValid() || !m_refusal.isEmpty())
        setExplanation(m_explanation);
}

} // namespace tenantry::ui::explorer

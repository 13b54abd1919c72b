// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whom the page is asked for; the page itself is in memberspage.cpp.
#include "ui/pages/members/memberspage.h"

#include "ui/pages/access/pickfield.h"
#include "ui/pages/members/importdialog.h"
#include "ui/pages/members/invitedialog.h"
#include "ui/pages/members/tenantpeoplemodel.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace members;

namespace {

constexpr int handoverDue = -2; ///< beside the statuses, and below 0 for all

} // namespace

QWidget *MembersPage::makeBar()
{
    auto *bar = new QWidget;
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_search, 3);
    first->addWidget(m_role, 1);
    first->addWidget(m_status, 1);
    first->addWidget(makeTableButton(m_table));
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_organization, 1);
    second->addWidget(m_below);
    second->addWidget(m_import);
    second->addWidget(m_invite);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    layout->setSpacing(8);
    layout->addLayout(first);
    layout->addLayout(second);
    layout->addWidget(m_due);
    m_search->setAnswersEachLetter(true);
    m_search->setResultView(m_table);
    m_below->setChecked(true);
    m_role->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_role->setMinimumContentsLength(10);
    m_status->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_status->setMinimumContentsLength(8);
    connect(m_search, &SearchField::queryChanged, this, &MembersPage::ask);
    connect(m_organization, &explorer::PickField::chosenChanged, this, &MembersPage::ask);
    connect(m_below, &QCheckBox::toggled, this, &MembersPage::ask);
    connect(m_role, &QComboBox::currentIndexChanged, this, &MembersPage::ask);
    connect(m_status, &QComboBox::currentIndexChanged, this, &MembersPage::ask);
    return bar;
}

void MembersPage::invite()
{
    if (const QString reason = m_session.refusal(u"member_invite"_s, m_tenant); !reason.isEmpty())
        return Q_EMIT toastRequested(reason);
    CommandDialog::openKept(this, [this, tenant = m_tenant] {
        auto *dialog = new InviteDialog(m_session, tenant, window());
        connect(dialog, &CommandDialog::given, this, [this, email = dialog->email()] {
            Q_EMIT toastRequested(m_session.state().online ? tr("%1 is invited.").arg(email->text().trimmed())
                                                           : tr("%1 is invited when connected.").arg(email->text().trimmed()));
        });
        return dialog;
    });
}

void MembersPage::importMembers()
{
    if (const QString reason = m_session.refusal(u"import_apply"_s, m_tenant); !reason.isEmpty())
        return Q_EMIT toastRequested(reason);
    (new ImportDialog(m_session, m_tenant, window()))->open();
}

PeopleFilter MembersPage::filter() const
{
    PeopleFilter filter;
    filter.query = m_search->query();
    if (const auto &pick = m_organization->chosen())
        filter.organization = OrganizationId(pick->id);
    filter.withBelow = m_below->isChecked();
    filter.role = m_role->currentData().toString();
    const int status = m_status->currentIndex() < 0 ? -1 : m_status->currentData().toInt();
    filter.handoverDue = status == handoverDue;
    if (status >= 0)
        filter.status = UserStatus(status);
    return filter;
}

void MembersPage::clearFilters()
{
    const QSignalBlocker search(m_search), organization(m_organization), role(m_role), status(m_status);
    m_search->clear();
    m_organization->choose({});
    m_role->setCurrentIndex(0);
    m_status->setCurrentIndex(0);
    ask();
}

void MembersPage::showHandoversDue()
{
    clearFilters();
    m_status->setCurrentIndex(m_status->findData(handoverDue));
}

void MembersPage::fillRoles()
{
    const QSignalBlocker quiet(m_role);
    const QString before = m_role->currentData().toString();
    m_role->clear();
    m_role->addItem(tr("All roles"), QString());
    if (const PeopleListPtr &list = m_model->list())
        for (const QString &role : list->roles)
            m_role->addItem(userRoleName(*list->question.snapshot, role), role);
    m_role->setCurrentIndex(std::max(0, m_role->findData(before)));
    m_role->setAccessibleName(tr("Role"));
}

void MembersPage::fillStatuses()
{
    const QSignalBlocker quiet(m_status);
    const int before = std::max(0, m_status->currentIndex());
    m_status->clear();
    m_status->addItem(tr("Any status"), -1);
    for (const UserStatus status :
         {UserStatus::Active, UserStatus::PendingActivation, UserStatus::Suspended, UserStatus::Departed})
        m_status->addItem(statusName(status), int(status));
    m_status->addItem(tr("Handover due"), handoverDue);
    m_status->setCurrentIndex(before);
    m_status->setAccessibleName(tr("Status"));
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/memberpane.h"

#include "core/access/explanationtext.h"
#include "core/access/resolver.h"
#include "ui/models/organizationpath.h"
#include "ui/pages/members/belongings.h"
#include "ui/pages/members/memberbutton.h"
#include "ui/pages/members/tenantpeople.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/pages/spaces/permissiondetailmodel.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/accessevent.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

using namespace directory;

namespace {

enum Section { Card, Organizations, Duties, Spaces };
enum CardRow { Roles, Email, Phone, Mis, Created };

} // namespace

MemberPane::MemberPane(Session &session, QWidget *parent)
    : DetailPane(u"members"_s, parent), m_session(session), m_avatar(new Avatar(metrics::avatarSize + 12)),
      m_status(new Chip), m_organizationsButton(makeButton(ButtonStyle::Default, {}, u"organization"_s)),
      m_suspend(makeButton(ButtonStyle::Default)), m_access(makeButton(ButtonStyle::Quiet, {}, u"key"_s)),
      m_more(new MemberButton(session)), m_card(new KeyValueList)
{
    setMinimumWidth(400); // the buttons in English
    setLeading(m_avatar);
    addHeaderWidget(m_status);
    auto *buttons = new QWidget;
    auto *line = new QHBoxLayout(buttons);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metrics::grid);
    line->addWidget(m_organizationsButton);
    line->addWidget(m_suspend);
    line->addWidget(m_more);
    line->addStretch();
    auto *card = new QWidget;
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(buttons);
    column->addWidget(m_card);
    for (int row = Roles; row <= Created; ++row)
        m_card->addRow();
    addSection({}, card);
    m_organizations = addLinks();
    m_duties = addLinks();
    m_spaces = new LinkList;
    connect(m_spaces, &LinkList::opened, this, &MemberPane::open);
    auto *access = new QWidget;
    auto *accessColumn = new QVBoxLayout(access);
    accessColumn->setContentsMargins(0, 0, 0, 0);
    accessColumn->addWidget(m_spaces);
    accessColumn->addWidget(m_access, 0, Qt::AlignLeft);
    addSection({}, access);
    connect(m_organizationsButton, &QPushButton::clicked, this,
            [this] { actions()->run(MemberAct::Organizations, m_user); });
    connect(m_suspend, &QPushButton::clicked, this, [this] {
        actions()->run(actions()->refusal(MemberAct::Reactivate, m_user).isEmpty() ? MemberAct::Reactivate
                                                                                   : MemberAct::Suspend,
                       m_user);
    });
    connect(m_access, &QPushButton::clicked, this,
            [this] { Q_EMIT pageRequested(u"access"_s, u"user:"_s + m_user.toString()); });
}

LinkList *MemberPane::addLinks()
{
    auto *list = new LinkList;
    connect(list, &LinkList::opened, this, &MemberPane::open);
    addSection({}, list);
    return list;
}

MemberActions *MemberPane::actions() const
{
    return m_more->actions();
}

void MemberPane::setUser(UserId user)
{
    const bool another = m_user != user;
    m_user = user;
    refresh();
    if (!another)
        return;
    scrollToTop();
    if (!user.isNull())
        noteAccess(this, AccessEvent::Act::Detail, QStringLiteral("user"), user.uuid());
}

void MemberPane::refresh()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const UserIndex index = snapshot->findUser(m_user);
    const bool there = index.isValid() && snapshot->user(index).isKnown();
    setSelected(there);
    m_more->setUser(there ? m_user : UserId());
    if (!there)
        return;
    const UserView user = snapshot->user(index);
    refreshHead(user);
    refreshCard(user);
    refreshOrganizations(user);
    refreshDuties();
    refreshSpaces(user);
}

void MemberPane::refreshHead(UserView user)
{
    const QString name = user.name().simplified();
    setTitle(name);
    setSubtitle(user.mis());
    m_avatar->setSubject(user.id().toString(), name);
    m_avatar->setChoice(AvatarChoice::ofPerson(user.avatar()));
    m_status->setText(statusName(user.status()));
    m_status->setTone(statusTone(user.status()));
    const MemberAct act = user.status() == UserStatus::Suspended ? MemberAct::Reactivate : MemberAct::Suspend;
    m_suspend->setText(MemberActions::textOf(act));
    const QString suspending = actions()->refusal(act, m_user);
    setUsable(m_suspend, suspending.isEmpty(), suspending);
    const QString organizing = actions()->refusal(MemberAct::Organizations, m_user);
    setUsable(m_organizationsButton, organizing.isEmpty(), organizing);
}

void MemberPane::refreshCard(UserView user)
{
    const Snapshot &snapshot = *m_session.snapshot();
    QStringList roles;
    for (const QString &role : rolesOf(snapshot, user.index()))
        roles += userRoleName(snapshot, role);
    if (!seenRoles(m_session, snapshot.tenantId(user.tenant())).of(snapshot, user.index()))
        roles += tr("hidden");
    m_card->setValue(Roles, roles.isEmpty() ? tr("None beside those below") : roles.join(tr(", ")));
    m_card->setValue(Email, user.hasPrivate() ? user.email() : tr("Not shown to you"));
    m_card->setValue(Phone, user.phone());
    m_card->setValue(Mis, user.mis());
    m_card->setValue(Created, momentText(spaces::localTime(user.createdAt())));
}

void MemberPane::refreshOrganizations(UserView user)
{
    const Snapshot &snapshot = *m_session.snapshot();
    QList<LinkList::Link> links;
    for (const UserMembership &membership : snapshot.membershipsOf(user.index())) {
        const OrganizationView organization = snapshot.organization(membership.organization);
        QStringList detail;
        if (membership.organization == user.primaryOrganization())
            detail += tr("Primary");
        const QString role = snapshot.membership(membership.membership).role();
        detail += role == u"leader" ? tr("Leader") : role == u"member" ? tr("Member") : role;
        if (!organization.isEffectivelyEnabled())
            detail += tr("disabled: counts for nothing");
        if (organization.isKnown() && organization.parent().isValid())
            detail += organizationPath(snapshot, organization.parent());
        links.append({organization.isKnown() ? organization.name() : tr("An organization you can't see"),
                      detail.join(u" · "_s), u"organization"_s, u"organizations"_s,
                      organization.id().toString()});
    }
    std::ranges::stable_partition(
        links, [](const LinkList::Link &link) { return link.detail.startsWith(tr("Primary")); });
    m_organizations->setLinks(links.mid(0, LinkList::most), links.size());
    setSectionTitle(Organizations, tr("Organizations"));
}

void MemberPane::refreshDuties()
{
    const std::vector<DutyItem> duties = dutiesOf(m_session, m_user);
    QList<LinkList::Link> links;
    for (const DutyItem &duty : duties) {
        if (links.size() == LinkList::most)
            break;
        const bool space = duty.duty == Duty::Space;
        const bool organization = duty.duty == Duty::Organization;
        links.append({duty.text,
                      duty.binds ? tr("To be handed over before they leave") : tr("May stay behind"),
                      duty.iconName,
                      space          ? u"spaces"_s
                      : organization ? u"organizations"_s
                                     : QString(),
                      duty.id.toString(QUuid::WithoutBraces)});
    }
    m_duties->setLinks(links, qsizetype(duties.size()));
    setSectionTitle(Duties, tr("Owns, leads, administers"));
    setSectionShown(Duties, !links.isEmpty());
}

void MemberPane::refreshSpaces(UserView user)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const access::Resolver resolver(snapshot, m_session.now());
    std::vector<access::SpaceRole> roles = resolver.objects(user.index()).spaces;
    const auto first = roles.begin() + std::min(qsizetype(roles.size()), LinkList::most);
    std::partial_sort(roles.begin(), first, roles.end(), [](const auto &a, const auto &b) {
        return a.role != b.role ? a.role > b.role : a.space < b.space;
    });
    QList<LinkList::Link> links;
    for (auto each = roles.begin(); each != first; ++each) {
        const access::Explanation why = resolver.explain(user.index(), each->space);
        const QString reason =
            why.paths.empty() ? QString() : spaces::shortReason(*snapshot, why.paths.front());
        links.append({snapshot->space(each->space).name(),
                      reason.isEmpty() ? access::roleName(each->role)
                                       : access::roleName(each->role) + u" · "_s + reason,
                      u"space"_s, u"permission-detail"_s, snapshot->space(each->space).id().toString()});
    }
    m_spaces->setLinks(links, qsizetype(roles.size()));
    m_spaces->setVisible(!links.isEmpty());
    setSectionTitle(Spaces, links.isEmpty() ? tr("No role on any space")
                                            : tr("Roles on %n space(s)", nullptr, int(roles.size())));
}

void MemberPane::open(const LinkList::Link &link)
{
    if (link.page != u"permission-detail") {
        if (!link.page.isEmpty())
            Q_EMIT pageRequested(link.page, link.object);
        return;
    }
    auto *dialog = new spaces::PermissionDetailDialog(m_session, SpaceId(QUuid::fromString(link.object)),
                                                      SubjectKind::User, m_user.uuid(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void MemberPane::retranslate()
{
    empty()->setTexts(tr("Nobody chosen"),
                      tr("Choose a person in the list to see where they belong and what they may do."));
    m_organizationsButton->setText(MemberActions::textOf(MemberAct::Organizations));
    m_access->setText(tr("Everything they may do, and why"));
    m_card->setKey(Roles, tr("Roles"));
    m_card->setKey(Email, tr("E-mail"));
    m_card->setKey(Phone, tr("Phone"));
    m_card->setKey(Mis, tr("MIS"));
    m_card->setKey(Created, tr("Account since"));
    m_organizations->setAccessibleName(tr("Organizations"));
    m_duties->setAccessibleName(tr("Owns, leads, administers"));
    m_spaces->setAccessibleName(tr("Roles on spaces"));
    refresh();
}

} // namespace tenantry::ui::members

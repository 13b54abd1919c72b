// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/organizationpane.h"

#include "ui/pages/members/memberbutton.h"
#include "ui/pages/organizations/membersmodel.h"
#include "ui/pages/organizations/organizationcommands.h"
#include "ui/pages/organizations/permissionsview.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

namespace {

enum DetailRow { Name, Code, Path, Leader, People, Created, Description };

} // namespace

OrganizationPane::OrganizationPane(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(u"organization"_s))
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHeader());
    m_views = new QStackedWidget;
    m_views->addWidget(buildMembers());
    m_permits = new PermissionsView(m_session);
    m_views->addWidget(m_permits);
    m_views->addWidget(buildDetails());
    column->addWidget(m_views, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connect(m_tabs, &Tabs::currentChanged, m_views, &QStackedWidget::setCurrentIndex);
    connect(m_permits, &PermissionsView::toastRequested, this, &OrganizationPane::toastRequested);
}

QWidget *OrganizationPane::buildHeader()
{
    auto *header = new QWidget;
    m_title = new ElidedLabel;
    setTextStyle(m_title, TextStyle::Title);
    m_path = new ElidedLabel;
    setTextStyle(m_path, TextStyle::Muted);
    m_path->setElideMode(Qt::ElideMiddle);
    m_state = new Chip;
    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(m_title);
    titleRow->addWidget(m_state);
    titleRow->addStretch();
    m_permissions = makeButton(ButtonStyle::Quiet, {}, u"key"_s);
    titleRow->addWidget(m_permissions);
    m_create = makeButton(ButtonStyle::Primary, {}, u"plus"_s);
    m_edit = makeButton(ButtonStyle::Default, {}, u"pencil"_s);
    m_move = makeButton(ButtonStyle::Default, {}, u"move"_s);
    m_enable = makeButton(ButtonStyle::Default);
    m_delete = makeButton(ButtonStyle::Default, {}, u"trash"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_create, m_edit, m_move, m_enable, m_delete})
        buttons->addWidget(button);
    buttons->addStretch();
    m_tabs = new Tabs(Tabs::Look::Underlined);
    m_tabs->add();
    m_tabs->add();
    m_tabs->add();
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 0);
    layout->setSpacing(8);
    layout->addLayout(titleRow);
    layout->addWidget(m_path);
    layout->addLayout(buttons);
    layout->addWidget(m_tabs);
    connect(m_permissions, &QPushButton::clicked, this,
            [this] { openPermissions(SubjectKind::Organization, m_id.uuid()); });
    connect(m_create, &QPushButton::clicked, this, &OrganizationPane::createRequested);
    connect(m_edit, &QPushButton::clicked, this, &OrganizationPane::editRequested);
    connect(m_move, &QPushButton::clicked, this, &OrganizationPane::moveRequested);
    connect(m_delete, &QPushButton::clicked, this, &OrganizationPane::deleteRequested);
    connect(m_enable, &QPushButton::clicked, this, [this] {
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        Q_EMIT enableRequested(!snapshot->organization(snapshot->findOrganization(m_id)).isEnabled());
    });
    return header;
}

QWidget *OrganizationPane::buildMembers()
{
    auto *members = new QWidget;
    m_search = new SearchField;
    m_search->setAnswersEachLetter(true);
    m_memberships = makeButton(ButtonStyle::Default, {}, u"organization"_s);
    m_memberPermissions = makeButton(ButtonStyle::Default, {}, u"key"_s);
    m_more = new members::MemberButton(m_session);
    m_model = new OrganizationMembersModel(this);
    m_table = new QTableView;
    m_table->setObjectName(u"organization-members"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(OrganizationMembersModel::Name, Qt::AscendingOrder);
    setColumnWidths(m_table, {0, 92, 140, 104});
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_search->setResultView(m_table);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(metrics::grid);
    bar->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    bar->addWidget(m_search, 1);
    bar->addWidget(makeTableButton(m_table));
    bar->addWidget(m_memberPermissions);
    bar->addWidget(m_memberships);
    bar->addWidget(m_more);
    auto *layout = new QVBoxLayout(members);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    m_memberStates = new StateStack(m_table, u"members"_s);
    layout->addWidget(m_memberStates, 1);
    connect(m_model, &QAbstractItemModel::layoutChanged, this, &OrganizationPane::refreshMemberState);
    connect(m_search, &SearchField::queryChanged, m_model, &OrganizationMembersModel::setQuery);
    connect(m_memberPermissions, &QPushButton::clicked, this,
            [this] { openPermissions(SubjectKind::User, m_model->idOf(m_table->currentIndex()).uuid()); });
    connect(m_memberships, &QPushButton::clicked, this, &OrganizationPane::openMember);
    connect(m_more->actions(), &members::MemberActions::toastRequested, this,
            &OrganizationPane::toastRequested);
    connect(m_table, &QTableView::activated, this, &OrganizationPane::openMember);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &OrganizationPane::refreshButtons);
    return members;
}

QWidget *OrganizationPane::buildDetails()
{
    auto *details = new QWidget;
    m_details = new KeyValueList;
    for (int row = Name; row <= Description; ++row)
        m_details->addRow();
    auto *layout = new QVBoxLayout(details);
    layout->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 16);
    layout->addWidget(m_details);
    layout->addStretch();
    return details;
}

void OrganizationPane::setOrganization(OrganizationId id)
{
    if (m_id != id)
        m_search->clear();
    m_id = id;
    refresh();
}

void OrganizationPane::refresh()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findOrganization(m_id);
    const bool known = index.isValid() && snapshot->organization(index).isKnown();
    m_stack->setCurrentIndex(known ? 1 : 0);
    m_model->setSource(snapshot, known ? m_id : OrganizationId());
    if (!known)
        return;
    const auto organization = snapshot->organization(index);
    m_title->setText(organization.name());
    QStringList names;
    for (const auto above : snapshot->path(index))
        names.append(snapshot->organization(above).name());
    m_path->setText(names.join(u" / "_s));
    m_state->setVisible(!organization.isEffectivelyEnabled());
    m_state->setText(organization.isEnabled() ? tr("disabled above") : tr("disabled"));
    m_state->setTone(Tone::Warning);
    const QString hidden = PermissionsView::refusal(m_session, snapshot->tenantId(organization.tenant()));
    if (!hidden.isEmpty() && m_tabs->current() == 1)
        m_tabs->setCurrent(0);
    m_tabs->setTabEnabled(1, hidden.isEmpty(), hidden);
    m_permits->setOrganization(m_id);
    refreshDetails(organization);
    refreshButtons();
    refreshMemberState();
}

void OrganizationPane::refreshDetails(directory::OrganizationView organization)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const QLocale locale;
    const auto leader = organization.leader();
    m_details->setValue(Name, organization.name());
    m_details->setValue(Code, organization.code());
    m_details->setValue(Path, m_path->text());
    m_details->setValue(Leader, leader.isValid() ? snapshot->user(leader).name() : u"–"_s);
    m_details->setValue(People, tr("%1 in it, %2 with all below")
                                    .arg(locale.toString(organization.ownMemberCount()),
                                         locale.toString(organization.totalMemberCount())));
    m_details->setValue(
        Created, momentText(QDateTime::fromMSecsSinceEpoch(toMicroseconds(organization.createdAt()) / 1000)));
    m_details->setValue(Description, organization.description());
}

void OrganizationPane::refreshButtons()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findOrganization(m_id);
    if (!index.isValid())
        return;
    const auto organization = snapshot->organization(index);
    const QString managed = whyNotManaged(m_session, snapshot->tenantId(organization.tenant()));
    const auto use = [](QPushButton *button, const QString &why) { setUsable(button, why.isEmpty(), why); };
    use(m_create, managed);
    use(m_edit, managed);
    use(m_move, whyNotMoved(m_session, m_id));
    use(m_enable, whyNotDisabled(m_session, m_id));
    use(m_delete, whyNotDeleted(m_session, m_id));
    m_enable->setText(organization.isEnabled() ? tr("Disable") : tr("Enable"));
    const bool chosen = m_table->currentIndex().isValid();
    use(m_memberships, !managed.isEmpty() ? managed
                       : chosen           ? QString()
                                          : tr("Choose a person in the list."));
    use(m_memberPermissions, chosen ? QString() : tr("Choose a person in the list."));
    m_more->setUser(m_model->idOf(m_table->currentIndex()));
}

void OrganizationPane::refreshMemberState()
{
    m_tabs->setCount(0, m_model->total());
    if (m_model->rowCount() > 0)
        return m_memberStates->showContent();
    if (m_model->isBusy()) {
        m_memberStates->loading()->setText(tr("Looking for the members…"));
        m_memberStates->loading()->setProgress(-1);
        return m_memberStates->showLoading();
    }
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findOrganization(m_id);
    const int below = index.isValid() ? snapshot->organization(index).totalMemberCount() : 0;
    if (m_model->total() > 0)
        m_memberStates->empty()->setTexts(tr("Nobody found"), tr("None of its members matches the search."));
    else if (below > 0)
        m_memberStates->empty()->setTexts(tr("Nobody is in it directly"),
                                          tr("%n people are in the organizations below.", nullptr, below));
    else
        m_memberStates->empty()->setTexts(tr("Nobody is in it"),
                                          tr("People are added to it in the organizations of a person."));
    m_memberStates->showEmpty();
}

void OrganizationPane::setQueuedUsers(const QSet<UserId> &queued)
{
    m_model->setQueued(queued);
}

void OrganizationPane::openPermissions(SubjectKind kind, const QUuid &id)
{
    if (id.isNull())
        return;
    auto *dialog = new spaces::PermissionDetailDialog(m_session, {}, kind, id, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void OrganizationPane::openMember()
{
    if (const UserId user = m_model->idOf(m_table->currentIndex());
        !user.isNull() && m_memberships->isEnabled())
        Q_EMIT membershipsRequested(user);
}

void OrganizationPane::retranslate()
{
    m_empty->setTexts(tr("No organization chosen"),
                      tr("Choose one in the tree to see its people and details."));
    m_create->setText(tr("New below"));
    m_edit->setText(tr("Edit"));
    m_move->setText(tr("Move…"));
    m_delete->setText(tr("Delete…"));
    m_tabs->setText(0, tr("Members"));
    m_tabs->setText(1, tr("Permissions"));
    m_tabs->setText(2, tr("Details"));
    m_permits->retranslate();
    m_search->setHint(tr("Name, MIS, e-mail; pinyin too"));
    m_memberships->setText(tr("Organizations…"));
    m_permissions->setText(tr("Permission detail…"));
    m_memberPermissions->setText(tr("Permission detail…"));
    m_table->setAccessibleName(tr("Members"));
    m_tabs->setAccessibleName(tr("Views of the organization"));
    m_details->setKey(Name, tr("Name"));
    m_details->setKey(Code, tr("Code"));
    m_details->setKey(Path, tr("Path"));
    m_details->setKey(Leader, tr("Leader"));
    m_details->setKey(People, tr("People"));
    m_details->setKey(Created, tr("Created"));
    m_details->setKey(Description, tr("Description"));
    refresh();
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tenants/tenantspage.h"

#include "core/domain/messages.h"
#include "ui/pages/applications/replacementform.h"
#include "ui/pages/applications/tenantform.h"
#include "ui/pages/tenants/breakglassdialog.h"
#include "ui/pages/tenants/tenantplandialog.h"
#include "ui/pages/tenants/tenantsmodel.h"
#include "ui/pages/tenants/tenantstatedialog.h"
#include "ui/pages/tenants/tenantwords.h"
#include "ui/session/breakglasswatch.h"
#include "ui/session/loading.h"
#include "ui/theme/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace tenants;

TenantsPage::TenantsPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_model(new TenantsModel(this)), m_search(new SearchField),
      m_count(makeLabel(TextStyle::Muted)), m_turn(makeButton(ButtonStyle::Default, {}, u"tenant"_s)),
      m_replace(makeButton(ButtonStyle::Default, {}, u"user-check"_s)),
      m_more(makeButton(ButtonStyle::Default, {}, u"more"_s)),
      m_create(makeButton(ButtonStyle::Primary, {}, u"plus"_s)), m_menu(new QMenu(this)),
      m_table(new QTableView), m_states(new StateStack(m_table, u"tenant"_s))
{
    makeTable();
    makeActs();
    fillWithRows(this, {makeBar(), m_states});
    connect(&session.breakGlass(), &BreakGlassWatch::changed, this, &TenantsPage::refreshActs);
    connect(m_model, &TenantsModel::listed, this, [this] {
        if (showRow(m_wanted))
            m_wanted = {};
        refreshState();
    });
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        setAvailable(isFor(m_session));
        contentChanged(m_session);
    });
    connect(&m_session, &Session::currentTenantChanged, this, &TenantsPage::refreshButtons);
    connect(&m_session, &Session::stateChanged, this, &TenantsPage::refreshState);
    refresh();
}

PageFace TenantsPage::face()
{
    return {u"tenants"_s, u"tenant"_s, [] { return tr("Tenants"); }};
}

QWidget *TenantsPage::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    layout->setSpacing(8);
    m_search->setMaximumWidth(320);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_count);
    layout->addStretch();
    for (QPushButton *button : {m_turn, m_replace, m_more, m_create})
        layout->addWidget(button);
    layout->addWidget(makeTableButton(m_table));
    m_search->setResultView(m_table);
    connect(m_search, &SearchField::queryChanged, m_model, &TenantsModel::setQuery);
    connect(m_create, &QPushButton::clicked, this, &TenantsPage::create);
    connect(m_replace, &QPushButton::clicked, this, &TenantsPage::replaceAdministrator);
    connect(m_turn, &QPushButton::clicked, this, &TenantsPage::turnTo);
    return bar;
}

void TenantsPage::makeTable()
{
    m_table->setObjectName(u"tenants"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSortIndicator(TenantsModel::Name, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    setColumnWidths(m_table, {0, 130, 140, 80, 90, 110, 80, 120});
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &TenantsPage::refreshButtons);
}

void TenantsPage::makeActs()
{
    const auto add = [this](Act act, const QString &iconName, auto does) {
        m_acts[act] = m_menu->addAction(icon(iconName), QString());
        connect(m_acts[act], &QAction::triggered, this, does);
    };
    add(Act::Freeze, u"lock"_s, [this] { setState(TenantState::Frozen); });
    add(Act::Activate, u"unlock"_s, [this] { setState(TenantState::Active); });
    add(Act::Close, u"clock"_s, [this] { setState(TenantState::Closing); });
    add(Act::ChangePlan, u"plan"_s, &TenantsPage::changePlan);
    add(Act::OpenForMaintenance, u"key"_s, &TenantsPage::openForMaintenance);
    m_menu->setToolTipsVisible(true);
    m_more->setMenu(m_menu);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QTableView::customContextMenuRequested, this, [this](const QPoint &place) {
        if (selected())
            m_menu->popup(m_table->viewport()->mapToGlobal(place));
    });
}

QList<QAction *> TenantsPage::acts() const
{
    return m_menu->actions();
}

void TenantsPage::activated()
{
    m_table->setFocus();
    askActivity();
}

void TenantsPage::askActivity()
{
    m_session.ask(sync::Question::TenantActivity, {}, this, [this](const Result<QJsonValue> &answer) {
        if (!answer)
            return; // the column's tip says why it is empty
        QHash<QUuid, TenantsModel::Figures> figures;
        const QJsonObject members = (*answer)["members"_L1].toObject();
        for (auto it = members.begin(); it != members.end(); ++it)
            figures[QUuid::fromString(it.key())].members = it->toInt();
        const QJsonObject tenants = (*answer)["tenants"_L1].toObject();
        for (auto it = tenants.begin(); it != tenants.end(); ++it)
            figures[QUuid::fromString(it.key())].lastActivity =
                QDateTime::fromMSecsSinceEpoch(it->toInteger() / 1000);
        m_model->setFigures(figures);
    });
}

bool TenantsPage::showObject(const QString &objectId)
{
    m_search->clear();
    m_wanted = {};
    const TenantId id(QUuid::fromString(objectId));
    if (showRow(id.uuid()))
        return true;
    if (!m_model->isBusy() || !m_session.snapshot()->tenant(id))
        return false;
    m_wanted = id.uuid();
    return true;
}

bool TenantsPage::showRow(const QUuid &id)
{
    for (int row = 0; !id.isNull() && row < m_model->rowCount(); ++row) {
        if (m_model->itemAt(row).id != id)
            continue;
        m_table->selectRow(row);
        m_table->scrollTo(m_model->index(row, 0));
        return true;
    }
    return false;
}

void TenantsPage::refresh()
{
    setAvailable(isFor(m_session));
    m_model->refresh(m_session);
}

void TenantsPage::refreshState()
{
    m_count->setText(tr("%n tenant(s)", nullptr, m_model->rowCount()));
    refreshButtons();
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    if (isLoading(m_session) || m_model->isBusy())
        return m_states->showLoading();
    if (m_model->total() > 0)
        m_states->empty()->setTexts(
            tr("Nothing found"),
            tr("No tenant has this in its name, code, domain or its administrator's name."));
    else
        m_states->empty()->setTexts(
            tr("No tenants"), tr("Tenants appear here once one is created or an application is approved."));
    m_states->showEmpty();
}

std::optional<TenantRow> TenantsPage::selected() const
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    return rows.isEmpty() ? std::nullopt : std::optional(m_model->itemAt(rows.constFirst().row()).row);
}

QString TenantsPage::replacementRefusal() const
{
    const auto tenant = selected();
    if (!tenant)
        return tr("Select a tenant first.");
    if (tenant->administratorId.isNull())
        return tr("This tenant has no administrator.");
    if (const QString reason = m_session.refusal(u"administrator_replace"_s, tenant->id); !reason.isEmpty())
        return reason;
    if (!m_session.heldScopes().contains(Scope{ScopeKind::People, tenant->id.uuid(), {}}))
        return tr("Turn to the tenant first: its people are needed to choose from.");
    return {};
}

void TenantsPage::refreshButtons()
{
    refreshActs();
    const QString refusal = replacementRefusal();
    setUsable(m_replace, refusal.isEmpty(), refusal);
    const auto tenant = selected();
    const bool turned = tenant && m_session.currentTenant() == tenant->id;
    setUsable(m_turn, tenant && !turned,
              tenant ? tr("You have turned to this tenant already.") : tr("Select a tenant first."));
    const QString creation = m_session.refusal(u"tenant_create"_s, {});
    setUsable(m_create, creation.isEmpty(), creation);
}

QString TenantsPage::changeRefusal() const
{
    const auto tenant = selected();
    if (!tenant)
        return tr("Select a tenant first.");
    if (tenant->isDefault)
        return sentence(Error{ErrorClass::Business, u"tenant.default_fixed"_s, {}, {}});
    if (tenant->state == TenantState::Deleted)
        return tr("This tenant is %1.").arg(stateText(tenant->state));
    return m_session.refusal(u"tenant_set_state"_s, tenant->id);
}

QString TenantsPage::stateRefusal(TenantState wanted) const
{
    if (const QString reason = changeRefusal(); !reason.isEmpty())
        return reason;
    const TenantState state = selected()->state;
    const bool isStep = wanted == TenantState::Closing ? state == TenantState::Active : state != wanted;
    return isStep ? QString() : tr("This tenant is %1.").arg(stateText(state));
}

bool TenantsPage::isOpenToMe(TenantId tenant) const
{
    return std::ranges::any_of(m_session.breakGlass().opened(), [&](const OpenedTenant &each) {
        return each.tenantId == tenant && each.userId == m_session.userId();
    });
}

void TenantsPage::refreshActs()
{
    const auto tenant = selected();
    const auto offer = [this](Act act, const QString &text, const QString &refusal) {
        QAction *action = m_acts[act];
        action->setText(text);
        action->setEnabled(refusal.isEmpty());
        action->setToolTip(refusal.isEmpty() ? text : refusal);
    };
    const bool closes = tenant && tenant->state == TenantState::Closing;
    const bool isOpen = tenant && isOpenToMe(tenant->id);
    offer(Act::Freeze, tr("Freeze…"), stateRefusal(TenantState::Frozen));
    offer(Act::Activate, closes ? tr("Take back the closing…") : tr("Unfreeze…"),
          stateRefusal(TenantState::Active));
    offer(Act::Close, tr("Begin the closing…"), stateRefusal(TenantState::Closing));
    offer(Act::ChangePlan, tr("Change the plan…"), changeRefusal());
    offer(Act::OpenForMaintenance, tr("Open for maintenance…"),
          isOpen ? tr("You have this tenant open already.") : changeRefusal());
    setUsable(m_more, tenant.has_value(), tr("Select a tenant first."));
}

void TenantsPage::setState(TenantState wanted)
{
    const auto tenant = selected();
    if (!tenant || !stateRefusal(wanted).isEmpty())
        return;
    if (wanted == TenantState::Frozen) // what it takes away must be read anew after a lock
        (new TenantStateDialog(m_session, *tenant, wanted, window()))->open();
    else
        openKept(tenant->id, [this, wanted](const TenantRow &row) {
            return new TenantStateDialog(m_session, row, wanted, window());
        });
}

void TenantsPage::openKept(TenantId id, const std::function<CommandDialog *(const TenantRow &)> &make)
{
    CommandDialog::openKept(this, [this, id, make]() -> CommandDialog * {
        const TenantRow *tenant = m_session.snapshot()->tenant(id);
        return tenant ? make(*tenant) : nullptr;
    });
}

void TenantsPage::changePlan()
{
    if (const auto tenant = selected())
        openKept(tenant->id,
                 [this](const TenantRow &row) { return new TenantPlanDialog(m_session, row, window()); });
}

void TenantsPage::openForMaintenance()
{
    const auto tenant = selected();
    if (!tenant)
        return;
    openKept(tenant->id, [this](const TenantRow &row) {
        auto *dialog = new BreakGlassDialog(m_session, row, window());
        connect(dialog, &CommandDialog::given, this, [this, id = row.id] { m_session.turnTo(id); });
        return dialog;
    });
}

void TenantsPage::create()
{
    CommandDialog::openKept(this, [this] {
        return new applications::TenantForm(m_session, applications::TenantForm::Way::Directly, nullptr,
                                            window());
    });
}

void TenantsPage::replaceAdministrator()
{
    const auto tenant = selected();
    if (!tenant || !replacementRefusal().isEmpty())
        return;
    openKept(tenant->id, [this](const TenantRow &row) {
        return new applications::ReplacementForm(m_session, row.id, window());
    });
}

void TenantsPage::turnTo()
{
    if (const auto tenant = selected())
        m_session.turnTo(tenant->id);
}

void TenantsPage::retranslate()
{
    m_search->setHint(tr("Name, code, domain or administrator, pinyin too"));
    m_turn->setText(tr("Turn to the tenant"));
    m_replace->setText(tr("Replace the administrator…"));
    m_more->setText(tr("More"));
    m_create->setText(tr("Create a tenant…"));
    m_table->setAccessibleName(tr("Tenants"));
    m_states->loading()->setText(tr("Loading…"));
    m_model->retranslate();
    refresh();
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/outsiders/outsiderspage.h"

#include "core/domain/membercommands.h"
#include "ui/dialogs/impactline.h"
#include "ui/models/snapshotchanges.h"
#include "ui/pages/members/commandundo.h"
#include "ui/pages/members/handoverdialog.h"
#include "ui/pages/outsiders/outsiderremoval.h"
#include "ui/pages/outsiders/outsidersmodel.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/session/loading.h"
#include "ui/theme/icons.h"
#include "ui/widgets/captions.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/viewstyle.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPointer>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace outsiders;

OutsidersPage::OutsidersPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_model(new OutsidersModel(this)),
      m_search(new SearchField), m_count(makeLabel(TextStyle::Muted)),
      m_handOver(makeButton(ButtonStyle::Default, {}, u"move"_s)),
      m_remove(makeButton(ButtonStyle::Default, {}, u"trash"_s)), m_table(new QTableView),
      m_states(new StateStack(m_table, u"external"_s))
{
    makeTable();
    fillWithRows(this, {makeBar(), m_states});
    connect(m_model, &OutsidersModel::listed, this, &OutsidersPage::refreshState);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        setAvailable(isFor(m_session));
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        if (differs(m_shown, snapshot,
                    {RowKind::Tenant, RowKind::User, RowKind::UserPrivate, RowKind::Space, RowKind::Grant,
                     RowKind::Outsider, RowKind::RoleAssignment}))
            contentChanged(m_session);
        m_shown = snapshot;
    });
    connect(&m_session, &Session::commandsChanged, this, [this] { contentChanged(m_session); });
    connect(&m_session, &Session::stateChanged, this, &OutsidersPage::refreshState);
    auto *minute = new QTimer(this); // countdowns follow the clock
    connect(minute, &QTimer::timeout, this, [this] {
        if (isVisible())
            refresh();
    });
    minute->start(60'000);
    refresh();
}

QWidget *OutsidersPage::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    layout->setSpacing(8);
    m_search->setMaximumWidth(320);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_count);
    layout->addStretch();
    layout->addWidget(m_handOver);
    layout->addWidget(m_remove);
    layout->addWidget(makeTableButton(m_table));
    m_search->setResultView(m_table);
    connect(m_search, &SearchField::queryChanged, m_model, &OutsidersModel::setQuery);
    connect(m_handOver, &QPushButton::clicked, this, &OutsidersPage::handOverSelected);
    connect(m_remove, &QPushButton::clicked, this, &OutsidersPage::removeSelected);
    return bar;
}

void OutsidersPage::makeTable()
{
    m_table->setObjectName(u"outsiders"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setItemDelegateForColumn(OutsidersModel::Name,
                                      new spaces::NameDelegate(metrics::rowHeight, m_table));
    m_table->horizontalHeader()->setSortIndicator(OutsidersModel::Name, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
    setColumnWidths(m_table, {280, 0, 120, 150});
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->installEventFilter(this);
    connect(m_table, &QTableView::customContextMenuRequested, this, &OutsidersPage::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &OutsidersPage::refreshButton);
}

bool OutsidersPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeSelected();
        return true;
    }
    return Page::eventFilter(watched, event);
}

PageFace OutsidersPage::face()
{
    return {u"outsiders"_s, u"external"_s, [] { return tr("Non-enterprise members"); }};
}

void OutsidersPage::activated()
{
    m_table->setFocus();
}

bool OutsidersPage::showObject(const QString &objectId)
{
    m_search->clear();
    for (int i = 0; i < m_model->rowCount(); ++i) {
        if (m_model->rowAt(i).id.toString() != objectId)
            continue;
        m_table->selectRow(i);
        m_table->scrollTo(m_model->index(i, 0));
        return true;
    }
    return false;
}

void OutsidersPage::refresh()
{
    m_tenant = m_session.actor().administers;
    setAvailable(isFor(m_session));
    m_model->refresh(m_session, m_tenant);
}

QString OutsidersPage::countText() const
{
    const QLocale locale;
    return m_model->rowCount() == m_model->total()
               ? tr("%n non-enterprise member(s)", nullptr, int(m_model->total()))
               : tr("%1 of %2 shown")
                     .arg(locale.toString(m_model->rowCount()), locale.toString(m_model->total()));
}

void OutsidersPage::refreshState()
{
    m_count->setText(countText());
    refreshButton();
    if (m_model->rowCount() > 0) {
        m_states->showContent();
        return;
    }
    if (isLoading(m_session)) {
        m_states->showLoading();
        return;
    }
    if (m_model->total() > 0)
        m_states->empty()->setTexts(tr("Nobody fits"),
                                    tr("Nobody has this name or is in such a space. Try fewer letters."));
    else
        m_states->empty()->setTexts(tr("No non-enterprise members"),
                                    tr("People of other tenants appear here as soon as somebody adds them to "
                                       "a space of this tenant."));
    m_states->showEmpty();
}

std::vector<OutsiderRow> OutsidersPage::selected() const
{
    std::vector<OutsiderRow> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.push_back(m_model->rowAt(index.row()));
    return rows;
}

QString OutsidersPage::removalRefusal(const std::vector<OutsiderRow> &rows) const
{
    if (const QString reason = m_session.refusal(u"outsider_remove"_s, m_tenant); !reason.isEmpty())
        return reason;
    if (rows.empty())
        return tr("Select somebody first");
    for (const OutsiderRow &row : rows) {
        if (row.pending == OutsiderRow::Pending::Queued)
            return tr("Will be removed when the server answers");
        if (row.owned > 0)
            return tr("%1 owns %n resource(s). Hand them over first.", nullptr, row.owned).arg(row.name);
    }
    return {};
}

void OutsidersPage::refreshButton()
{
    const QString reason = removalRefusal(selected());
    setUsable(m_remove, reason.isEmpty(), reason);
    const QString staying = handoverRefusal(selected());
    setUsable(m_handOver, staying.isEmpty(), staying);
}

QString OutsidersPage::handoverRefusal(const std::vector<OutsiderRow> &rows) const
{
    if (const QString reason = m_session.refusal(u"handover"_s, m_tenant); !reason.isEmpty())
        return reason;
    if (rows.size() != 1)
        return tr("Select one person first");
    return members::dutiesOf(m_session, rows.front().id).empty() ? tr("They own and administer nothing in this tenant.") : QString();
}

void OutsidersPage::handOverSelected()
{
    const std::vector<OutsiderRow> rows = selected();
    if (!handoverRefusal(rows).isEmpty())
        return;
    CommandDialog::openKept(this, [this, user = rows.front().id]() -> CommandDialog * {
        if (!m_session.snapshot()->row({RowKind::User, user.uuid()}).has_value())
            return nullptr;
        auto *dialog = new members::HandoverDialog(m_session, user, window());
        connect(dialog, &CommandDialog::given, this, &OutsidersPage::announceHandover);
        return dialog;
    });
}

void OutsidersPage::announceHandover(CommandId id)
{
    const std::optional<Command> given = givenCommand(m_session, id);
    if (!given)
        return;
    announce(m_session, *given, tr("Handed over from %1.").arg(given->subject.value("title"_L1).toString()),
             [self = QPointer(this)](const QString &text, const std::function<void()> &undo) {
                 if (self)
                     Q_EMIT self->toastRequested(text, undo);
             });
}

void OutsidersPage::removeSelected()
{
    const std::vector<OutsiderRow> rows = selected();
    if (!removalRefusal(rows).isEmpty())
        return;
    QStringList lost;
    for (const OutsiderRow &row : rows)
        lost += lossLines(row);
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTexts(rows.size() == 1
                         ? tr("Remove %1 from all spaces of the tenant?").arg(rows.front().name)
                         : tr("Remove %n people from all spaces of the tenant?", nullptr, int(rows.size())),
                     tr("They leave the list of non-enterprise members and lose at once:"));
    dialog->setDetails(lost);
    dialog->setConfirm(tr("Remove"));
    QList<Command> commands;
    for (const OutsiderRow &row : rows)
        commands += outsiderRemove(row.id, m_tenant);
    addImpactLine(m_session, *dialog, commands);
    connect(dialog, &QDialog::accepted, this, [this, rows] { remove(rows); });
    dialog->open();
}

void OutsidersPage::remove(const std::vector<OutsiderRow> &rows)
{
    spaces::UndoList undo;
    int lost = 0;
    for (const OutsiderRow &row : rows) {
        const Removal removal = removeOutsider(m_session, row, m_tenant);
        undo += removal.undo;
        lost += removal.lost;
    }
    const QString done = rows.size() == 1 ? tr("%1 is removed").arg(rows.front().name)
                                          : tr("%n people are removed", nullptr, int(rows.size()));
    Q_EMIT toastRequested(done, [page = QPointer(this), undo, lost] {
        if (!page)
            return;
        spaces::MemberCommands::undo(page->m_session, undo);
        if (lost > 0)
            Q_EMIT page->toastRequested(tr(
                "%n role(s) in archived spaces or on contents were not yours to give back.", nullptr, lost));
    });
}

void OutsidersPage::showMenu(const QPoint &at)
{
    const QModelIndex index = m_table->indexAt(at).isValid() ? m_table->indexAt(at) : m_table->currentIndex();
    if (!index.isValid())
        return;
    const OutsiderRow row = m_model->rowAt(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    QMenu *open = menu->addMenu(icon(u"space"_s), tr("Open space"));
    open->setEnabled(!row.spaces.empty());
    for (const SpaceAccess &access : row.spaces)
        open->addAction(plainCaption(access.name), this,
                        [this, id = access.space.toString()] { Q_EMIT pageRequested(u"spaces"_s, id); });
    QAction *handingOver = menu->addAction(icon(u"move"_s), tr("Hand over…"), this, &OutsidersPage::handOverSelected);
    const QString staying = handoverRefusal(selected());
    handingOver->setEnabled(staying.isEmpty());
    handingOver->setToolTip(staying);
    QAction *removing =
        menu->addAction(icon(u"trash"_s), tr("Remove…"), this, &OutsidersPage::removeSelected);
    const QString reason = removalRefusal(selected());
    removing->setEnabled(reason.isEmpty());
    removing->setToolTip(reason);
    if (row.pending == OutsiderRow::Pending::Refused)
        menu->addAction(icon(u"cross"_s), tr("Discard the refused change"), this,
                        [this, row] { m_session.discard(row.command); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void OutsidersPage::retranslate()
{
    m_search->setHint(tr("Name or space, pinyin too"));
    m_handOver->setText(tr("Hand over…"));
    m_remove->setText(tr("Remove…"));
    m_table->setAccessibleName(tr("Non-enterprise members"));
    m_states->loading()->setText(tr("Loading…"));
    m_model->retranslate();
    refresh();
}

} // namespace tenantry::ui

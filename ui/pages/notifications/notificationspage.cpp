// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notifications/notificationspage.h"

#include "core/domain/commands.h"
#include "core/domain/notificationkinds.h"
#include "ui/models/snapshotchanges.h"
#include "ui/pages/notifications/invitationdialog.h"
#include "ui/pages/notifications/notificationsmodel.h"
#include "ui/pages/notifications/notificationview.h"
#include "ui/session/loading.h"
#include "ui/theme/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QAction>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace notifications;

namespace {
constexpr qsizetype mostInOneCommand = 1000; ///< commands.json

/// It is answered here: there is no page for it.
bool isInvitation(const NotificationItem &item)
{
    return item.kind == u"invited";
}
}

NotificationsPage::NotificationsPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session),
      m_hasPage([](const QString &) { return true; }), m_model(new NotificationsModel(this)),
      m_search(new SearchField), m_filter(new Tabs(Tabs::Look::Segmented)), m_list(new QListView),
      m_readAll(makeButton(ButtonStyle::Quiet, {}, u"check"_s)), m_view(new NotificationView)
{
    auto *splitter = new Splitter;
    splitter->addWidget(makeList());
    splitter->addWidget(m_view);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({640, 400});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    addActions();
    connect(m_view, &NotificationView::openRequested, this, &NotificationsPage::openSelected);
    connect(m_view, &NotificationView::readRequested, this, &NotificationsPage::markSelectedRead);
    connect(m_model, &NotificationsModel::listed, this, &NotificationsPage::refreshState);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        if (differs(m_shown, snapshot, {RowKind::Notification, RowKind::NotificationRead}))
            takeChange();
        m_shown = snapshot;
    });
    connect(&m_session, &Session::commandsChanged, this, &NotificationsPage::takeChange);
    connect(&m_session, &Session::stateChanged, this, &NotificationsPage::refreshState);
    refresh();
}

QWidget *NotificationsPage::makeList()
{
    auto *box = new QWidget;
    m_list->setObjectName(u"notifications"_s);
    styleList(m_list, metrics::twoLineRowHeight);
    removeFrame(m_list);
    m_list->setModel(m_model);
    m_search->setResultView(m_list);
    m_search->setMaximumWidth(320);
    m_filter->add();
    m_filter->add();
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    bar->setSpacing(metrics::grid);
    bar->addWidget(m_search, 1);
    bar->addWidget(m_filter);
    bar->addStretch();
    bar->addWidget(m_readAll);
    m_states = new StateStack(m_list, u"bell"_s);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(makeSeparator());
    layout->addWidget(m_states, 1);
    box->setMinimumWidth(360);
    connect(m_search, &SearchField::queryChanged, m_model, &NotificationsModel::setQuery);
    connect(m_filter, &Tabs::currentChanged, m_model, [this](int tab) { m_model->setUnreadOnly(tab == 1); });
    connect(m_readAll, &QPushButton::clicked, this, &NotificationsPage::markAllRead);
    connect(m_list, &QListView::activated, this, &NotificationsPage::openSelected);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &NotificationsPage::showCurrent);
    return box;
}

void NotificationsPage::addActions()
{
    m_openAction = new QAction(icon(u"external"_s), {}, this);
    m_readAction = new QAction(icon(u"check"_s), {}, this);
    m_readAllAction = new QAction(icon(u"check"_s), {}, this);
    m_readAction->setShortcut(Qt::Key_R);
    m_readAllAction->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_R));
    for (QAction *action : {m_openAction, m_readAction, m_readAllAction}) {
        action->setShortcutContext(Qt::WidgetShortcut); // letters are for the search field elsewhere
        m_list->addAction(action);
        addAction(action);
    }
    connect(m_openAction, &QAction::triggered, this, &NotificationsPage::openSelected);
    connect(m_readAction, &QAction::triggered, this, &NotificationsPage::markSelectedRead);
    connect(m_readAllAction, &QAction::triggered, this, &NotificationsPage::markAllRead);
}

PageFace NotificationsPage::face()
{
    return {u"notifications"_s, u"bell"_s, [] { return tr("Notifications"); }};
}

int NotificationsPage::unread(const Session &session)
{
    return unreadCount(session.snapshot(), session.commands(), session.userId());
}

void NotificationsPage::activated()
{
    m_list->setFocus();
}

bool NotificationsPage::showObject(const QString &objectId)
{
    m_search->clear();
    m_filter->setCurrent(0);
    const int row = m_model->rowOf(QUuid::fromString(objectId));
    if (row < 0)
        return false;
    m_list->setCurrentIndex(m_model->index(row));
    return true;
}

// The bell and the navigation say how many wait while the list stays as it was: nobody looks at it.
void NotificationsPage::takeChange()
{
    setCount(unread(m_session));
    contentChanged(m_session);
}

void NotificationsPage::refresh()
{
    m_model->refresh(m_session);
}

void NotificationsPage::refreshState()
{
    const int unread = m_model->unread();
    setCount(unread);
    m_filter->setCount(1, unread);
    setUsable(m_readAll, unread > 0, tr("Everything is read"));
    showCurrent();
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    if (isLoading(m_session))
        return m_states->showLoading();
    if (m_model->total() == 0)
        m_states->empty()->setTexts(
            tr("No notifications"),
            tr("What concerns you appears here: decisions, changed rights, what ends soon."));
    else if (unread == 0 && m_filter->current() == 1)
        m_states->empty()->setTexts(tr("Everything is read"), tr("\"All\" shows what you have read."));
    else
        m_states->empty()->setTexts(tr("Nothing fits"),
                                    tr("No notification holds these words. Try fewer letters."));
    m_states->showEmpty();
}

void NotificationsPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const NotificationItem *item = current.isValid() ? &m_model->item(current.row()) : nullptr;
    m_view->show(item, item && !isInvitation(*item) && pageFor(item->kind).isEmpty() ? tr("There is no page of yours that shows it")
                                                             : QString());
}

QString NotificationsPage::pageFor(const QString &kind) const
{
    for (const QString &page : notificationTarget(kind).pages)
        if (m_hasPage(page))
            return page;
    return {};
}

void NotificationsPage::openSelected()
{
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const NotificationItem item = m_model->item(current.row());
    if (item.unread)
        read({item.id});
    const NotificationRow *row = m_session.snapshot()->notification(item.id);
    if (row && isInvitation(item))
        return (new notifications::InvitationDialog(m_session, row->parameters, window()))->open();
    if (const QString page = pageFor(item.kind); row && !page.isEmpty())
        Q_EMIT pageRequested(page, row->parameters[notificationTarget(item.kind).object].toString());
}

void NotificationsPage::markSelectedRead()
{
    const QModelIndex current = m_list->currentIndex();
    if (current.isValid() && m_model->item(current.row()).unread)
        read({m_model->item(current.row()).id});
}

void NotificationsPage::markAllRead()
{
    read(m_model->unreadIds());
}

void NotificationsPage::read(const QList<QUuid> &ids)
{
    for (qsizetype first = 0; first < ids.size(); first += mostInOneCommand)
        m_session.submit(notificationsRead(ids.mid(first, mostInOneCommand)));
}

void NotificationsPage::retranslate()
{
    m_search->setHint(tr("Search notifications"));
    m_filter->setText(0, tr("All"));
    m_filter->setText(1, tr("Unread"));
    m_filter->setAccessibleName(tr("Which notifications"));
    m_readAll->setText(tr("Mark all as read"));
    m_openAction->setText(tr("Open what the notification speaks of"));
    m_readAction->setText(tr("Mark as read"));
    m_readAllAction->setText(tr("Mark all as read"));
    m_list->setAccessibleName(tr("Notifications"));
    m_states->loading()->setText(tr("Loading…"));
    m_view->retranslate();
    refresh();
}

} // namespace tenantry::ui

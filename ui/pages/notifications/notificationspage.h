// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QAction;
class QListView;
class QPushButton;

namespace tenantry::ui {

class SearchField;
class StateStack;
class Tabs;

namespace notifications {
class NotificationsModel;
class NotificationView;
} // namespace notifications

/// 通知: what happened that the actor is told of (NOT-1), with the way to it. Its count is of what isn't read
/// yet. showObject() takes a notification's ID.
class NotificationsPage final : public Page
{
    Q_OBJECT
public:
    explicit NotificationsPage(Session &session, QWidget *parent = nullptr);

    /// Which pages the actor has, so that "Open" leads somewhere; else all are taken to be there.
    void setPageFinder(std::function<bool(const QString &pageId)> hasPage) { m_hasPage = std::move(hasPage); }

    [[nodiscard]] static PageFace face();
    /// The page's count, for while it isn't built.
    [[nodiscard]] static int unread(const Session &session);
    void activated() override;
    bool showObject(const QString &objectId) override;
    [[nodiscard]] notifications::NotificationsModel *model() const { return m_model; }
    [[nodiscard]] QListView *list() const { return m_list; }
    void markAllRead();
    void markSelectedRead();
    /// Goes to what the selected one speaks of, and marks it as read.
    void openSelected();

protected:
    void retranslate() override;

private:
    QWidget *makeList();
    void addActions();
    void refreshContent() override { refresh(); }
    void takeChange();
    void refresh();
    void refreshState();
    void showCurrent();
    void read(const QList<QUuid> &ids);
    /// The page that the notification leads to; empty: none.
    [[nodiscard]] QString pageFor(const QString &kind) const;

    Session &m_session;
    std::function<bool(const QString &)> m_hasPage;
    notifications::NotificationsModel *m_model;
    SearchField *m_search;
    Tabs *m_filter;
    QListView *m_list;
    QPushButton *m_readAll;
    notifications::NotificationView *m_view;
    StateStack *m_states;
    QAction *m_readAction, *m_readAllAction, *m_openAction;
    directory::SnapshotPtr m_shown; ///< what the page was last made of
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QListView;

namespace tenantry::ui
{

class SearchField;
class StateStack;

namespace spaces
{
class SpaceListModel;
class SpaceListProxy;
class SpaceView;
} // namespace spaces

/// 空间: the spaces that the actor sees, and the chosen one with its members and resources. showObject() takes a space's ID.
class SpacesPage final : public Page
{
    Q_OBJECT
public:
    explicit SpacesPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void activated() override;
    bool showObject(const QString &objectId) override;
    [[nodiscard]] spaces::SpaceView *view() const { return m_view; }

protected:
    void retranslate() override;

private:
    QWidget *makeList();
    void addActions();
    void refresh();
    void refreshState();
    void showCurrent();

    Session &m_session;
    spaces::SpaceListModel *m_model;
    spaces::SpaceListProxy *m_proxy;
    SearchField *m_search;
    QListView *m_list;
    spaces::SpaceView *m_view;
    StateStack *m_states;
    QAction *m_addPeople;
    QAction *m_addOrganizations;
    directory::SnapshotPtr m_shown; ///< what the page was last made of
};

} // namespace tenantry::ui

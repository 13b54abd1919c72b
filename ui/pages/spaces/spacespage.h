// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QPushButton;
class QToolButton;

namespace tenantry::ui
{

class ListAndDetail;
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
    /// `module` ("bots", "abs", "automan"): of the platform from which the console was started, chosen beforehand for new spaces (SPC-2).
    explicit SpacesPage(Session &session, const QString &module = {}, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    void activated() override;
    bool showObject(const QString &objectId) override;
    [[nodiscard]] spaces::SpaceView *view() const { return m_view; }
    [[nodiscard]] ListAndDetail *frame() const { return m_frame; }
    void create();
    void openSettings();

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }

private:
    void addActions();
    void refresh();
    void refreshState();
    void showCurrent();
    void refreshCreation();
    void showWanted();

    Session &m_session;
    const QString m_module;
    spaces::SpaceListModel *m_model;
    spaces::SpaceListProxy *m_proxy;
    spaces::SpaceView *m_view;
    ListAndDetail *m_frame;
    StateStack *m_states;
    QPushButton *m_create;
    QToolButton *m_settings;
    QAction *m_createAction;
    QAction *m_settingsAction;
    QAction *m_addPeople;
    QAction *m_addOrganizations;
    SpaceId m_wanted; ///< created by this page, to be shown when it comes
    directory::SnapshotPtr m_shown; ///< what the page was last made of
    bool m_given = false; ///< commands changed since
};

} // namespace tenantry::ui

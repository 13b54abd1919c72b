// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QAction;
class QComboBox;
class QLabel;
class QTreeView;

namespace tenantry::ui
{

class Banner;
class ConfirmDialog;
class OrganizationPane;
class OrganizationTreeModel;
class SearchField;
class StateStack;

/// The department tree of a tenant and the people in it (ORG-1 to ORG-3, ORG-11).
class OrganizationsPage final : public Page
{
    Q_OBJECT
public:
    explicit OrganizationsPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    void activated() override;
    bool showObject(const QString &objectId) override;
    void setTenant(TenantId tenant);

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }

private:
    void build();
    QWidget *buildTree();
    void buildActions();
    QAction *addShortcut(QWidget *where, const QKeySequence &keys, void (OrganizationsPage::*slot)());
    void refresh();
    void refreshTenants();
    void refreshPlatform();
    void refreshPlatformState();
    void refreshQueue();
    void refreshState();
    void search(const QString &query);
    void nextHit();
    void select(OrganizationId id);
    [[nodiscard]] OrganizationId current() const;
    [[nodiscard]] bool isThere(OrganizationId id) const;

    void create();
    void edit();
    void moveByDialog();
    void confirmMove(OrganizationId id, OrganizationId newParent);
    void addPermissionsLine(ConfirmDialog &dialog, directory::OrganizationIndex moved,
                            directory::OrganizationIndex newParent);
    void setEnabledState(bool enabled);
    void remove();
    void editMemberships(UserId user);
    void submit(const Command &command, const QString &done);
    /// Says what was done, with an undo where it can be undone.
    void say(const Command &given, const QString &done);
    /// `done` with the title of what the command was about.
    void sayOf(CommandId id, const QString &done);

    Session &m_session;
    TenantId m_tenant;
    OrganizationId m_wanted; ///< shown again once the snapshot has it
    OrganizationTreeModel *m_model;
    QComboBox *m_tenants;
    QLabel *m_platform; ///< to the platform team: whose tree this is
    SearchField *m_search;
    Banner *m_banner;
    QTreeView *m_tree;
    StateStack *m_states;
    OrganizationPane *m_pane;
    QList<QAction *> m_actions;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QLabel;
class QMenu;
class QPushButton;
class QTableView;

namespace tenantry::ui {

class CommandDialog;

class SearchField;
class StateStack;

namespace tenants {
class TenantsModel;
}

/// All tenants, for the platform team (TEN-15): create one directly (TEN-6), replace an administrator
/// (TEN-10), turn to one. showObject() takes a tenant's ID.
class TenantsPage final : public Page
{
    Q_OBJECT
public:
    explicit TenantsPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] static bool isFor(const Session &session) { return session.actor().systemAdministrator; }
    void activated() override;
    bool showObject(const QString &objectId) override;

    void create();
    void replaceAdministrator();
    void turnTo();
    /// TEN-11, TEN-13, TEN-15: their forms, for the selected tenant.
    void setState(TenantState wanted);
    void changePlan();
    void openForMaintenance();
    /// Of the menu.
    [[nodiscard]] QList<QAction *> acts() const;

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }

private:
    enum class Act { Freeze, Activate, Close, ChangePlan, OpenForMaintenance };

    QWidget *makeBar();
    void makeTable();
    void refresh();
    void refreshState();
    bool showRow(const QUuid &id);
    void refreshButtons();
    void makeActs();
    void refreshActs();
    void askActivity();
    /// A form about this tenant that comes back after a lock.
    void openKept(TenantId id, const std::function<CommandDialog *(const TenantRow &)> &make);
    /// Why nothing of the selected one can be changed; empty: what can is up to its state.
    [[nodiscard]] QString changeRefusal() const;
    [[nodiscard]] QString stateRefusal(TenantState wanted) const;
    [[nodiscard]] bool isOpenToMe(TenantId tenant) const;
    [[nodiscard]] std::optional<TenantRow> selected() const;
    /// Why the administrator of the selected one can't be replaced from here; empty: they can.
    [[nodiscard]] QString replacementRefusal() const;

    Session &m_session;
    tenants::TenantsModel *m_model;
    SearchField *m_search;
    QLabel *m_count;
    QPushButton *m_turn, *m_replace, *m_more, *m_create;
    QMenu *m_menu;
    QHash<Act, QAction *> m_acts;
    QTableView *m_table;
    StateStack *m_states;
    QUuid m_wanted; ///< to be shown as soon as its row is there
};

} // namespace tenantry::ui

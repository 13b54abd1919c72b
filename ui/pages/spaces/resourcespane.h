// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

#include <functional>

class QPushButton;
class QTableView;

namespace tenantry::ui
{
class SearchField;
class StateStack;
} // namespace tenantry::ui

namespace tenantry::ui::spaces
{

class ResourcesModel;
class ResourcesProxy;

/// The resources of a space (SPC-8): whose they are, who may get at them; opening, restricting (PRM-8) and handing them over.
class ResourcesPane final : public QWidget
{
    Q_OBJECT
public:
    explicit ResourcesPane(Session &session, QWidget *parent = nullptr);

    void setSpace(SpaceId space);
    void refresh();
    void retranslate();
    [[nodiscard]] ResourcesModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] ResourceId current() const; ///< null: none
    void select(ResourceId resource);

    void toggleAccess();
    void transfer();
    /// 权限管理 of the current resource (MEM-10).
    void openMembers();

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo);

private:
    void refreshButtons();
    [[nodiscard]] QString refusal(const QString &kind) const;
    void setRestricted(ResourceId resource, bool restricted);
    [[nodiscard]] bool locksOut(ResourceId resource) const;

    Session &m_session;
    SpaceId m_space;
    ResourcesModel *m_model;
    ResourcesProxy *m_proxy;
    SearchField *m_search;
    QTableView *m_table;
    StateStack *m_states;
    QPushButton *m_members;
    QPushButton *m_access;
    QPushButton *m_transfer;
};

} // namespace tenantry::ui::spaces

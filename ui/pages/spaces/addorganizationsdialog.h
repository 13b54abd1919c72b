// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/membercommands.h"

#include <QDialog>

class QPushButton;
class QTreeView;

namespace tenantry::ui
{
class SearchField;
}

namespace tenantry::ui::spaces
{

class ChosenChips;
class RoleAndExpiry;
class SubjectTreeModel;
class SubjectTreeProxy;

/// Adds organizations and role groups of the space's tenant (MEM-4).
class AddOrganizationsDialog final : public QDialog
{
    Q_OBJECT
public:
    AddOrganizationsDialog(Session &session, SpaceId space, QWidget *parent = nullptr);
    [[nodiscard]] SubjectTreeModel *model() const { return m_model; }
    [[nodiscard]] RoleAndExpiry *choice() const { return m_choice; }
    void accept() override;

Q_SIGNALS:
    void added(const QString &text, const UndoList &undo);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &query);
    void update();

    Session &m_session;
    SpaceId m_space;
    SubjectTreeModel *m_model;
    SubjectTreeProxy *m_proxy;
    SearchField *m_search;
    QTreeView *m_tree;
    ChosenChips *m_chips;
    RoleAndExpiry *m_choice;
    QPushButton *m_add;
};

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/membercommands.h"

#include <QDialog>

class QLabel;
class QListView;
class QPushButton;

namespace tenantry::ui
{
class Banner;
class SearchField;
} // namespace tenantry::ui

namespace tenantry::ui::spaces
{

class ChosenChips;
class PeopleModel;
class RoleAndExpiry;

/// Adds people to a space, many at once (MEM-3). Says before what becomes of those of other tenants (MEM-6).
class AddPeopleDialog final : public QDialog
{
    Q_OBJECT
public:
    AddPeopleDialog(Session &session, SpaceId space, QWidget *parent = nullptr);
    [[nodiscard]] PeopleModel *model() const { return m_model; }
    [[nodiscard]] RoleAndExpiry *choice() const { return m_choice; }
    void accept() override;

Q_SIGNALS:
    void added(const QString &text, const UndoList &undo);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const QString &spaceName, QWidget *buttons);
    void search(const QString &query);
    void toggle(const QModelIndex &index);
    void update();

    Session &m_session;
    SpaceId m_space;
    QString m_tenantName;
    PeopleModel *m_model;
    SearchField *m_search;
    QListView *m_list;
    QLabel *m_note;
    ChosenChips *m_chips;
    RoleAndExpiry *m_choice;
    Banner *m_outsiders;
    QPushButton *m_add;
};

} // namespace tenantry::ui::spaces

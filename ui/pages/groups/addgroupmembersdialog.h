// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rolegroupcommands.h"
#include "ui/models/newestwork.h"
#include "ui/pages/access/pick.h"
#include "ui/session/session.h"

#include <QAbstractListModel>
#include <QDialog>

class QLabel;
class QListView;
class QPushButton;

namespace tenantry::ui {
class ImpactLine;
class SearchField;
} // namespace tenantry::ui

namespace tenantry::ui::spaces {
class ChosenChips;
}

namespace tenantry::ui::groups {

/// People and organizations of the tenant that can be put into a group: what a search found, to be ticked.
/// What was ticked stays chosen when the search changes; who is in already can't be.
class CandidatesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    CandidatesModel(const Session &session, RoleGroupId group, QObject *parent = nullptr);
    void setPicks(QList<explorer::Pick> picks, const QString &query);
    [[nodiscard]] const QList<explorer::Pick> &chosen() const { return m_chosen; }
    void setChosen(const explorer::Pick &pick, bool on);
    void unchoose(const QUuid &id);
    [[nodiscard]] const explorer::Pick &pick(int row) const { return m_picks[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_picks.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void chosenChanged();

private:
    QSet<QUuid> m_members;
    QList<explorer::Pick> m_picks, m_chosen;
    QString m_query;
};

/// Puts people and organizations into a role group, and says before who gains what by it (GRP-1, PRM-5).
class AddGroupMembersDialog final : public QDialog
{
    Q_OBJECT
public:
    AddGroupMembersDialog(Session &session, RoleGroupId group, QWidget *parent = nullptr);
    [[nodiscard]] CandidatesModel *model() const { return m_model; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] ImpactLine *impact() const { return m_impact; }
    void accept() override;

Q_SIGNALS:
    void added(const QList<tenantry::RoleGroupMember> &members);
    void found();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void find(const QString &query);
    void toggle(const QModelIndex &index);
    void update();
    [[nodiscard]] QList<RoleGroupMember> members() const;

    Session &m_session;
    const RoleGroupId m_group;
    NewestWork m_task;
    CandidatesModel *m_model;
    SearchField *m_search;
    QListView *m_list;
    QLabel *m_note;
    spaces::ChosenChips *m_chips;
    ImpactLine *m_impact;
    QPushButton *m_add;
};

} // namespace tenantry::ui::groups

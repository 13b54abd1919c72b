// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberplace.h"

#include <QAbstractListModel>
#include <QHash>

#include <vector>

namespace tenantry::ui::spaces
{

/// People who can be added to a space: those that a search finds, or the first of the tenant. Ticked ones stay chosen
/// when the search changes. Who is in the space already can't be ticked.
class PeopleModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    PeopleModel(Session &session, const MemberPlace &place, QObject *parent = nullptr);

    struct Person {
        UserId id;
        QString name, mis, phone, email;
        bool staff = false;
        bool outsider = false;
        Role already = Role::None;
    };

    void search(const QString &query);
    [[nodiscard]] bool hasMore() const { return m_more; }
    /// There is an index to search in.
    [[nodiscard]] bool canSearch() const { return m_session.searchIndex() != nullptr; }
    [[nodiscard]] const QList<Person> &chosen() const { return m_chosen; }
    void unchoose(const QUuid &id);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void chosenChanged();

private:
    [[nodiscard]] Person person(const directory::Snapshot &snapshot, directory::UserIndex user) const;
    [[nodiscard]] bool isChosen(UserId id) const;
    [[nodiscard]] std::vector<directory::UserIndex> find(const QString &query);

    Session &m_session;
    TenantId m_tenant;
    QHash<QUuid, Role> m_members;
    std::vector<Person> m_people;
    QList<Person> m_chosen;
    QString m_query;
    bool m_more = false;
};

} // namespace tenantry::ui::spaces

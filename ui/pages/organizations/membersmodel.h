// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "ui/models/newestwork.h"

#include <QAbstractTableModel>
#include <QSet>

namespace tenantry::ui
{

/// The people of one organization: name, role in it, other organizations, status, since when. Follows snapshots row
/// by row. Few are searched and sorted at once, many on a thread of their own: what was shown stays until they are.
class OrganizationMembersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, Role, Others, Status, ColumnCount };

    explicit OrganizationMembersModel(QObject *parent = nullptr);

    void setSource(const directory::SnapshotPtr &snapshot, OrganizationId organization);
    /// By name, e-mail or MIS account, pinyin and initials of the name too; empty shows all.
    void setQuery(const QString &query);
    /// Drawn with a mark: a command on them waits.
    void setQueued(const QSet<UserId> &queued);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    [[nodiscard]] UserId idOf(const QModelIndex &index) const;
    [[nodiscard]] int rowOf(UserId id) const;
    /// Members before the search.
    [[nodiscard]] int total() const { return m_total; }
    /// Whether what is asked for is still being worked out.
    [[nodiscard]] bool isBusy() const { return m_work.isBusy(); }

    static constexpr int few = 400; ///< take about 5 ms

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        UserId id;
        directory::UserIndex user;
        QString role;
    };

    /// What makes a list, and what is drawn from it: texts are those of its snapshot.
    struct Question {
        directory::SnapshotPtr snapshot;
        OrganizationId organization;
        QString query;
        int column = Name;
        Qt::SortOrder order = Qt::AscendingOrder;

        [[nodiscard]] QString text(const Row &row, int column) const;
        [[nodiscard]] QString others(const Row &row) const;
    };
    struct List {
        Question question;
        std::vector<Row> rows;
        int total = 0;
    };

    [[nodiscard]] static List listOf(const Question &question, const std::stop_token &stop);
    void refresh();
    void take(List list);
    [[nodiscard]] QVariant nameData(const Row &row, int role) const;

    Question m_asked;
    Question m_shown; ///< of which the rows are
    std::vector<Row> m_rows;
    QSet<UserId> m_queued;
    int m_total = 0;
    NewestWork m_work;
};

} // namespace tenantry::ui

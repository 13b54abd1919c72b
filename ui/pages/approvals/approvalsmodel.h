// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/approvals/approvallist.h"

#include <QAbstractTableModel>

namespace tenantry::ui {

/// The rows of one box as ApprovalLister made them. Lists are told apart there: here the signals are sent, so
/// that selection and scroll survive.
class ApprovalsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Subject, Kind, Applicant, Age, Stage, ColumnCount };

    explicit ApprovalsModel(QObject *parent = nullptr);

    /// The list's edits begin with items(). `now` and `target` make the ages.
    void take(const ApprovalList &list, Instant now, std::chrono::hours target);
    /// Time has passed: ages are drawn anew.
    void setNow(Instant now);
    void retranslate();

    [[nodiscard]] const std::shared_ptr<const ApprovalItems> &items() const { return m_items; }
    [[nodiscard]] const ApprovalItem &item(int row) const { return *(*m_items)[size_t(row)]; }
    [[nodiscard]] int rowOf(const QUuid &key) const; ///< -1: not shown
    [[nodiscard]] qsizetype unfilteredCount() const { return m_unfiltered; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Asks for it: the rows come sorted.
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void sortRequested(tenantry::ui::ApprovalOrder order, Qt::SortOrder direction);

private:
    [[nodiscard]] QString ageText(const ApprovalItem &item) const;
    [[nodiscard]] QVariant ageTone(const ApprovalItem &item) const;
    [[nodiscard]] QVariant subjectData(const ApprovalItem &item, int role) const;
    void apply(const ApprovalEdits &edits, const std::shared_ptr<const ApprovalItems> &next);
    void reorder(ApprovalItems &rows, const std::vector<int> &moved);
    void touch(int first, int last);

    Box m_box = Box::ToDecide;
    std::shared_ptr<const ApprovalItems> m_items = std::make_shared<const ApprovalItems>();
    qsizetype m_unfiltered = 0;
    directory::SnapshotPtr m_snapshot;
    Instant m_now;
    std::chrono::hours m_target{24};
    QString m_query;
};

} // namespace tenantry::ui

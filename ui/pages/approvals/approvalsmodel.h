// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/approvals/approvalboxes.h"

#include <QAbstractTableModel>

namespace tenantry::ui
{

/// The rows of one box, filtered and sorted. A new state is diffed by key: selection and scroll survive.
class ApprovalsModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Subject, Kind, Applicant, Age, Stage, ColumnCount };

    explicit ApprovalsModel(QObject *parent = nullptr);

    /// `now` and `target` make the ages.
    void setItems(Box box, const QList<ApprovalItem> &items, const directory::SnapshotPtr &snapshot, Instant now,
                  std::chrono::hours target);
    /// Part of the names, pinyin too, or of the code.
    void setQuery(const QString &query);
    /// Empty: every kind.
    void setKind(const QString &kind);
    /// Time has passed: ages are drawn anew.
    void setNow(Instant now);
    void retranslate();

    [[nodiscard]] const ApprovalItem &item(int row) const { return m_shown[row]; }
    [[nodiscard]] int rowOf(const QUuid &key) const; ///< -1: not shown
    [[nodiscard]] qsizetype unfilteredCount() const { return m_all.size(); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    [[nodiscard]] QString subject(const ApprovalItem &item) const;
    [[nodiscard]] QString applicant(const ApprovalItem &item) const;
    [[nodiscard]] QString ageText(const ApprovalItem &item) const;
    [[nodiscard]] QVariant ageTone(const ApprovalItem &item) const;
    [[nodiscard]] QVariant subjectData(const ApprovalItem &item, int role) const;
    [[nodiscard]] bool matches(const ApprovalItem &item) const;
    [[nodiscard]] QList<ApprovalItem> wanted() const;
    void sortItems(QList<ApprovalItem> &items) const;
    void show(const QList<ApprovalItem> &next);
    void removeMissing(const QSet<QUuid> &wanted);
    void insertNew(const QList<ApprovalItem> &next);
    void reorder(const QList<ApprovalItem> &next);
    void touchAll();

    Box m_box = Box::ToDecide;
    QList<ApprovalItem> m_all, m_shown;
    directory::SnapshotPtr m_snapshot;
    Instant m_now;
    std::chrono::hours m_target{24};
    QString m_query, m_kind;
    int m_column = Age;
    Qt::SortOrder m_order = Qt::AscendingOrder; ///< of Age: youngest first
};

/// The status of an application as a chip: text and int(Tone).
struct StatusWords {
    QString text;
    int tone = 0;
};
[[nodiscard]] StatusWords statusWords(const ApprovalItem &item);

} // namespace tenantry::ui

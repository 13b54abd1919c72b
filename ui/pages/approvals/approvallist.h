// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/approvals/approvalboxes.h"

#include <QCollator>
#include <QHash>

namespace tenantry::ui {

class ApplicationChecks;

/// By what applications are sorted: the columns of the table.
enum class ApprovalOrder { Subject, Kind, Applicant, Age, Stage };

/// How a box is shown.
struct ApprovalFilter
{
    Box box = Box::ToDecide;
    QString query; ///< part of the names, pinyin too, or of the code; empty: all
    QString kind;  ///< empty: every kind
    ApprovalOrder order = ApprovalOrder::Age;
    Qt::SortOrder direction = Qt::AscendingOrder; ///< of Age: youngest first
};

/// How one list of rows becomes another, found out beside the UI's thread: rows that go, those that stay in
/// their new order, rows that come.
struct ApprovalEdits
{
    struct Range
    {
        int first = 0, last = 0;
    };
    bool reset = false;          ///< too much to be told one by one
    std::vector<Range> removed;  ///< in the old list, last ones first
    std::vector<int> moved;      ///< of those that stay: where each goes; empty where the order stays
    std::vector<Range> inserted; ///< in the new list, first ones first
    std::vector<Range> changed;  ///< in the new list

    [[nodiscard]] static ApprovalEdits between(const ApprovalItems &before, const ApprovalItems &after);
};

struct ApprovalQuestion
{
    ApprovalSource source;
    ApprovalFilter filter;
    std::shared_ptr<const ApprovalItems> shown; ///< what the edits begin with
};

struct ApprovalList
{
    ApprovalFilter filter;
    directory::SnapshotPtr snapshot;
    std::shared_ptr<const ApprovalBoxes> boxes;
    std::shared_ptr<const ApplicationChecks> checks;
    std::shared_ptr<const ApprovalItems> shown;
    ApprovalEdits edits;
};

/// Makes boxes, checks and the rows of a box. Keeps what it took long to find out: the next answer costs what
/// changed, and a keystroke one pass through texts that are there already. For one thread at a time.
class ApprovalLister final
{
public:
    ApprovalLister();
    ~ApprovalLister();
    Q_DISABLE_COPY_MOVE(ApprovalLister)

    /// Worth nothing when stopped.
    [[nodiscard]] ApprovalList list(const ApprovalQuestion &question, std::stop_token stop = {});

private:
    /// What an application can be found by.
    struct Text
    {
        std::shared_ptr<const ApplicationRow> application;
        QString applicant;
        QByteArray found;
    };

    void follow(const ApprovalSource &source, std::stop_token stop);
    [[nodiscard]] ApprovalItems filtered(const ApprovalFilter &filter, std::stop_token stop);
    [[nodiscard]] const QByteArray &textOf(const ApprovalItem &item);
    void sort(ApprovalItems &items, const ApprovalFilter &filter, std::stop_token stop);
    [[nodiscard]] QCollatorSortKey key(const QString &text);

    ApprovalSource m_source;
    std::shared_ptr<const ApprovalBoxes> m_boxes;
    std::shared_ptr<const ApplicationChecks> m_checks;
    QHash<QUuid, Text> m_texts;
    QCollator m_collator;
    QHash<QString, QCollatorSortKey> m_keys; ///< collating is slow, names repeat from list to list
};

/// The status of an application as a chip: text and int(Tone).
struct StatusWords
{
    QString text;
    int tone = 0;
};
[[nodiscard]] StatusWords statusWords(const ApprovalItem &item);
[[nodiscard]] QString subjectOf(const ApprovalItem &item);
[[nodiscard]] QString applicantOf(const ApprovalItem &item, const directory::Snapshot &snapshot);

} // namespace tenantry::ui

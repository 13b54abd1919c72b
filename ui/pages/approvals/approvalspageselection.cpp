// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which applications are selected, and the comments that go with them; the page itself is in approvalspage.cpp.
#include "ui/pages/approvals/approvalsmodel.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/approvals/batchdetail.h"
#include "ui/session/session.h"

#include <QItemSelectionModel>
#include <QTableView>

namespace tenantry::ui
{

int ApprovalsPage::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection())
        count += range.height();
    return count;
}

QList<ApprovalItem> ApprovalsPage::selected() const
{
    QList<ApprovalItem> items;
    if (selectedCount() > mostAtOnce)
        return items;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        items.append(m_model->item(index.row()));
    return items;
}

void ApprovalsPage::select(const QUuid &key)
{
    const int row = m_model->rowOf(key);
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, 0);
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table->scrollTo(index);
}

QList<ApprovalItem> ApprovalsPage::shown() const
{
    const QList<ApprovalItem> items = selected();
    return items.isEmpty() ? m_left : items;
}

/// Each application has its own comment: the one that was being typed is kept, the one of what is selected now comes back.
void ApprovalsPage::takeSelection()
{
    QList<QUuid> keys;
    for (const ApprovalItem &item : selected())
        keys.append(item.key);
    if (keys == m_selectedKeys)
        return;
    m_left.clear();
    if (const QString comment = m_bar->comment(); comment.isEmpty() || m_selectedKeys.isEmpty())
        m_drafts.remove(m_selectedKeys);
    else
        m_drafts.insert(m_selectedKeys, comment);
    m_selectedKeys = keys;
    m_bar->clearComment();
    if (const QString draft = m_drafts.value(keys); !draft.isEmpty())
        m_bar->setComment(draft);
}

// The view goes on to a neighbour of a row that leaves. Nobody chose that one: what is being typed isn't meant for it, and it
// is no part of several that were selected.
void ApprovalsPage::restoreSelection()
{
    if (m_selectedKeys.isEmpty())
        return;
    if (!m_session.snapshot()->findUser(m_session.userId()).isValid())
        return forgetForLock();
    QList<QUuid> kept;
    for (const QUuid &key : std::as_const(m_selectedKeys))
        if (m_model->rowOf(key) >= 0)
            kept.append(key);
    if (kept.isEmpty() && !m_bar->isWriting())
        return takeSelection();
    m_left.clear();
    if (kept.size() == m_selectedKeys.size() && m_table->selectionModel()->hasSelection())
        return; // only a reset of the model (very many changes at once) drops it then
    m_restoring = true;
    m_table->selectionModel()->clear();
    for (const QUuid &key : std::as_const(kept))
        m_table->selectionModel()->select(m_model->index(m_model->rowOf(key), 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_restoring = false;
    if (kept.isEmpty())
        stayWithWhatLeft();
    else
        m_selectedKeys = kept;
}

// SEC-4: the comments stay, each with the ID that it is for; nothing else does.
void ApprovalsPage::forgetForLock()
{
    if (m_selectedKeys.size() == 1)
        m_wanted = m_selectedKeys.constFirst();
    takeSelection();
}

void ApprovalsPage::stayWithWhatLeft()
{
    m_left = m_last;
    for (ApprovalItem &item : m_left) {
        const ApplicationRow *row = item.application ? m_session.snapshot()->application(item.application->id) : nullptr;
        item.application = row ? std::make_shared<const ApplicationRow>(*row) : nullptr;
    }
}

void ApprovalsPage::move(int rows)
{
    if (m_model->rowCount() == 0)
        return;
    const QModelIndex current = m_table->currentIndex();
    const int row = current.isValid() ? current.row() + rows : 0;
    select(m_model->item(std::clamp(row, 0, m_model->rowCount() - 1)).key);
    m_table->setFocus();
}

void ApprovalsPage::selectNext(const QSet<QUuid> &done)
{
    const int count = m_model->rowCount();
    const int from = std::max(m_table->currentIndex().row(), 0);
    for (int step = 1; step <= count; ++step) {
        const ApprovalItem &item = m_model->item((from + step) % count);
        if (!done.contains(item.key) && whyNotDecidable(item, m_session).isEmpty())
            return select(item.key);
    }
}

} // namespace tenantry::ui

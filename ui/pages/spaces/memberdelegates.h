// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/rowdelegate.h"

namespace tenantry::ui::spaces
{

/// The role of a member, with an arrow where it can be changed in place.
class RoleDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

Q_SIGNALS:
    void roleMenuRequested(const QModelIndex &index, const QPoint &globalPosition);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;
};

/// Two words to click on: permission detail, remove. The second is greyed where it isn't allowed, with the reason as
/// tool tip. Keys reach both by the table's actions.
class ActionsDelegate final : public RowDelegate
{
    Q_OBJECT
public:
    using RowDelegate::RowDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index) override;
    /// Where there is little room: icons in place of the words.
    void setCompact(bool compact) { m_compact = compact; }
    [[nodiscard]] static int neededWidth(bool compact);

Q_SIGNALS:
    void detailRequested(const QModelIndex &index);
    void removeRequested(const QModelIndex &index);

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option, const QModelIndex &index) override;

private:
    bool m_compact = false;
};

} // namespace tenantry::ui::spaces

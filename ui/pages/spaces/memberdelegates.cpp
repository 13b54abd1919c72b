// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberdelegates.h"

#include "ui/pages/spaces/membersmodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

constexpr int margin = 12;
constexpr int gap = 12;

struct ActionPlaces {
    QRect detail;
    QRect remove;
};

QString detailWord()
{
    return ActionsDelegate::tr("Permissions");
}

QString removeWord()
{
    return ActionsDelegate::tr("Remove");
}

ActionPlaces places(const QRect &cell, bool compact)
{
    constexpr int side = 24; ///< of an icon with room for the pointer
    if (compact)
        return {QRect(cell.left() + margin - 4, cell.top(), side, cell.height()), QRect(cell.left() + margin + side + 4, cell.top(), side, cell.height())};
    const QFontMetrics fm(uiFont(metrics::fontBody));
    const int detail = fm.horizontalAdvance(detailWord());
    const int left = cell.left() + margin;
    return {QRect(left, cell.top(), detail, cell.height()),
            QRect(left + detail + gap, cell.top(), fm.horizontalAdvance(removeWord()), cell.height())};
}

bool isClick(const QEvent *event)
{
    return event->type() == QEvent::MouseButtonRelease && static_cast<const QMouseEvent *>(event)->button() == Qt::LeftButton;
}

} // namespace

void RoleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    if (!index.data(MembersModel::RoleRefusalRole).toString().isEmpty())
        return;
    const int chip = Chip::widthFor(index.data().toString(), option.font);
    paintIcon(painter, u"chevron-down"_s, QRectF(option.rect.left() + margin + chip + 4, option.rect.top(), 14, option.rect.height()), tokens().textMuted, 14);
}

bool RoleDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!isClick(event) || !index.data(MembersModel::RoleRefusalRole).toString().isEmpty())
        return false;
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    if (view)
        Q_EMIT roleMenuRequested(index, view->viewport()->mapToGlobal(option.rect.bottomLeft() + QPoint(margin, -2)));
    return true;
}

void ActionsDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    const auto [detail, remove] = places(option.rect, m_compact);
    const bool removable = index.data(MembersModel::RemoveRefusalRole).toString().isEmpty();
    if (m_compact) {
        paintIcon(painter, u"key"_s, detail, tokens().accent.text);
        paintIcon(painter, u"trash"_s, remove, removable ? tokens().danger.text : tokens().textDisabled);
        return;
    }
    painter->save();
    painter->setFont(uiFont(metrics::fontBody));
    painter->setPen(tokens().accent.text);
    painter->drawText(detail, Qt::AlignLeft | Qt::AlignVCenter, detailWord());
    painter->setPen(removable ? tokens().danger.text : tokens().textDisabled);
    painter->drawText(remove, Qt::AlignLeft | Qt::AlignVCenter, removeWord());
    painter->restore();
}

bool ActionsDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() == QEvent::ToolTip) {
        const auto [detail, remove] = places(option.rect, m_compact);
        const QString reason = index.data(MembersModel::RemoveRefusalRole).toString();
        QToolTip::showText(event->globalPos(),
                           remove.contains(event->pos())   ? (reason.isEmpty() ? removeWord() : reason)
                           : detail.contains(event->pos()) ? detailWord()
                                                           : QString(),
                           view);
        return true;
    }
    return RowDelegate::helpEvent(event, view, option, index);
}

bool ActionsDelegate::editorEvent(QEvent *event, QAbstractItemModel *, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (!isClick(event))
        return false;
    const QPoint at = static_cast<QMouseEvent *>(event)->pos();
    const auto [detail, remove] = places(option.rect, m_compact);
    if (detail.contains(at))
        Q_EMIT detailRequested(index);
    else if (remove.contains(at) && index.data(MembersModel::RemoveRefusalRole).toString().isEmpty())
        Q_EMIT removeRequested(index);
    else
        return false;
    return true;
}

int ActionsDelegate::neededWidth(bool compact)
{
    return places(QRect(0, 0, 10, 10), compact).remove.right() + 2 * margin;
}

} // namespace tenantry::ui::spaces

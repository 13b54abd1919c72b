// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/namedelegate.h"

#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QApplication>
#include <QPainter>

namespace tenantry::ui::spaces
{

namespace
{

constexpr int gap = 8;
constexpr int rightMargin = 12; ///< as RowDelegate keeps it
constexpr int least = 92;       ///< of picture and name, before chips are left out; the first one never is: it is what matters

/// How much the base class takes for what it draws, from the left of the cell.
int contentWidth(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    int width = index.column() == 0 && option.widget && option.widget->inherits("QTreeView") ? 4 : 12;
    if (option.features & QStyleOptionViewItem::HasCheckIndicator)
        width += metrics::iconSize + gap;
    if (!index.data(AvatarIdRole).toString().isEmpty())
        width += (option.rect.height() > 44 ? 32 : metrics::avatarSize) + gap;
    else if (!index.data(IconNameRole).toString().isEmpty())
        width += metrics::iconSize + gap;
    width += QFontMetrics(option.font).horizontalAdvance(option.text) + gap;
    const QString secondary = index.data(SecondaryTextRole).toString();
    if (!secondary.isEmpty())
        width += QFontMetrics(uiFont(metrics::fontSmall)).horizontalAdvance(secondary) + gap;
    return width + 4;
}

} // namespace

void NameDelegate::paint(QPainter *painter, const QStyleOptionViewItem &viewOption, const QModelIndex &index) const
{
    auto chips = index.data(ChipsRole).value<QList<RowChip>>();
    if (chips.isEmpty()) {
        RowDelegate::paint(painter, viewOption, index);
        return;
    }
    QStyleOptionViewItem option = viewOption;
    initStyleOption(&option, index);
    const QFont font = uiFont(metrics::fontSmall);
    const auto widthOf = [&] {
        int width = 0;
        for (const RowChip &chip : chips)
            width += Chip::widthFor(chip.text, font) + gap;
        return width;
    };
    const int queued = index.data(QueuedRole).toBool() ? metrics::iconSize + gap : 0;
    while (chips.size() > 1 && option.rect.width() - widthOf() - queued < least)
        chips.removeLast();
    const int chipsWidth = std::min(widthOf(), std::max(0, option.rect.width() - queued - least));

    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    painter->save();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    painter->restore();
    QStyleOptionViewItem narrow = viewOption;
    narrow.rect.setRight(option.rect.right() - chipsWidth);
    RowDelegate::paint(painter, narrow, index);

    const int room = option.rect.width() - chipsWidth - rightMargin - queued;
    int x = option.rect.left() + std::min(contentWidth(option, index), std::max(room, 0)) + (queued ? 0 : gap / 2);
    if (queued) // the mark is at the end of the narrow part
        x = narrow.rect.right();
    QRect line = option.rect;
    if (!index.data(SubtitleRole).toString().isEmpty()) { // the chips belong to the first of two lines
        const int first = QFontMetrics(option.font).height();
        const int both = first + QFontMetrics(font).height();
        line = QRect(line.left(), line.top() + (line.height() - both) / 2, line.width(), first);
    }
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    for (const RowChip &chip : std::as_const(chips))
        x += Chip::paint(painter, QRect(x, line.top(), option.rect.right() - x, line.height()), chip.text, chip.tone, font) + gap;
    painter->restore();
}

QSize NameDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = RowDelegate::sizeHint(option, index);
    size.setHeight(m_rowHeight);
    return size;
}

} // namespace tenantry::ui::spaces

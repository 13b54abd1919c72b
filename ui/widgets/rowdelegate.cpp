// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowdelegate.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>
#include <QTextOption>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

constexpr int sideMargin = 12;
constexpr int gap = 8;

QList<TextRange> matchesOf(const QModelIndex &index, const QString &text, const QString &query)
{
    const QVariant given = index.data(MatchesRole);
    return given.isValid() ? given.value<QList<TextRange>>() : findMatches(text, query);
}

/// Where a part of a line lies, right-to-left scripts included.
QRect placeOf(const QString &text, const QFont &font, const TextRange &part, const QPoint &origin)
{
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute); // as the painter draws it
    option.setTextDirection(Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    QTextLayout layout(text, font);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(100'000);
    layout.endLayout();
    const int a = int(line.cursorToX(part.start)), b = int(line.cursorToX(part.start + part.length));
    return {origin.x() + std::min(a, b) - 1, origin.y() - 1, std::abs(b - a) + 2, QFontMetrics(font).height() + 2};
}

/// What the row draws in: tree branches end close to the text, other cells keep a margin.
QRect contentRect(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRect rect = option.rect.adjusted(sideMargin, 0, -sideMargin, 0);
    if (index.column() != 0 || !option.widget)
        return rect;
    if (option.widget->inherits("QTreeView"))
        rect.setLeft(option.rect.left() + 4);
    else if (option.widget->inherits("QTableView"))
        rect.setLeft(option.rect.left() + metrics::pageMargin);
    return rect;
}

QColor textColour(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Tokens &t = tokens();
    if (!(option.state & QStyle::State_Enabled))
        return t.textDisabled;
    return index.data(DimmedRole).toBool() ? t.textFaint : t.text;
}

/// Avatar, icon or decoration; returns the width that it took, gap included.
int drawLeading(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString avatar = index.data(AvatarIdRole).toString();
    if (!avatar.isEmpty()) {
        const int side = std::min(rect.height() - 8, rect.height() > 44 ? 32 : metrics::avatarSize);
        Avatar::paint(painter, QRectF(rect.left(), rect.top() + (rect.height() - side) / 2.0, side, side), avatar,
                      index.data(Qt::DisplayRole).toString(), false, AvatarChoice::ofPerson(index.data(PortraitRole).toString()));
        return side + gap;
    }
    const QString name = index.data(IconNameRole).toString();
    if (!name.isEmpty()) {
        const QVariant tone = index.data(IconToneRole);
        const QColor colour = tone.isValid() ? tokens().tone(Tone(tone.toInt())).text
                              : index.data(DimmedRole).toBool() ? tokens().textDisabled
                                                                : tokens().textMuted;
        paintIcon(painter, name, QRectF(rect.left(), rect.top(), metrics::iconSize, rect.height()), colour);
        return metrics::iconSize + gap;
    }
    if (option.icon.isNull())
        return 0;
    const bool enabled = option.state & QStyle::State_Enabled;
    option.icon.paint(painter, QRect(rect.left(), rect.top(), metrics::iconSize, rect.height()), Qt::AlignCenter,
                      enabled ? QIcon::Normal : QIcon::Disabled);
    return metrics::iconSize + gap;
}

} // namespace

int paintTextLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour, Qt::Alignment alignment,
                  const QList<TextRange> &matches)
{
    const QFontMetrics fm(font);
    const QString shown = fm.elidedText(text, Qt::ElideRight, rect.width());
    painter->setFont(font);
    int x = rect.left();
    const int width = fm.horizontalAdvance(shown);
    if (alignment & Qt::AlignRight)
        x = rect.right() - width + 1;
    else if (alignment & Qt::AlignHCenter)
        x = rect.left() + (rect.width() - width) / 2;
    const int top = rect.top() + (rect.height() - fm.height()) / 2;
    const qsizetype visible = shown == text ? text.size() : shown.size() - 1;
    for (const TextRange &match : matches) {
        const int end = int(std::min<qsizetype>(match.start + match.length, visible));
        if (match.start < 0 || match.start >= end)
            continue;
        painter->setPen(Qt::NoPen);
        painter->setBrush(tokens().match);
        painter->drawRoundedRect(placeOf(shown, font, {match.start, end - match.start}, {x, top}), 3, 3);
    }
    painter->setPen(colour);
    painter->drawText(QRect(x, rect.top(), rect.right() - x + 2, rect.height()),
                      Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    return width;
}

RowDelegate::RowDelegate(QObject *parent) : QStyledItemDelegate(parent) {}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &viewOption, const QModelIndex &index) const
{
    QStyleOptionViewItem option = viewOption;
    initStyleOption(&option, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    QRect rect = contentRect(option, index);
    if (option.features & QStyleOptionViewItem::HasCheckIndicator) {
        QStyleOptionViewItem check(option);
        check.rect = QRect(rect.left(), rect.top(), metrics::iconSize, rect.height());
        check.state &= ~(QStyle::State_On | QStyle::State_Off | QStyle::State_NoChange | QStyle::State_HasFocus);
        check.state |= option.checkState == Qt::Checked     ? QStyle::State_On
                       : option.checkState == Qt::Unchecked ? QStyle::State_Off
                                                            : QStyle::State_NoChange;
        style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, option.widget);
        rect.setLeft(rect.left() + metrics::iconSize + gap);
    }
    rect.setLeft(rect.left() + drawLeading(painter, rect, option, index));

    if (index.data(QueuedRole).toBool()) {
        const QRect mark(rect.right() - metrics::iconSize + 1, rect.top(), metrics::iconSize, rect.height());
        paintIcon(painter, u"sync-queued"_s, mark, tokens().warning.text, 14);
        rect.setRight(mark.left() - gap);
    }
    const QVariant tone = index.data(ToneRole);
    if (tone.isValid() && !option.text.isEmpty()) {
        Chip::paint(painter, rect, option.text, Tone(tone.toInt()), option.font);
        painter->restore();
        return;
    }

    const QString subtitle = index.data(SubtitleRole).toString();
    if (!subtitle.isEmpty()) {
        const int line = QFontMetrics(option.font).height();
        const QFont small = uiFont(metrics::fontSmall);
        const int block = line + QFontMetrics(small).height();
        const int top = rect.top() + (rect.height() - block) / 2;
        paintTextLine(painter, QRect(rect.left(), top + line, rect.width(), block - line), subtitle, small,
                 tokens().textMuted, option.displayAlignment, {});
        rect = QRect(rect.left(), top, rect.width(), line);
    }
    const QVariant given = index.data(Qt::ForegroundRole);
    const QColor colour = given.isValid() ? given.value<QBrush>().color() : textColour(option, index);
    const int width = paintTextLine(painter, rect, option.text, option.font, colour, option.displayAlignment,
                               matchesOf(index, option.text, m_query));
    const QString secondary = index.data(SecondaryTextRole).toString();
    const int from = rect.left() + width + gap;
    if (!secondary.isEmpty() && from < rect.right())
        paintTextLine(painter, QRect(from, rect.top(), rect.right() - from + 1, rect.height()), secondary,
                 uiFont(metrics::fontSmall), tokens().textMuted, Qt::AlignLeft, {});
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    const bool twoLines = !index.data(SubtitleRole).toString().isEmpty();
    size.setHeight(std::max(size.height(), twoLines ? metrics::twoLineRowHeight : metrics::rowHeight));
    size.rwidth() += 2 * sideMargin;
    return size;
}

void RowDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                       const QModelIndex &index) const
{
    const bool led = !index.data(IconNameRole).toString().isEmpty();
    const int left = contentRect(option, index).left() + (led ? metrics::iconSize : 0);
    QRect rect = option.rect.adjusted(0, 2, -2, -2);
    rect.setLeft(left);
    editor->setGeometry(rect);
}

bool RowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    const QVariant value = index.data(Qt::CheckStateRole);
    const auto wanted = Qt::ItemIsUserCheckable | Qt::ItemIsEnabled;
    if (!value.isValid() || (model->flags(index) & wanted) != wanted)
        return false;
    if (event->type() == QEvent::MouseButtonRelease) {
        // The whole left end of the row counts: a mark of 16 pixels is easily missed.
        const int right = contentRect(option, index).left() + metrics::iconSize + gap / 2;
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() != Qt::LeftButton || mouse->position().x() > right)
            return false;
    } else if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Space) {
        return false;
    }
    const auto next = Qt::CheckState(value.toInt()) == Qt::Checked ? Qt::Unchecked : Qt::Checked;
    return model->setData(index, next, Qt::CheckStateRole);
}

QList<TextRange> findMatches(const QString &text, const QString &query)
{
    QList<TextRange> ranges;
    if (query.isEmpty())
        return ranges;
    qsizetype from = 0;
    while ((from = text.indexOf(query, from, Qt::CaseInsensitive)) >= 0) {
        ranges.append({int(from), int(query.size())});
        from += query.size();
    }
    return ranges;
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/persondelegate.h"

#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/peoplemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

constexpr int margin = 12;
constexpr int gap = 8;
constexpr int side = 32; ///< of the picture
constexpr int padding = 8;

/// The own picture, else staff's initials on their colour, else the system's figure.
void paintPicture(QPainter *painter, const QRect &rect, const QModelIndex &index)
{
    const QPixmap own = Avatar::pictureOf(AvatarChoice::ofPerson(index.data(PortraitRole).toString()));
    if (own.isNull() && index.data(PeopleModel::StaffRole).toBool()) {
        Avatar::paint(painter, rect, index.data(AvatarIdRole).toString(), index.data().toString());
        return;
    }
    QPainterPath circle;
    circle.addEllipse(rect);
    painter->save();
    painter->setClipPath(circle);
    if (own.isNull()) {
        painter->fillRect(rect, tokens().tone(Tone::Neutral).soft);
        paintIcon(painter, u"person"_s, rect, tokens().textMuted, 18);
    } else {
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawPixmap(rect, own);
    }
    painter->restore();
}

struct Line
{
    QString text;
    QList<TextRange> matches;
};

QList<Line> contactLines(const QModelIndex &index)
{
    QList<Line> lines;
    for (const auto &[textRole, matchesRole] :
         {std::pair{PeopleModel::PhoneRole, PeopleModel::PhoneMatchesRole},
          std::pair{PeopleModel::EmailRole, PeopleModel::EmailMatchesRole}})
        if (const QString text = index.data(textRole).toString(); !text.isEmpty())
            lines += {text, index.data(matchesRole).value<QList<TextRange>>()};
    return lines;
}

void paintName(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &option,
               const QModelIndex &index)
{
    const QFont small = uiFont(metrics::fontSmall);
    const auto chips = index.data(ChipsRole).value<QList<RowChip>>();
    int chipsWidth = 0;
    for (const RowChip &chip : chips)
        chipsWidth += Chip::widthFor(chip.text, small) + gap;
    const bool dimmed = index.data(DimmedRole).toBool();
    const QRect place = rect.adjusted(0, 0, -chipsWidth, 0);
    const int width =
        paintTextLine(painter, place, option.text, option.font, dimmed ? tokens().textFaint : tokens().text,
                      Qt::AlignLeft, index.data(MatchesRole).value<QList<TextRange>>());
    int x = rect.left() + width + gap;
    for (const RowChip &chip : chips)
        x += Chip::paint(painter, QRect(x, rect.top(), rect.right() - x, rect.height()), chip.text, chip.tone,
                         small) +
             gap;
}

} // namespace

void PersonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &viewOption,
                           const QModelIndex &index) const
{
    QStyleOptionViewItem option = viewOption;
    initStyleOption(&option, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    QRect rect = option.rect.adjusted(margin, 0, -margin, 0);
    QStyleOptionViewItem check(option);
    check.rect = QRect(rect.left(), rect.top(), metrics::iconSize, rect.height());
    check.state &= ~(QStyle::State_On | QStyle::State_Off | QStyle::State_HasFocus);
    check.state |= option.checkState == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
    style->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, option.widget);
    rect.setLeft(rect.left() + metrics::iconSize + gap);
    paintPicture(painter, QRect(rect.left(), rect.center().y() - side / 2 + 1, side, side), index);
    rect.setLeft(rect.left() + side + gap + 2);

    const QList<Line> lines = contactLines(index);
    const QFont small = uiFont(metrics::fontSmall);
    const int first = QFontMetrics(option.font).height() + 2;
    const int other = QFontMetrics(small).height() + 1;
    int top = rect.top() + (rect.height() - first - other * int(lines.size())) / 2;
    paintName(painter, QRect(rect.left(), top, rect.width(), first), option, index);
    top += first;
    for (const Line &line : lines) {
        paintTextLine(painter, QRect(rect.left(), top, rect.width(), other), line.text, small,
                      tokens().textMuted, Qt::AlignLeft, line.matches);
        top += other;
    }
    painter->restore();
}

QSize PersonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = int(contactLines(index).size());
    const int text = QFontMetrics(option.font).height() + 2 +
                     lines * (QFontMetrics(uiFont(metrics::fontSmall)).height() + 1);
    return {200, std::max(text, side) + 2 * padding};
}

bool PersonDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    return event->type() == QEvent::KeyPress && QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace tenantry::ui::spaces

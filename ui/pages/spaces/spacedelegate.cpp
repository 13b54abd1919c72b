// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacedelegate.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/spacelistmodel.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/itemroles.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

constexpr int margin = 12;
constexpr int gap = 8;
constexpr int avatarSide = 32;

const SpaceItem &itemOf(const QModelIndex &index)
{
    const auto *proxy = qobject_cast<const QAbstractProxyModel *>(index.model());
    const QModelIndex source = proxy ? proxy->mapToSource(index) : index;
    return static_cast<const SpaceListModel *>(source.model())->itemAt(source.row());
}

QString secondLine(const SpaceItem &item)
{
    QStringList parts;
    for (const QString &module : item.modules)
        parts += moduleName(module);
    parts += editionName(item.edition);
    if (!item.tenant.isEmpty())
        parts += item.tenant;
    return parts.join(u" · "_s);
}

} // namespace

void SpaceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &viewOption, const QModelIndex &index) const
{
    QStyleOptionViewItem option = viewOption;
    initStyleOption(&option, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const SpaceItem &item = itemOf(index);
    const Tokens &t = tokens();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);

    QRect rect = option.rect.adjusted(margin, 0, -margin, 0);
    painter->setOpacity(item.archived ? 0.5 : 1.0);
    Avatar::paint(painter, QRectF(rect.left(), rect.center().y() - avatarSide / 2 + 1, avatarSide, avatarSide), item.id.toString(), item.name, true, item.avatar);
    painter->setOpacity(1.0);
    rect.setLeft(rect.left() + avatarSide + gap + 2);

    const QFont small = uiFont(metrics::fontSmall);
    const QFontMetrics fm(option.font), smallMetrics(small);
    const int top = rect.top() + (rect.height() - fm.height() - smallMetrics.height() - 2) / 2;
    const QRect line(rect.left(), top, rect.width(), fm.height());
    const QString chip = item.queued ? SpaceListModel::tr("Waiting") : item.archived ? SpaceListModel::tr("Archived") : item.role == Role::None ? QString() : access::roleName(item.role);
    // The name has the whole first line: spaces whose names begin alike are told apart by it.
    QRect below(rect.left(), line.bottom() + 3, rect.width(), smallMetrics.height());
    if (!chip.isEmpty()) {
        const int width = std::min(Chip::widthFor(chip, small), rect.width() * 2 / 3);
        Chip::paint(painter, QRect(rect.right() - width + 1, below.top() - 2, width, below.height() + 4), chip, item.queued ? Tone::Warning : item.archived ? Tone::Neutral : roleTone(item.role), small);
        below.setRight(rect.right() - width - gap);
    }
    const QString name = fm.elidedText(item.name, Qt::ElideRight, line.width());
    for (const TextRange &match : index.data(MatchesRole).value<QList<TextRange>>()) {
        const int from = line.left() + fm.horizontalAdvance(name.left(match.start));
        const int to = line.left() + fm.horizontalAdvance(name.left(match.start + match.length));
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.match);
        painter->drawRoundedRect(QRect(from - 1, line.top() - 1, to - from + 2, line.height() + 2), 3, 3);
    }
    painter->setFont(option.font);
    painter->setPen(item.archived ? t.textFaint : t.text);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
    painter->setFont(small);
    painter->setPen(item.archived ? t.textFaint : t.textMuted);
    painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, smallMetrics.elidedText(secondLine(item), Qt::ElideRight, below.width()));
    painter->restore();
}

QSize SpaceDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {200, metrics::twoLineRowHeight};
}

} // namespace tenantry::ui::spaces

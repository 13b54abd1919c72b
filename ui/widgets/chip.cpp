// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chip.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace tenantry::ui
{

namespace
{

constexpr int padding = 8;
constexpr int iconSide = 12;

QFont chipFont(const QFont &font)
{
    QFont small(font);
    small.setPixelSize(metrics::fontSmall);
    small.setBold(false);
    return small;
}

} // namespace

Chip::Chip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

Chip::Chip(const QString &text, Tone tone, QWidget *parent) : Chip(parent)
{
    setText(text);
    setTone(tone);
}

void Chip::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Chip::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void Chip::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    return {widthFor(m_text, font(), !m_iconName.isEmpty()), height};
}

int Chip::widthFor(const QString &text, const QFont &font, bool withIcon)
{
    const int textWidth = QFontMetrics(chipFont(font)).horizontalAdvance(text);
    return textWidth + 2 * padding + (withIcon ? iconSide + 4 : 0);
}

int Chip::paint(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const QFont &font,
                const QString &iconName)
{
    const ToneColours &colours = tokens().tone(tone);
    const int width = std::min(widthFor(text, font, !iconName.isEmpty()), rect.width());
    QRect box(rect.left(), 0, width, std::min(height, rect.height()));
    box.moveTop(rect.top() + (rect.height() - box.height()) / 2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    // With an outline: the accent's chip would be lost on a selected row.
    painter->setPen(colours.border);
    painter->setBrush(colours.soft);
    painter->drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), box.height() / 2.0, box.height() / 2.0);
    QRect inner = box.adjusted(padding, 0, -padding, 0);
    if (!iconName.isEmpty()) {
        paintIcon(painter, iconName, QRectF(inner.left() - 1, box.top(), iconSide, box.height()), colours.text,
                  iconSide);
        inner.setLeft(inner.left() + iconSide + 4);
    }
    painter->setFont(chipFont(font));
    painter->setPen(colours.text);
    const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width() + 1);
    painter->drawText(inner.adjusted(0, 0, 2, 0), Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, shown);
    painter->restore();
    return width;
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(&painter, rect(), m_text, m_tone, font(), m_iconName);
}

void Chip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        updateGeometry();
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/countbadge.h"

#include "ui/theme/theme.h"

#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

CountBadge::CountBadge(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVisible(false);
}

void CountBadge::setCount(int count)
{
    m_count = count;
    setVisible(count > 0);
    setAccessibleName(QLocale().toString(count));
    updateGeometry();
    update();
}

void CountBadge::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

QString CountBadge::textFor(int count)
{
    return count > 999 ? u"999+"_s : QString::number(count);
}

QSize CountBadge::sizeHint() const
{
    const int width = QFontMetrics(uiFont(metrics::fontSmall)).horizontalAdvance(textFor(m_count));
    return {std::max(width + 12, 20), 20};
}

void CountBadge::paintEvent(QPaintEvent *)
{
    const ToneColours &colours = tokens().tone(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.soft);
    painter.drawRoundedRect(QRectF(rect()), 10, 10);
    painter.setFont(uiFont(metrics::fontSmall));
    painter.setPen(colours.text);
    painter.drawText(rect(), Qt::AlignCenter, textFor(m_count));
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/banner.h"

#include "ui/theme/icons.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

QString iconFor(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return u"check-circle"_s;
    case Tone::Warning:
    case Tone::Danger:
        return u"warning"_s;
    default:
        return u"info"_s;
    }
}

} // namespace

Banner::Banner(Tone tone, QWidget *parent)
    : QFrame(parent), m_tone(tone), m_icon(new QLabel), m_text(makeParagraph(TextStyle::Body)),
      m_action(makeButton(ButtonStyle::Default)), m_close(makeIconButton(u"cross"_s, tr("Dismiss")))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 6, 6);
    layout->setSpacing(10);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    m_text->setMinimumHeight(metrics::controlHeight);
    m_text->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    m_action->hide();
    m_close->hide();
    connect(m_action, &QPushButton::clicked, this, &Banner::actionRequested);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    updateIcon();
}

void Banner::setTone(Tone tone)
{
    m_tone = tone;
    updateIcon();
    update();
}

void Banner::setText(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
}

void Banner::setAction(const QString &text)
{
    m_action->setText(text);
    m_action->setHidden(text.isEmpty());
}

void Banner::setClosable(bool closable)
{
    m_close->setVisible(closable);
}

void Banner::updateIcon()
{
    m_icon->setPixmap(icon(iconFor(m_tone), m_tone).pixmap(QSize(18, 18), devicePixelRatioF()));
}

void Banner::paintEvent(QPaintEvent *)
{
    const ToneColours &colours = tokens().tone(m_tone);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colours.border);
    painter.setBrush(colours.soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateIcon();
    else if (event->type() == QEvent::LanguageChange)
        setButtonName(m_close, tr("Dismiss"));
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toast.h"

#include "ui/widgets/text.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

Toast::Toast(QWidget *window)
    : QFrame(window), m_text(makeLabel(TextStyle::Body)), m_undo(makeButton(ButtonStyle::Quiet, tr("Undo"), u"undo"_s)),
      m_timer(new QTimer(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 6, 6);
    layout->setSpacing(12);
    layout->addWidget(m_text);
    layout->addWidget(m_undo);
    m_text->setMinimumHeight(metrics::controlHeight);
    m_timer->setSingleShot(true);
    m_timer->setInterval(6000);
    connect(m_timer, &QTimer::timeout, this, [this] {
        if (m_undo->hasFocus())
            m_timer->start();
        else
            hide();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto undo = std::exchange(m_onUndo, {}))
            undo();
    });
    window->installEventFilter(this);
    hide();
}

void Toast::show(const QString &text, const std::function<void()> &undo)
{
    m_text->setText(text);
    setAccessibleName(text);
    m_onUndo = undo;
    m_undo->setVisible(bool(undo));
    place();
    setVisible(true);
    raise();
    m_timer->start();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void Toast::forget()
{
    hide();
    m_text->clear();
    setAccessibleName({});
    m_onUndo = {};
}

void Toast::place()
{
    adjustSize();
    const QWidget *window = parentWidget();
    move((window->width() - width()) / 2, window->height() - height() - 24);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    m_timer->stop();
}

void Toast::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    if (isVisible())
        m_timer->start();
}

void Toast::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(t.borderStrong);
    painter.setBrush(t.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

void Toast::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_undo->setText(tr("Undo"));
}

} // namespace tenantry::ui

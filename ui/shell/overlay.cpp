// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/overlay.h"

#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QGraphicsDropShadowEffect>
#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

Overlay::Overlay(QWidget *window) : QFrame(window)
{
    setProperty("panel", u"raised"_s);
    window->installEventFilter(this);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(32);
    shadow->setOffset(0, 8);
    setGraphicsEffect(shadow);
    hide();
}

void Overlay::open()
{
    m_before = window()->focusWidget();
    if (auto *shadow = qobject_cast<QGraphicsDropShadowEffect *>(graphicsEffect()))
        shadow->setColor(tokens().shadow);
    place();
    show();
    raise();
    // Every press in the window has to be seen, whichever widget gets it.
    qApp->installEventFilter(this);
    if (QWidget *control = firstControl())
        control->setFocus(Qt::ShortcutFocusReason);
}

void Overlay::close()
{
    hide();
}

void Overlay::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    qApp->removeEventFilter(this);
    const bool focusWasHere = isAncestorOf(QApplication::focusWidget());
    if (m_before && focusWasHere)
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        place();
    } else if (event->type() == QEvent::MouseButtonPress && isVisible() && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        if (widget != this && !isAncestorOf(widget) && widget->window() == window())
            close();
    } else if (event->type() == QEvent::FocusIn && isVisible() && watched->isWidgetType()) {
        auto *widget = static_cast<QWidget *>(watched);
        if (widget != this && !isAncestorOf(widget) && widget->window() == window())
            close();
    }
    return QFrame::eventFilter(watched, event);
}

bool Overlay::moveInList(QAbstractItemView &list, int key)
{
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return false;
    const int current = list.currentIndex().row();
    const int next = key == Qt::Key_Down ? std::min(current + 1, list.model()->rowCount() - 1) : std::max(current - 1, 0);
    list.setCurrentIndex(list.model()->index(next, 0));
    return true;
}

bool Overlay::focusNextPrevChild(bool next)
{
    QWidget *const from = QApplication::focusWidget();
    if (!from || !isAncestorOf(from))
        return QFrame::focusNextPrevChild(next);
    for (QWidget *to = next ? from->nextInFocusChain() : from->previousInFocusChain(); to && to != from;
         to = next ? to->nextInFocusChain() : to->previousInFocusChain()) {
        if (isAncestorOf(to) && to->isVisible() && to->isEnabled() && !to->focusProxy() &&
            (to->focusPolicy() & Qt::TabFocus) == Qt::TabFocus) {
            to->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return true;
        }
    }
    return true;
}

void Overlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

} // namespace tenantry::ui

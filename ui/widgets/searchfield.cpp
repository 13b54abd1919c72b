// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme/icons.h"

#include <QElapsedTimer>
#include <QKeyEvent>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

constexpr qint64 frame = 16;

} // namespace

SearchField::SearchField(QWidget *parent) : QLineEdit(parent), m_pause(new QTimer(this))
{
    addAction(icon(u"search"_s), LeadingPosition);
    setMinimumWidth(160);
    m_pause->setSingleShot(true);
    m_pause->setInterval(120);
    connect(m_pause, &QTimer::timeout, this, &SearchField::announce);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty() || (m_eachLetter && m_lastTook <= frame))
            announce();
        else
            m_pause->start();
    });
    connect(this, &QLineEdit::returnPressed, this, &SearchField::announce);
}

void SearchField::setHint(const QString &hint)
{
    setPlaceholderText(hint);
    setAccessibleName(hint);
}

void SearchField::setResultView(QWidget *view)
{
    m_view = view;
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down && m_view) {
        m_view->setFocus(Qt::TabFocusReason);
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::announce()
{
    m_pause->stop();
    if (query() == m_announced)
        return;
    m_announced = query();
    QElapsedTimer timer;
    timer.start();
    Q_EMIT queryChanged(m_announced);
    m_lastTook = timer.elapsed();
}

} // namespace tenantry::ui

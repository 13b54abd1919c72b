// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tablememory.h"

#include "ui/widgets/tabletools.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>

#include <utility>

namespace tenantry::ui {

TableMemory::TableMemory(QCoreApplication &application, Load load, Keep keep)
    : m_load(std::move(load)), m_keep(std::move(keep))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(1000);
    connect(&m_pause, &QTimer::timeout, this, &TableMemory::keepNow);
    application.installEventFilter(this);
}

TableMemory::~TableMemory()
{
    keepNow();
}

bool TableMemory::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Polish && event->type() != QEvent::Hide)
        return false;
    auto *view = qobject_cast<QAbstractItemView *>(watched);
    QHeaderView *header = view && !view->objectName().isEmpty() && view->model() ? headerOf(view) : nullptr;
    if (!header)
        return false;
    if (event->type() == QEvent::Polish)
        follow(view, header);
    else
        keepNow(); // a dialog's table may be gone before the pause is over
    return false;
}

void TableMemory::follow(QAbstractItemView *view, QHeaderView *header)
{
    const QString name = view->objectName();
    restoreColumnState(header, m_load(name));
    const auto changed = [this, name, header] {
        m_changed.insert(name, header);
        m_pause.start();
    };
    connect(header, &QHeaderView::sectionResized, this, changed);
    connect(header, &QHeaderView::sectionMoved, this, changed);
    connect(header, &QHeaderView::sortIndicatorChanged, this, changed);
}

void TableMemory::keepNow()
{
    m_pause.stop();
    for (const auto &[name, header] : std::exchange(m_changed, {}).asKeyValueRange())
        if (header)
            m_keep(name, columnState(header));
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/accessevent.h"

#include <QCoreApplication>
#include <QWidget>

namespace tenantry::ui {

QEvent::Type AccessNote::kind()
{
    static const auto registered = Type(registerEventType());
    return registered;
}

void noteAccess(QWidget *from, AccessEvent::Act act, const QString &objectKind, const QUuid &objectId,
                qsizetype rows)
{
    for (QWidget *around = from; around; around = around->parentWidget()) {
        AccessNote note({act, {}, objectKind, objectId, rows});
        if (QCoreApplication::sendEvent(around, &note))
            return;
    }
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/accesscommands.h"

#include <QEvent>

class QWidget;

namespace tenantry::ui {

/// That something was opened or exported (OPM-6), on its way to the window, which tells whoever reports it.
class AccessNote final : public QEvent
{
public:
    explicit AccessNote(AccessEvent what) : QEvent(kind()), m_what(std::move(what)) {}
    [[nodiscard]] static Type kind();
    /// Its time is for the reporter to set.
    [[nodiscard]] const AccessEvent &what() const { return m_what; }

private:
    AccessEvent m_what;
};

/// Sends a note from a widget to those around it until one takes it; nobody need.
void noteAccess(QWidget *from, AccessEvent::Act act, const QString &objectKind, const QUuid &objectId = {},
                qsizetype rows = 1);

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The form of each kind of application, in one place: what it is called, why it can't be used, how it is
// opened.
#pragma once

#include "core/base/result.h"
#include "ui/session/session.h"

namespace tenantry::ui {
class CommandDialog;
}

namespace tenantry::ui::applications {

struct KindOfForm
{
    QString key; ///< of the application's kind; "tenant_rename" is no application but done at once
    QString (*name)();
    /// The refusal that the server would give whoever asks now; nothing: they can.
    std::optional<Error> (*refusal)(const Session &);
    CommandDialog *(*make)(Session &, const ApplicationRow *previous, QWidget *window);
};

[[nodiscard]] const QList<KindOfForm> &kindsOfForms();
/// Null where this program has no form for it.
[[nodiscard]] const KindOfForm *formOf(const QString &key);

} // namespace tenantry::ui::applications

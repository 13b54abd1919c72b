// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the console knows of a kind of application, declared in one place: a new kind is one more file in kinds/.
#pragma once

#include "ui/pages/approvals/applicationchecks.h"

namespace tenantry::ui
{

struct ApplicationField {
    QString name;  ///< translated
    QString value; ///< as people read it; empty: not shown
};

struct ApplicationKind {
    QString key; ///< "tenant_creation"
    QString (*name)();
    QString (*subject)(const ApplicationRow &);
    /// Who asks for what, in one sentence.
    QString (*sentence)(const ApplicationRow &, const directory::Snapshot &);
    QList<ApplicationField> (*fields)(const ApplicationRow &, const directory::Snapshot &);
    QList<CheckItem> (*checks)(const ApplicationRow &, const ApplicationChecks &);
    /// What nobody else may have while it is open.
    QList<ApplicationClaim> (*claims)(const ApplicationRow &);
};

[[nodiscard]] const QList<ApplicationKind> &applicationKinds();
/// A kind that this program doesn't know yet shows its form as it is.
[[nodiscard]] const ApplicationKind &applicationKind(const QString &key);
[[nodiscard]] bool isKnownKind(const QString &key);

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/organizationpath.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

QString organizationPath(const directory::Snapshot &snapshot, directory::OrganizationIndex organization)
{
    QStringList names;
    for (const directory::OrganizationIndex above : snapshot.path(organization))
        if (snapshot.organization(above).isKnown())
            names += snapshot.organization(above).name();
    return names.join(u" / "_s);
}

} // namespace tenantry::ui

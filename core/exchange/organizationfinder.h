// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <QHash>

namespace tenantry::exchange {

/// Finds organizations of one tenant by what people write of them: code, name, or path from the root or from
/// below it ("技术中心 / 质效技术部", blanks and case as one likes).
class OrganizationFinder
{
public:
    OrganizationFinder(const directory::Snapshot &snapshot, directory::TenantIndex tenant);

    struct Found
    {
        OrganizationId id; ///< null: none
        bool isAmbiguous = false;
    };
    [[nodiscard]] Found find(const QString &text) const;

private:
    void add(const QString &key, OrganizationId id);

    QHash<QString, Found> m_byText;
};

} // namespace tenantry::exchange

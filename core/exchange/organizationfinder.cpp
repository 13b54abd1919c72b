// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/organizationfinder.h"

#include "core/domain/normalise.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

namespace {

QString keyOf(const QString &text)
{
    QStringList names = normalise(text).split(u'/');
    for (QString &name : names)
        name = name.trimmed();
    return names.join(u'/');
}

} // namespace

OrganizationFinder::OrganizationFinder(const directory::Snapshot &snapshot, directory::TenantIndex tenant)
{
    std::vector<QString> paths(snapshot.organizationSlots());                   // without the root's name
    for (const directory::OrganizationIndex index : snapshot.organizations()) { // parents come first
        const directory::OrganizationView organization = snapshot.organization(index);
        if (organization.tenant() != tenant)
            continue;
        const QString name = organization.name();
        const bool isRoot = !organization.parent().isValid();
        if (!isRoot) {
            const QString above = paths[organization.parent().value()];
            paths[index.value()] = above.isEmpty() ? name : above + u'/' + name;
        }
        add(organization.code(), organization.id());
        add(name, organization.id());
        const auto chain = snapshot.path(index);
        add(paths[index.value()], organization.id());
        if (!isRoot && !chain.empty())
            add(snapshot.organization(chain.front()).name() + u'/' + paths[index.value()], organization.id());
    }
}

void OrganizationFinder::add(const QString &key, OrganizationId id)
{
    const QString plain = keyOf(key);
    if (plain.isEmpty())
        return;
    Found &found = m_byText[plain];
    found.isAmbiguous = found.isAmbiguous || (!found.id.isNull() && found.id != id);
    found.id = id;
}

OrganizationFinder::Found OrganizationFinder::find(const QString &text) const
{
    return m_byText.value(keyOf(text));
}

} // namespace tenantry::exchange

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/paletteobjects.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenantry::console::Palette)
};

struct Place {
    QString page;
    QUuid object;
};

// The pages that can show it, the best first.
QList<Place> placesOf(const ui::PaletteSearch::Hit &hit)
{
    using Kind = ui::PaletteSearch::Hit::Kind;
    switch (hit.kind) {
    case Kind::Person: // where there is no page of people, their department
        return {{u"members"_s, hit.id}, {u"organizations"_s, hit.organization}};
    case Kind::Organization:
        return {{u"organizations"_s, hit.id}};
    case Kind::RoleGroup:
        return {{u"groups"_s, hit.id}};
    case Kind::Space:
        return {{u"spaces"_s, hit.id}};
    case Kind::Application:
        return {{u"approvals"_s, hit.id}, {u"mine"_s, hit.id}};
    }
    Q_UNREACHABLE();
}

QString iconOf(ui::PaletteSearch::Hit::Kind kind)
{
    using Kind = ui::PaletteSearch::Hit::Kind;
    switch (kind) {
    case Kind::Person:
        return u"person"_s;
    case Kind::Organization:
        return u"organization"_s;
    case Kind::RoleGroup:
        return u"group"_s;
    case Kind::Space:
        return u"space"_s;
    case Kind::Application:
        return u"inbox"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<ui::PaletteObject> paletteObject(const ui::PaletteSearch::Hit &hit, const ui::PageRegistry &pages)
{
    for (const Place &place : placesOf(hit)) {
        const ui::PageEntry *page = pages.find(place.page);
        if (!page || !page->isAvailable() || place.object.isNull())
            continue;
        const bool isApplication = hit.kind == ui::PaletteSearch::Hit::Kind::Application;
        return ui::PaletteObject{place.page, place.object.toString(QUuid::WithoutBraces), iconOf(hit.kind),
                                 isApplication ? Words::tr("Application: %1").arg(hit.title) : hit.title, hit.detail};
    }
    return std::nullopt;
}

} // namespace tenantry::console

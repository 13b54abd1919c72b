// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What scenes of spaces and of their members share.
#pragma once

#include "tests/gallery/keep.h"
#include "tests/ui/spaces/spaceworld.h"
#include "ui/pages/spaces/spacespage.h"

#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>

#include <memory>

namespace tenantry::gallery {

using test::FixedSession;

/// What is worked out beside the UI's thread.
template <class Object, class Signal>
void await(Object *object, Signal signal)
{
    QEventLoop loop;
    QObject::connect(object, signal, &loop, &QEventLoop::quit);
    loop.exec();
}

inline std::unique_ptr<ui::SpacesPage> makePage(FixedSession &session, SpaceId space)
{
    auto page = std::make_unique<ui::SpacesPage>(session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(page.get(), &event);
    page->showObject(space.toString());
    return page;
}

/// Members of all kinds and states: organization, group, outsider, expiring, expired, queued, refused.
inline SpaceId lively(FixedSession &session)
{
    const SpaceId space = test::busySpace(session);
    const SpaceRow row = test::rowOf(session, space);
    directory::Delta delta;
    const auto grants = session.snapshot()->grantsOn(session.snapshot()->findSpace(space));
    int n = 0;
    for (const directory::GrantEntry &entry : grants) {
        GrantRow grant = session.snapshot()->grant(entry.grant()).row();
        if (grant.role == Role::Owner)
            continue;
        ++n;
        if (n == 2)
            grant.expiresAt = session.now() + std::chrono::days(6);
        else if (n == 3)
            grant.expiresAt = session.now() - std::chrono::days(2);
        else if (n == 5)
            grant.expiresAt = session.now() + std::chrono::hours(20);
        delta.upserted.emplace_back(grant);
    }
    const auto &world = session.world();
    for (const RoleGroupRow &group : world.groups)
        if (group.tenantId == row.tenantId) {
            delta.upserted.emplace_back(
                test::grantOn(row, SubjectKind::RoleGroup, group.id.uuid(), Role::Commenter, session.now()));
            break;
        }
    for (const UserRow &user : world.users)
        if (user.tenantId != row.tenantId && user.status == UserStatus::Active) {
            delta.upserted.emplace_back(
                test::grantOn(row, SubjectKind::User, user.id.uuid(), Role::Guest, session.now()));
            break;
        }
    session.apply(delta);
    return space;
}

} // namespace tenantry::gallery

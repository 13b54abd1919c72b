// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/uisupport/fixedsession.h"

namespace tenantry::test {

/// A past of the actor's tenant: begun 60 days ago, as it is today but for one space, where ten days ago each
/// grant of an organization or group came, and each person's that isn't the owner's got the role that it has
/// now. Of a part, where the session doesn't hold the tenant.
struct SomePast
{
    directory::PastPtr past;
    Instant begins, change;
    SpaceId space;
};
[[nodiscard]] SomePast somePast(const FixedSession &session, SpaceId space);
/// The same, given to the session.
SomePast setSomePast(FixedSession &session, SpaceId space);

} // namespace tenantry::test

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/uisupport/fixedsession.h"

namespace tenantry::test {

/// Answers the platform team's list of everybody as the server would (api.people_page), from the world's people in the order in
/// which it has them. What was asked is put into `asked`, which outlives the session's last question.
void answerPeople(FixedSession &session, const std::shared_ptr<QList<QJsonObject>> &asked = {});

} // namespace tenantry::test

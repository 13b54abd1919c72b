// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/uisupport/fixedsession.h"

namespace tenantry::test {

/// Answers what the delivery log asks as the server would (api.mail_page), with a few mails to the world's people: the newest of
/// them by `limit` and `before`. What was asked is put into `asked`, which outlives the session's last question.
void answerMail(FixedSession &session, const std::shared_ptr<QList<QJsonObject>> &asked = {});

} // namespace tenantry::test

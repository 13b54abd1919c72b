// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/shellviews.h"

namespace tenantry::ui
{

/// What a command does, in words of the user's language, with the names of what it is about: "Move 性能测试组 to 技术中心".
[[nodiscard]] QString commandSentence(const Session &session, const Command &command);

/// Why a command needs attention: each refusal in a sentence, and for an application who decided meanwhile, and when (INB-4).
[[nodiscard]] QString attentionSentence(const Session &session, const QueuedCommand &command);

/// Whether both versions can be laid side by side: somebody changed what it edits meanwhile (INB-6).
[[nodiscard]] bool isConflict(const QueuedCommand &command);

/// The open commands of the queue for the sync panel, oldest first (APP-4).
[[nodiscard]] QList<QueuedCommandView> queueViews(const Session &session);

} // namespace tenantry::ui

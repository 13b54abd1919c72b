// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The table behind messages.h.
#pragma once

#include <QList>

namespace tenantry
{

struct Sentence {
    const char *code;
    const char *text; ///< English, {name} stands for a parameter; translated in the context "messages"
};

/// Business refusals: what refusals.json names, in its order.
[[nodiscard]] const QList<Sentence> &refusalSentences();

/// Faults of system, network and data, which never come from a command.
[[nodiscard]] const QList<Sentence> &faultSentences();

} // namespace tenantry

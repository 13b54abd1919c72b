// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/asof.h"

#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"

#include <QCoreApplication>

namespace tenantry::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AsOf)
};

} // namespace

QString asOfText(const Session &session)
{
    const sync::SyncState state = session.state();
    if (!state.lastSync)
        return Words::tr("Not synchronized yet");
    const QDateTime at = spaces::localTime(*state.lastSync);
    const QDateTime now = spaces::localTime(session.now());
    return Words::tr("As of %1 (%2)").arg(shortMomentText(at, now), agoText(at, now));
}

QString asOfServerText(const Session &session, Instant answered)
{
    const QDateTime at = spaces::localTime(answered);
    return Words::tr("As of %1, from the server").arg(shortMomentText(at, spaces::localTime(session.now())));
}

QString asOfMoment(const Session &session)
{
    const sync::SyncState state = session.state();
    return state.lastSync ? momentText(spaces::localTime(*state.lastSync)) : QString();
}

} // namespace tenantry::ui

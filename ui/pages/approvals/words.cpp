// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/words.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace tenantry::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ApprovalWords)
};

} // namespace

QString personName(const directory::Snapshot &snapshot, UserId id)
{
    const directory::UserIndex index = snapshot.findUser(id);
    const QString name = index.isValid() ? snapshot.user(index).name() : QString();
    return name.isEmpty() ? Words::tr("somebody you can't see") : name;
}

QDateTime toDateTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(at) / 1000, QTimeZone::utc());
}

} // namespace tenantry::ui

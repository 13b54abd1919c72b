// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpbook.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace tenantry::ui::help {

namespace {

// The order in which somebody new reads.
const QString contents[] = {u"start"_s,  u"signin"_s, u"sync"_s,   u"approvals"_s, u"organizations"_s, u"members"_s, u"groups"_s,
                            u"spaces"_s, u"roles"_s,  u"access"_s, u"notifications"_s, u"mail"_s, u"profile"_s, u"audit"_s, u"tenants"_s,   u"security"_s,      u"keyboard"_s};

} // namespace

QList<Topic> book(const QString &language)
{
    QList<Topic> topics;
    for (const QString &id : contents) {
        QFile file(u":/help/%1/%2.md"_s.arg(language, id)); // in memory: a resource of the program
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        topics.append({id, text.section(u'\n', 0, 0).mid(2).trimmed(), text});
    }
    return topics;
}

} // namespace tenantry::ui::help

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/somemail.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

struct Example
{
    const char *kind, *status, *reason;
    int reply, attempts, minutesAgo, person;
    int dueIn = 0;
    const char *obstacle = nullptr; ///< of one that failed
};

constexpr Example examples[] = {
    {"application_approved", "queued", nullptr, 0, 0, 0, 7},
    {"role_assigned", "queued", "mail.delayed", 451, 3, 4, 9, 6},
    {"invited", "failed", "mail.rejected", 550, 1, 35, 12},
    {"account_reset", "sent", nullptr, 0, 1, 50, 3},
    {"memberships_changed", "sent", nullptr, 0, 2, 700, 5},
    {"account_activation", "failed", "mail.unreachable", 0, 31, 5800, 11, 0, "mail.over"},
    {"of_tomorrow", "sent", nullptr, 0, 1, 9000, 4},
};

QJsonArray allRows(const FixedSession &session, QJsonObject &names)
{
    const demo::World &world = session.world();
    const auto micros = [&](int ago) { return qint64((session.now() - std::chrono::minutes(ago)).time_since_epoch().count()); };
    QJsonArray rows;
    int number = int(std::size(examples));
    for (const Example &each : examples) {
        const UserRow &user = world.users[size_t(each.person)];
        const bool waits = QLatin1StringView(each.status) == "queued"_L1;
        QJsonObject row{{u"id"_s, u"01a1fddf-0000-7000-8000-0000000000%1"_s.arg(number--, 2, 10, QChar(u'0'))},
                        {u"kind"_s, QString::fromLatin1(each.kind)},
                        {u"user_id"_s, user.id.toString()},
                        {u"tenant_id"_s, user.tenantId.toString()},
                        {u"address"_s, u"********@*******.***"_s},
                        {u"status"_s, QString::fromLatin1(each.status)},
                        {u"attempts"_s, each.attempts},
                        {u"queued_at"_s, micros(each.minutesAgo)},
                        {u"reply"_s, each.reply ? QJsonValue(each.reply) : QJsonValue()},
                        {u"reason"_s, each.reason ? QJsonValue(QString::fromLatin1(each.reason)) : QJsonValue()}};
        row[u"obstacle"_s] = QLatin1StringView(each.status) != "failed"_L1 ? QJsonValue(u"mail.not_failed"_s)
                             : each.obstacle                              ? QJsonValue(QString::fromLatin1(each.obstacle))
                                                                          : QJsonValue();
        if (waits)
            row[u"due"_s] = micros(-each.dueIn);
        else
            row[u"ended_at"_s] = micros(each.minutesAgo - 1);
        rows.append(row);
        names[user.id.toString()] = user.name;
    }
    for (const TenantRow &tenant : world.tenants)
        names[tenant.id.toString()] = tenant.name;
    return rows;
}

bool fits(const QJsonValue &row, const QJsonObject &arguments)
{
    const auto asked = [&](QLatin1StringView field) { return !arguments.contains(field) || arguments[field] == row[field]; };
    return asked("kind"_L1) && asked("status"_L1) &&
           (!arguments["before"_L1].isString() || row["id"_L1].toString() < arguments["before"_L1].toString());
}

} // namespace

void answerMail(FixedSession &session, const std::shared_ptr<QList<QJsonObject>> &asked)
{
    session.setAnswer(sync::Question::MailPage, [&session, asked](const QJsonObject &arguments) -> Result<QJsonValue> {
        if (asked)
            asked->append(arguments);
        QJsonObject names;
        QJsonArray rows, kinds;
        bool more = false;
        for (const QJsonValue &row : allRows(session, names)) {
            if (!kinds.contains(row["kind"_L1]))
                kinds.append(row["kind"_L1]);
            if (!fits(row, arguments))
                continue;
            more = rows.size() >= arguments["limit"_L1].toInt(100);
            if (!more)
                rows.append(row);
        }
        return QJsonObject{{u"rows"_s, rows}, {u"more"_s, more}, {u"names"_s, names}, {u"kinds"_s, kinds}};
    });
}

} // namespace tenantry::test

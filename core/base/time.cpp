// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace tenantry
{

namespace
{

std::optional<std::chrono::minutes> offsetOf(const QString &sign, const QString &hours, const QString &minutes)
{
    if (sign.isEmpty())
        return std::chrono::minutes(0);
    const int h = hours.toInt();
    const int m = minutes.toInt();
    if (h > 15 || m > 59)
        return std::nullopt;
    const std::chrono::minutes offset(h * 60 + m);
    return sign == QLatin1String("-") ? -offset : offset;
}

} // namespace

std::optional<Instant> parseIso8601(const QString &text)
{
    static const QRegularExpression form(
        QStringLiteral("^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]+))?)?"
                       "(?:[Zz]|([+-])([0-9]{2}):?([0-9]{2})?)$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&](int group) { return match.captured(group).toInt(); };
    const std::chrono::year_month_day date{std::chrono::year(number(1)), std::chrono::month(unsigned(number(2))),
                                           std::chrono::day(unsigned(number(3)))};
    if (!date.ok() || number(4) > 23 || number(5) > 59 || number(6) > 59)
        return std::nullopt;
    const auto offset = offsetOf(match.captured(8), match.captured(9), match.captured(10));
    if (!offset)
        return std::nullopt;
    const int microseconds = match.captured(7).leftJustified(6, u'0', true).toInt(); // cut, so that none becomes a later one
    return std::chrono::sys_days(date) + std::chrono::hours(number(4)) + std::chrono::minutes(number(5))
        + std::chrono::seconds(number(6)) + std::chrono::microseconds(microseconds) - *offset;
}

QString toIso8601(Instant t)
{
    const auto day = std::chrono::floor<std::chrono::days>(t);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(t - day);
    QString text = QStringLiteral("%1-%2-%3T%4:%5:%6")
                       .arg(int(date.year()), 4, 10, QLatin1Char('0'))
                       .arg(unsigned(date.month()), 2, 10, QLatin1Char('0'))
                       .arg(unsigned(date.day()), 2, 10, QLatin1Char('0'))
                       .arg(time.hours().count(), 2, 10, QLatin1Char('0'))
                       .arg(time.minutes().count(), 2, 10, QLatin1Char('0'))
                       .arg(time.seconds().count(), 2, 10, QLatin1Char('0'));
    if (const auto fraction = time.subseconds().count(); fraction != 0) {
        QString decimals = QString::number(fraction).rightJustified(6, u'0');
        while (decimals.endsWith(u'0'))
            decimals.chop(1);
        text += u'.' + decimals;
    }
    return text + u'Z';
}

} // namespace tenantry

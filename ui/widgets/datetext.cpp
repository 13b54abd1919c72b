// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/datetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

struct DateText {
    Q_DECLARE_TR_FUNCTIONS(DateText)
};

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

} // namespace

QString momentText(const QDateTime &moment)
{
    //: A date with its year and time, in the letters of QLocale::toString
    return QLocale().toString(moment.toLocalTime(), DateText::tr("MMM d, yyyy HH:mm"));
}

QString shortMomentText(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime local = moment.toLocalTime();
    const QDate today = now.toLocalTime().date();
    if (local.date() == today)
        return QLocale().toString(local, u"HH:mm"_s);
    if (local.date().year() != today.year())
        return momentText(moment);
    //: A date of this year with its time, in the letters of QLocale::toString
    return QLocale().toString(local, DateText::tr("MMM d HH:mm"));
}

QString agoText(const QDateTime &moment, const QDateTime &now)
{
    const qint64 seconds = moment.secsTo(now);
    if (seconds < minute)
        return DateText::tr("just now");
    //: %1 is a span such as "3 min"
    return DateText::tr("%1 ago").arg(spanText(seconds));
}

QString spanText(qint64 seconds)
{
    const QLocale locale;
    if (seconds < minute)
        return DateText::tr("%1 s").arg(locale.toString(seconds));
    if (seconds < hour)
        return DateText::tr("%1 min").arg(locale.toString(seconds / minute));
    if (seconds < day)
        return DateText::tr("%1 h").arg(locale.toString(seconds / hour));
    const qint64 days = seconds / day;
    return days == 1 ? DateText::tr("1 day") : DateText::tr("%1 days").arg(locale.toString(days));
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/momentedit.h"

namespace tenantry::ui {

namespace {

constexpr int arrowWidth = 48; ///< with the margins beside the text

QDateTime localTime(Instant moment)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(moment) / 1000);
}

} // namespace

MomentEdit::MomentEdit(QWidget *parent) : QDateTimeEdit(parent)
{
    setCalendarPopup(true);
    setKeyboardTracking(false);
    retranslate();
}

Instant MomentEdit::moment() const
{
    return fromMicroseconds(dateTime().toMSecsSinceEpoch() * 1000);
}

void MomentEdit::setMoment(Instant moment)
{
    setDateTime(localTime(moment));
}

void MomentEdit::setLatest(Instant latest)
{
    setMaximumDateTime(localTime(latest));
}

void MomentEdit::retranslate()
{
    setLocale(QLocale());
    setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    const QDateTime widest(QDate(2028, 12, 28), QTime(22, 58));
    setMinimumWidth(fontMetrics().horizontalAdvance(QLocale().toString(widest, displayFormat())) +
                    arrowWidth);
}

} // namespace tenantry::ui

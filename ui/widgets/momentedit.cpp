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
    updateGeometry();
}

// Asked when it is laid out: before, the font may be another one.
QSize MomentEdit::sizeHint() const
{
    const QDateTime widest(QDate(2028, 12, 28), QTime(22, 58));
    const int text = fontMetrics().horizontalAdvance(QLocale().toString(widest, displayFormat()));
    return QDateTimeEdit::sizeHint().expandedTo(QSize(text + arrowWidth, 0));
}

QSize MomentEdit::minimumSizeHint() const
{
    return sizeHint();
}

} // namespace tenantry::ui

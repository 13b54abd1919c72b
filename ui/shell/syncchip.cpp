// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/syncchip.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/datetext.h"

#include <QEvent>
#include <QLocale>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

constexpr int iconSide = 14;
constexpr int iconGap = 5;
constexpr int partGap = 12;
constexpr int padding = 10;

} // namespace

SyncChip::SyncChip(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    refresh();
}

void SyncChip::setStatus(const SyncStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    refresh();
}

SyncChip::Part SyncChip::connectionPart() const
{
    const QDateTime now = QDateTime::currentDateTime();
    switch (m_status.connection) {
    case SyncStatus::Connection::Starting:
        return {u"sync-ok"_s, tr("Connecting…"), Tone::Neutral};
    case SyncStatus::Connection::Offline:
        if (m_status.offlineSince.isValid())
            return {u"sync-offline"_s, tr("Offline since %1").arg(shortMomentText(m_status.offlineSince, now)),
                    Tone::Warning};
        return {u"sync-offline"_s, tr("Offline"), Tone::Warning};
    case SyncStatus::Connection::Online:
        break;
    }
    if (!m_status.lastSync.isValid())
        return {u"sync-ok"_s, tr("Syncing…"), Tone::Neutral};
    return {u"sync-ok"_s, tr("Synced %1").arg(shortMomentText(m_status.lastSync, now)), Tone::Success};
}

void SyncChip::refresh()
{
    m_parts = {connectionPart()};
    QStringList spoken{m_parts.first().text};
    const QLocale locale;
    if (m_status.queued > 0) {
        m_parts.append({u"sync-queued"_s, locale.toString(m_status.queued), Tone::Info});
        spoken.append(tr("%n waiting to be sent", nullptr, m_status.queued));
    }
    if (m_status.needsAttention > 0) {
        m_parts.append({u"sync-attention"_s, locale.toString(m_status.needsAttention), Tone::Danger});
        spoken.append(tr("%n needing attention", nullptr, m_status.needsAttention));
    }
    if (m_status.signInNeeded) {
        m_parts.append({u"key"_s, tr("Sign in again"), Tone::Danger});
        spoken.append(tr("Sign in again"));
    }
    if (m_status.workerMissing)
        spoken.append(tr("The worker is not running"));
    setAccessibleName(spoken.join(u", "_s));
    setToolTip(spoken.join(u'\n'));
    updateGeometry();
    update();
}

QSize SyncChip::sizeHint() const
{
    const QFontMetrics fm(uiFont(metrics::fontSmall));
    int width = 2 * padding + partGap * int(m_parts.size() - 1);
    for (const Part &part : m_parts)
        width += iconSide + iconGap + fm.horizontalAdvance(part.text);
    return {width + 2, 28};
}

void SyncChip::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? t.accent.solid : t.border);
    painter.setBrush(underMouse() ? t.hover : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 14, 14);
    painter.setFont(uiFont(metrics::fontSmall));
    int x = padding;
    for (const Part &part : std::as_const(m_parts)) {
        const QColor colour = part.tone == Tone::Neutral ? t.textMuted : t.tone(part.tone).text;
        paintIcon(&painter, part.iconName, QRectF(x, 0, iconSide, height()), colour, iconSide);
        x += iconSide + iconGap;
        const int width = painter.fontMetrics().horizontalAdvance(part.text);
        painter.setPen(part.tone == Tone::Success ? t.textMuted : colour);
        painter.drawText(QRect(x, 0, width + 2, height()), Qt::AlignVCenter | Qt::TextSingleLine, part.text);
        x += width + partGap;
    }
}

void SyncChip::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace tenantry::ui

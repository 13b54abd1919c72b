// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tenants/breakglassbar.h"

#include "core/domain/platformcommands.h"
#include "ui/session/session.h"
#include "ui/widgets/datetext.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString untilText(const Session &session, Instant until)
{
    const auto local = [](Instant moment) { return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count() / 1000); };
    return shortMomentText(local(until), local(session.now()));
}

} // namespace

BreakGlassBar::BreakGlassBar(Session &session, QWidget *parent)
    : Banner(Tone::Danger, parent), m_session(session)
{
    connect(&session.breakGlass(), &BreakGlassWatch::changed, this, &BreakGlassBar::refresh);
    connect(&m_session, &Session::currentTenantChanged, this, &BreakGlassBar::refresh);
    connect(this, &Banner::actionRequested, this, &BreakGlassBar::end);
    refresh();
}

/// That of the tenant on screen before others.
std::optional<OpenedTenant> BreakGlassBar::find() const
{
    std::optional<OpenedTenant> found;
    for (const OpenedTenant &each : m_session.breakGlass().opened())
        if (each.userId == m_session.userId() && (!found || each.tenantId == m_session.currentTenant()))
            found = each;
    return found;
}

void BreakGlassBar::refresh()
{
    const auto before = std::exchange(m_opened, find());
    setVisible(m_opened.has_value());
    if (!m_opened) {
        if (before)
            m_session.syncNow(); // what it opened goes from the replica
        return;
    }
    const auto left = std::chrono::duration_cast<std::chrono::seconds>(m_opened->until - m_session.now());
    setText(tr("You have \"%1\" open for maintenance: what you do there is recorded as such. Ends by itself in %2.")
                .arg(m_opened->tenant, spanText(left.count())));
    setAction(m_opened->id.isNull() || m_ending == m_opened->id ? QString() : tr("End now"));
}

void BreakGlassBar::end()
{
    if (!m_opened || m_opened->id.isNull() || m_ending == m_opened->id)
        return;
    m_ending = m_opened->id;
    Command command = breakGlassEnd(m_opened->id, m_opened->tenantId);
    command.subject = {{u"record"_s, m_opened->tenantId.toString()}, {u"title"_s, m_opened->tenant}};
    m_session.submit(command);
    refresh();
}

void BreakGlassBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Banner::changeEvent(event);
}

BreakGlassNotice::BreakGlassNotice(Session &session, QWidget *parent)
    : Banner(Tone::Warning, parent), m_session(session)
{
    connect(&session.breakGlass(), &BreakGlassWatch::changed, this, &BreakGlassNotice::refresh);
    connect(&m_session, &Session::currentTenantChanged, this, &BreakGlassNotice::refresh);
    refresh();
}

void BreakGlassNotice::refresh()
{
    QStringList lines;
    for (const OpenedTenant &each : m_session.breakGlass().opened())
        if (each.tenantId == m_session.currentTenant() && each.userId != m_session.userId())
            lines += tr("%1 of the platform team has this tenant open for maintenance until %2 and can see and change everything here: %3")
                         .arg(each.user, untilText(m_session, each.until), each.reason);
    setText(lines.join(u'\n'));
    setVisible(!lines.isEmpty());
}

void BreakGlassNotice::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    Banner::changeEvent(event);
}

} // namespace tenantry::ui

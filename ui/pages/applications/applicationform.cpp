// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/applicationform.h"

#include "ui/widgets/banner.h"

#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::applications {

namespace {

QString rejectionOf(const directory::Snapshot &snapshot, const ApplicationRow &row)
{
    QString comment;
    for (const ApplicationEventRow &event : snapshot.eventsOf(row.id))
        if (event.act == "rejected"_L1)
            comment = event.comment;
    return comment;
}

} // namespace

ApplicationForm::ApplicationForm(Session &session, const ApplicationRow *previous, QWidget *window)
    : CommandDialog(session, window), m_previous(previous ? std::optional(*previous) : std::nullopt),
      m_id(ApplicationId::make(session.now())), m_rejection(new Banner(Tone::Warning)),
      m_reason(new QPlainTextEdit)
{
    m_rejection->setVisible(m_previous.has_value());
    form()->addWidget(m_rejection);
    if (m_previous)
        m_reason->setPlainText(m_previous->reason);
}

void ApplicationForm::addReason(const QString &ruleObject)
{
    m_ruleObject = ruleObject;
    m_reason->setTabChangesFocus(true);
    m_reason->setMaximumHeight(88);
    form()->addField(u"reason"_s, m_reason);
}

void ApplicationForm::retranslateReason()
{
    form()->field(u"reason"_s)->setLabel(tr("Reason"), true);
    showRule(m_ruleObject, u"reason"_s);
    if (m_previous)
        m_rejection->setText(tr("It was rejected: %1").arg(rejectionOf(*session().snapshot(), *m_previous)));
}

void ApplicationForm::checkReason()
{
    checkRule(m_ruleObject, u"reason"_s, m_reason->toPlainText());
}

QString ApplicationForm::reasonText() const
{
    return session().rules().trimmed(m_reason->toPlainText());
}

ApplicationBasics ApplicationForm::basics() const
{
    return {m_id, reasonText(), m_previous ? m_previous->id : ApplicationId()};
}

QString ApplicationForm::previousText(QLatin1String field) const
{
    return m_previous ? m_previous->form.value(field).toString() : QString();
}

Command ApplicationForm::about(Command command, const QString &title)
{
    command.subject = {{u"record"_s, command.payload.value(u"application_id"_s)}, {u"title"_s, title}};
    return command;
}

} // namespace tenantry::ui::applications

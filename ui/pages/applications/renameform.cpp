// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/renameform.h"

#include "core/domain/applicationcommands.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::applications {

namespace {

TenantRow administered(const Session &session)
{
    const TenantRow *tenant = session.snapshot()->tenant(session.actor().administers);
    return tenant ? *tenant : TenantRow();
}

} // namespace

RenameForm::RenameForm(Session &session, QWidget *window)
    : CommandDialog(session, window), m_tenant(administered(session)), m_name(new QLineEdit),
      m_reason(new QPlainTextEdit)
{
    m_reason->setTabChangesFocus(true);
    m_reason->setMaximumHeight(88);
    form()->addField(u"name"_s, m_name);
    form()->addField(u"reason"_s, m_reason);
    m_name->setText(m_tenant.name);
    m_name->selectAll();
    retranslate();
    m_name->setFocus();
}

void RenameForm::retranslate()
{
    const SettingRow *setting = session().snapshot()->setting({}, u"rename_interval_days"_s);
    setTexts(
        tr("Rename %1").arg(m_tenant.name),
        tr("At once; the code and all settings stay, and all members are told both names. Once in %n day(s).",
           nullptr, setting ? setting->value.toInt() : 30),
        tr("Rename"));
    form()->field(u"name"_s)->setLabel(tr("New name"), true);
    form()->field(u"reason"_s)->setLabel(tr("Reason"));
    showRule(u"tenant"_s, u"name"_s);
    showRule(u"tenant_application"_s, u"reason"_s);
}

void RenameForm::check()
{
    checkRule(u"tenant"_s, u"name"_s, m_name->text());
    checkRule(u"tenant_application"_s, u"reason"_s, m_reason->toPlainText());
}

std::optional<Command> RenameForm::command()
{
    const QString name = session().rules().trimmed(m_name->text());
    if (name == m_tenant.name)
        return std::nullopt;
    Command command = tenantRename(m_tenant.id, name, m_reason->toPlainText());
    command.see(m_tenant.id.uuid(), u""_s, m_tenant.version);
    command.before = {{u"name"_s, m_tenant.name}};
    command.subject = {{u"record"_s, m_tenant.id.toString()}, {u"title"_s, m_tenant.name}};
    return command;
}

} // namespace tenantry::ui::applications

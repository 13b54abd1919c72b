// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/tenantform.h"

#include "ui/pages/applications/foundpicker.h"

#include <QComboBox>
#include <QLineEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::applications {

namespace {

const auto object = u"tenant_application"_s;
constexpr int longestName = 50;

/// Whole characters: half of one that takes two units is none.
QString firstOf(const QString &text, qsizetype characters)
{
    const QList<uint> all = text.toUcs4();
    return QString::fromUcs4(reinterpret_cast<const char32_t *>(all.constData()),
                             std::min(characters, all.size()));
}

} // namespace

TenantForm::TenantForm(Session &session, Way way, const ApplicationRow *previous, QWidget *window)
    : ApplicationForm(session, previous, window), m_way(way),
      m_administrator(new FoundPicker(session, sync::Question::FindAdministrator)), m_plan(new QComboBox),
      m_newId(TenantId::make(session.now()))
{
    m_fields = {u"department"_s, u"name"_s, u"code"_s};
    if (way == Way::Application)
        m_fields +=
            {u"use"_s, u"estimated_users"_s, u"contact_name"_s, u"contact_details"_s, u"contact_email"_s};
    for (const QString &field : std::as_const(m_fields))
        form()->addField(field, new QLineEdit);
    form()->addField(u"administrator_id"_s, m_administrator);
    form()->addField(u"plan_id"_s, m_plan);
    addReason(way == Way::Application ? u"application"_s : u"command"_s);
    fill();
    fillPlans();
    connect(edit(u"department"_s), &QLineEdit::textEdited, this, &TenantForm::proposeName);
    retranslate();
    edit(u"department"_s)->setFocus();
}

QLineEdit *TenantForm::edit(const QString &field) const
{
    FormField *found = form()->field(field);
    return found ? qobject_cast<QLineEdit *>(found->editor()) : nullptr;
}

QString TenantForm::text(const QString &field) const
{
    return session().rules().trimmed(edit(field)->text());
}

// What a rejected one said, else what is known of the person.
void TenantForm::fill()
{
    if (const auto &before = previous()) {
        for (const QString &field : std::as_const(m_fields))
            edit(field)->setText(before->form.value(field).toVariant().toString());
        const UserId named(QUuid::fromString(previousText("administrator_id"_L1)));
        const auto user = session().snapshot()->findUser(named);
        if (named != session().userId() && user.isValid())
            m_administrator->choose(
                FoundPicker::Found{named.uuid(), session().snapshot()->user(user).name(), {}});
        return;
    }
    const auto self = session().snapshot()->findUser(session().userId());
    if (m_way == Way::Directly || !self.isValid())
        return;
    const auto user = session().snapshot()->user(self);
    edit(u"contact_name"_s)->setText(user.name());
    edit(u"contact_details"_s)->setText(user.phone());
    edit(u"contact_email"_s)->setText(user.email());
}

void TenantForm::fillPlans()
{
    const QUuid current = m_plan->count() > 0 ? chosenPlan() : QUuid::fromString(previousText("plan_id"_L1));
    m_plan->clear();
    m_plan->addItem(m_way == Way::Application ? tr("None in particular") : tr("The basic one"), QUuid());
    for (const PlanRow &plan : session().snapshot()->plans())
        m_plan->addItem(QLocale().language() == QLocale::Chinese ? plan.nameZh : plan.nameEn, plan.id);
    m_plan->setCurrentIndex(std::max(0, m_plan->findData(current)));
}

// TEN-1: the name follows the department until the person types one.
void TenantForm::proposeName()
{
    QLineEdit *name = edit(u"name"_s);
    if (name->isModified())
        return;
    const QString suffix = u"-Bots租户"_s;
    const QString department = text(u"department"_s);
    name->setText(department.isEmpty() ? QString()
                                       : firstOf(department, longestName - suffix.size()) + suffix);
}

void TenantForm::retranslate()
{
    const bool applies = m_way == Way::Application;
    setTexts(applies ? tr("Apply for a tenant") : tr("Create a tenant"),
             applies ? tr("A system administrator decides. With the approval the tenant is there, and its "
                          "administrator moves into it.")
                     : tr("At once, with its root organization and the benefits of its plan; the administrator "
                          "moves into it and is told."),
             applies ? tr("Submit") : tr("Create"));
    const QHash<QString, QString> labels{{u"department"_s, tr("Applying department")},
                                         {u"name"_s, tr("Tenant name")},
                                         {u"code"_s, tr("Tenant code")},
                                         {u"use"_s, tr("Main use")},
                                         {u"estimated_users"_s, tr("Estimated number of users")},
                                         {u"contact_name"_s, tr("Contact")},
                                         {u"contact_details"_s, tr("Contact details")},
                                         {u"contact_email"_s, tr("Contact e-mail")}};
    for (const QString &field : std::as_const(m_fields)) {
        form()->field(field)->setLabel(labels.value(field), true);
        showRule(object, field);
    }
    form()->field(u"administrator_id"_s)->setLabel(tr("Administrator"), !applies);
    form()
        ->field(u"administrator_id"_s)
        ->setHint(tr("Somebody of the default system tenant, by the whole name or MIS account."));
    m_administrator->setTexts(tr("Search people"), applies ? tr("Nobody chosen: you.") : QString());
    form()->field(u"plan_id"_s)->setLabel(tr("Plan"));
    fillPlans();
    retranslateReason();
}

void TenantForm::check()
{
    for (const QString &field : std::as_const(m_fields))
        checkRule(object, field, edit(field)->text());
    if (m_way == Way::Directly && !m_administrator->chosen())
        form()->setError(u"administrator_id"_s, tr("Choose a person from what was found."));
    checkReason();
}

QUuid TenantForm::chosenPlan() const
{
    return m_plan->currentData().toUuid();
}

UserId TenantForm::chosenAdministrator() const
{
    return m_administrator->chosen() ? UserId(m_administrator->chosen()->id) : UserId();
}

std::optional<Command> TenantForm::command()
{
    if (m_way == Way::Directly) {
        const NewTenant wanted{text(u"name"_s), text(u"code"_s), text(u"department"_s), chosenAdministrator(),
                               chosenPlan()};
        Command command = tenantCreate(m_newId, wanted, reasonText());
        command.subject = {{u"record"_s, m_newId.toString()}, {u"title"_s, wanted.name}};
        return command;
    }
    TenantApplicationForm wanted;
    wanted.name = text(u"name"_s);
    wanted.code = text(u"code"_s);
    wanted.department = text(u"department"_s);
    wanted.use = text(u"use"_s);
    wanted.estimatedUsers = text(u"estimated_users"_s).toInt();
    wanted.contactName = text(u"contact_name"_s);
    wanted.contactDetails = text(u"contact_details"_s);
    wanted.contactEmail = text(u"contact_email"_s);
    wanted.planId = chosenPlan();
    wanted.administratorId = chosenAdministrator();
    wanted.reason = reasonText();
    wanted.previousId = basics().previous;
    return about(tenantApplicationSubmit(basics().id, wanted), wanted.name);
}

} // namespace tenantry::ui::applications

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/organizationform.h"

#include "core/domain/messages.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/pages/organizations/organizationcommands.h"
#include "ui/models/commandfollower.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

const auto object = u"organization"_s;

} // namespace

OrganizationForm *OrganizationForm::forNew(Session &session, OrganizationId parent, QWidget *window)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const TenantId tenant = snapshot->tenantId(snapshot->organization(snapshot->findOrganization(parent)).tenant());
    auto *form = new OrganizationForm(session, tenant, {}, parent, window);
    form->m_parent->choose(parent);
    return form;
}

OrganizationForm *OrganizationForm::forEdit(Session &session, OrganizationId id, QWidget *window)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto view = snapshot->organization(snapshot->findOrganization(id));
    auto *form = new OrganizationForm(session, snapshot->tenantId(view.tenant()), id, {}, window);
    form->m_name->setText(view.name());
    form->m_code->setText(view.code());
    form->m_description->setPlainText(view.description());
    if (const auto leader = view.leader(); leader.isValid())
        form->m_leader->choose(snapshot->user(leader).id());
    return form;
}

OrganizationForm::OrganizationForm(Session &session, TenantId tenant, OrganizationId edited, OrganizationId parent, QWidget *window)
    : QDialog(window), m_session(session), m_edited(edited), m_seen(session.snapshot()), m_follower(new CommandFollower(session, this)), m_form(new Form(this)), m_banner(new Banner(Tone::Danger, this)),
      m_name(new QLineEdit(this)), m_code(new QLineEdit(this)), m_description(new QPlainTextEdit(this)), m_parent(nullptr),
      m_leader(new PersonPicker(session, tenant, this)), m_save(makeButton(ButtonStyle::Primary)), m_cancel(makeButton(ButtonStyle::Default))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_description->setTabChangesFocus(true);
    m_description->setMaximumHeight(76);
    m_form->addField(u"name"_s, m_name);
    m_form->addField(u"code"_s, m_code);
    if (!parent.isNull()) {
        m_parent = new OrganizationPicker(session, tenant, {}, this);
        m_form->addField(u"parent_id"_s, m_parent);
    }
    m_form->addField(u"leader_id"_s, m_leader);
    m_form->addField(u"description"_s, m_description);
    m_banner->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(m_banner);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    setMinimumWidth(480);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &OrganizationForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_follower, &CommandFollower::refused, this, &OrganizationForm::showErrors);
    connect(m_follower, &CommandFollower::conflicted, this, [this](CommandId id) {
        ConflictDialog::compare(m_session, id, parentWidget());
        accept();
    });
    connect(m_follower, &CommandFollower::settled, this, [this](const Command &command) {
        Q_EMIT saved(command);
        accept();
    });
    retranslate();
}

void OrganizationForm::showHint(const QString &name)
{
    if (const auto hint = m_session.rules().hint(object, name))
        m_form->field(name)->setHint(sentence(*hint));
}

void OrganizationForm::retranslate()
{
    setWindowTitle(m_edited.isNull() ? tr("New organization") : tr("Edit organization"));
    m_form->field(u"name"_s)->setLabel(tr("Name"), true);
    m_form->field(u"code"_s)->setLabel(tr("Code"), true);
    m_form->field(u"description"_s)->setLabel(tr("Description"));
    m_form->field(u"leader_id"_s)->setLabel(tr("Leader"));
    m_form->field(u"leader_id"_s)->setHint(tr("Becomes a member with the role leader."));
    if (m_parent)
        m_form->field(u"parent_id"_s)->setLabel(tr("Belongs to"), true);
    for (const QString &name : {u"name"_s, u"code"_s, u"description"_s})
        showHint(name);
    m_save->setText(m_edited.isNull() ? tr("Create") : tr("Save"));
    m_cancel->setText(tr("Cancel"));
}

bool OrganizationForm::check()
{
    m_form->clearErrors();
    m_banner->hide();
    const auto checkField = [this](const QString &name, const QString &value) {
        if (const auto error = m_session.rules().checkTyped(object, name, value))
            m_form->setError(name, sentence(*error));
    };
    checkField(u"name"_s, m_name->text());
    checkField(u"code"_s, m_code->text());
    checkField(u"description"_s, m_description->toPlainText());
    if (m_parent && m_parent->chosen().isNull())
        m_form->setError(u"parent_id"_s, tr("Choose the organization that it belongs to."));
    return !m_form->hasErrors();
}

void OrganizationForm::save()
{
    if (!check())
        return;
    const RuleSet &rules = m_session.rules();
    const OrganizationFields fields{rules.trimmed(m_name->text()), rules.trimmed(m_code->text()), rules.trimmed(m_description->toPlainText()),
                                    m_leader->chosen()};
    const auto command = m_edited.isNull() ? std::optional(makeCreate(m_session, m_parent->chosen(), fields)) : makeEdit(m_seen, m_edited, fields);
    if (!command)
        return accept(); // nothing was changed
    m_save->setEnabled(false);
    m_follower->submit(*command);
}

void OrganizationForm::showErrors(const QList<Error> &errors)
{
    m_save->setEnabled(true);
    QStringList general;
    for (const Error &error : errors)
        if (error.field.isEmpty() || !m_form->setError(error.field, sentence(error)))
            general.append(sentence(error));
    m_banner->setVisible(!general.isEmpty());
    m_banner->setText(general.join(u' '));
}

void OrganizationForm::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spaceform.h"

#include "ui/pages/spaces/spacechoices.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/widgets/avatarpicker.h"

#include <QLineEdit>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

SpaceForm *SpaceForm::forNew(Session &session, const QString &module, QWidget *window)
{
    auto *form = new SpaceForm(session, session.actor().tenantId, {}, window);
    if (!module.isEmpty())
        form->m_modules->choose({module});
    form->retranslate();
    return form;
}

SpaceForm *SpaceForm::forEdit(Session &session, SpaceId id, QWidget *window)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const SpaceRow row = snapshot->space(snapshot->findSpace(id)).row();
    auto *form = new SpaceForm(session, row.tenantId, id, window);
    form->m_name->setText(row.name);
    form->m_description->setPlainText(row.description);
    form->m_edition->choose(row.edition);
    form->m_avatar->setChoice(avatarOf(*snapshot, snapshot->space(snapshot->findSpace(id))));
    form->retranslate();
    return form;
}

SpaceForm::SpaceForm(Session &session, TenantId tenant, SpaceId edited, QWidget *window)
    : CommandDialog(session, window), m_tenant(tenant), m_edited(edited),
      m_id(edited.isNull() ? SpaceId::make(session.now()) : edited), m_seen(session.snapshot()),
      m_avatar(new AvatarPicker), m_name(new QLineEdit), m_description(new QPlainTextEdit),
      m_edition(new EditionChoice(session, tenant))
{
    m_description->setTabChangesFocus(true);
    m_description->setFixedHeight(76);
    PictureEndpoint endpoint;
    endpoint.url = TenantLimits(session, tenant).imageEndpoint();
    m_avatar->setEndpoint(endpoint);
    form()->addField(u"avatar_picture"_s, m_avatar);
    form()->addField(u"name"_s, m_name);
    form()->addField(u"description"_s, m_description);
    form()->addField(u"edition"_s, m_edition);
    if (m_edited.isNull()) {
        m_modules = new ModuleChoice(session, tenant);
        form()->addField(u"modules"_s, m_modules);
    }
    setMinimumWidth(600);
    m_name->setFocus();
    const auto drawFrom = [this] { m_avatar->setSubject(m_id.toString(), m_name->text()); };
    connect(m_name, &QLineEdit::textChanged, this, drawFrom);
    drawFrom();
}

void SpaceForm::retranslate()
{
    if (m_edited.isNull())
        setTexts(tr("New space"),
                 tr("Create a new space to work together, where you manage and use your agents (bots) and "
                    "table data (abs) in one place."),
                 tr("Create"));
    else
        setTexts(tr("Edit space"), {}, tr("Save"));
    form()->field(u"avatar_picture"_s)->setLabel(tr("Avatar"));
    form()->field(u"name"_s)->setLabel(tr("Name"), true);
    form()->field(u"description"_s)->setLabel(tr("Description"));
    form()->field(u"edition"_s)->setLabel(tr("Edition"), true);
    form()
        ->field(u"edition"_s)
        ->setHint(tr("Each edition has its own limits, such as tokens and data volume."));
    m_edition->retranslate();
    if (m_modules) {
        form()->field(u"modules"_s)->setLabel(tr("Modules"), true);
        form()->field(u"modules"_s)->setHint(tr("Choose the modules that your space needs."));
        m_modules->retranslate();
    }
    showRule(u"space"_s, u"name"_s);
    showRule(u"space"_s, u"description"_s);
}

void SpaceForm::check()
{
    checkRule(u"space"_s, u"name"_s, m_name->text());
    checkRule(u"space"_s, u"description"_s, m_description->toPlainText());
    if (const QString problem = m_avatar->problem(); !problem.isEmpty())
        form()->setError(u"avatar_picture"_s, problem);
    if (m_modules && m_modules->chosen().isEmpty())
        form()->setError(u"modules"_s, tr("Choose at least one module."));
}

std::optional<Command> SpaceForm::command()
{
    const RuleSet &rules = session().rules();
    SpaceFields fields;
    fields.name = rules.trimmed(m_name->text());
    fields.description = rules.trimmed(m_description->toPlainText());
    fields.edition = m_edition->chosen();
    fields.avatar = toAvatar(m_avatar->choice());
    if (m_edited.isNull()) {
        fields.modules = m_modules->chosen();
        return makeSpaceCreate(m_id, m_tenant, fields);
    }
    return makeSpaceEdit(m_seen, m_edited, fields);
}

} // namespace tenantry::ui::spaces

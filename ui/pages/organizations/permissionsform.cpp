// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/permissionsform.h"

#include "ui/models/commandparts.h"
#include "ui/models/permissionwords.h"
#include "ui/pages/organizations/permissionsline.h"

#include <QComboBox>
#include <QGridLayout>
#include <QJsonArray>
#include <QLineEdit>
#include <QSignalBlocker>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

enum Choice { Inherit, Allow, Deny };
const QStringList scopes{{}, u"none"_s, u"own"_s, u"below"_s, u"tenant"_s};

} // namespace

PermissionsForm::PermissionsForm(Session &session, OrganizationId organization, QWidget *window)
    : CommandDialog(session, window), m_organization(organization), m_seen(session.snapshot()),
      m_scope(new QComboBox), m_line(new PermissionsLine)
{
    form()->addField(u"data_scope"_s, m_scope);
    form()->addField(u"denied"_s, makeGrid());
    addReason();
    form()->addWidget(m_line);
    m_line->setMinimumWidth(560);
    retranslate();
    fill();
    connect(m_scope, &QComboBox::currentIndexChanged, this, &PermissionsForm::preview);
    for (const Row &row : std::as_const(m_rows))
        connect(row.choice, &QComboBox::currentIndexChanged, this, &PermissionsForm::preview);
    preview();
    m_scope->setFocus();
}

QWidget *PermissionsForm::makeGrid()
{
    auto *inside = new QWidget;
    auto *grid = new QGridLayout(inside);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(0, 1);
    grid->setHorizontalSpacing(16);
    for (const QString &area : {u"users"_s, u"functions"_s, u"system"_s}) {
        auto *heading = makeLabel(TextStyle::SmallStrong);
        m_headings.append({area, heading});
        grid->addWidget(heading, grid->rowCount(), 0, 1, 2);
        for (const KeyDeclaration &key : session().declarations().keys()) {
            if (!key.delegable || key.area != area)
                continue;
            Row row{key.key, area, makeParagraph(TextStyle::Body), new QComboBox};
            row.label->setTextInteractionFlags(Qt::NoTextInteraction);
            row.label->setBuddy(row.choice);
            row.choice->setMinimumWidth(240);
            row.choice->setMaximumWidth(240);
            const int line = grid->rowCount();
            grid->addWidget(row.label, line, 0);
            grid->addWidget(row.choice, line, 1);
            m_rows.append(row);
        }
    }
    return inside;
}

QComboBox *PermissionsForm::choiceOf(const QString &key) const
{
    const auto row =
        std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &each) { return each.key == key; });
    return row == m_rows.end() ? nullptr : row->choice;
}

void PermissionsForm::fill()
{
    const auto index = m_seen->findOrganization(m_organization);
    if (!index.isValid())
        return;
    const OrganizationPermissions set = access::setAt(*m_seen, index);
    m_scope->setCurrentIndex(std::max(0, int(scopes.indexOf(set.dataScope))));
    for (const Row &row : std::as_const(m_rows))
        row.choice->setCurrentIndex(set.allowed.contains(row.key)  ? Allow
                                    : set.denied.contains(row.key) ? Deny
                                                                   : Inherit);
}

OrganizationPermissions PermissionsForm::wanted() const
{
    OrganizationPermissions wanted;
    wanted.dataScope = scopes.value(m_scope->currentIndex());
    for (const Row &row : m_rows) {
        if (row.choice->currentIndex() == Allow)
            wanted.allowed += row.key;
        if (row.choice->currentIndex() == Deny)
            wanted.denied += row.key;
    }
    return wanted;
}

void PermissionsForm::preview()
{
    const auto index = m_seen->findOrganization(m_organization);
    if (index.isValid())
        m_line->ask([snapshot = m_seen, index, wanted = wanted()] {
            return access::preview(*snapshot, index, wanted);
        });
}

void PermissionsForm::retranslate()
{
    const auto index = m_seen->findOrganization(m_organization);
    const bool known = index.isValid();
    setTexts(known ? tr("Permissions of %1").arg(m_seen->organization(index).name()) : QString(),
             tr("What everybody in the organization may, and whose data they see. The organizations below "
                "inherit it unless "
                "they set something else."),
             tr("Save"));
    form()->field(u"data_scope"_s)->setLabel(tr("Whose data its people see"));
    form()->field(u"denied"_s)->setLabel(tr("What its people may do"));
    const auto from = [&](directory::OrganizationIndex place) {
        return place.isValid() ? tr("from %1").arg(m_seen->organization(place).name()) : tr("unless set");
    };
    const auto setItems = [](QComboBox *box, const QStringList &texts) {
        const QSignalBlocker quiet(box);
        while (box->count() < texts.size())
            box->addItem({});
        for (int i = 0; i < texts.size(); ++i)
            box->setItemText(i, texts[i]);
    };
    QStringList texts;
    const access::Inherited above = known ? access::inheritedScope(*m_seen, index) : access::Inherited();
    for (const QString &scope : scopes)
        texts += scope.isEmpty() ? tr("Inherited: %1 (%2)").arg(dataScopeText(above.scope), from(above.from))
                                 : dataScopeText(scope);
    setItems(m_scope, texts);
    for (const auto &[area, heading] : std::as_const(m_headings))
        heading->setText(areaText(area));
    for (const Row &row : std::as_const(m_rows)) {
        const QString sentence = session().declarations().keySentence(row.key);
        const access::Inherited inherited =
            known ? access::inheritedKey(*m_seen, index, row.key) : access::Inherited();
        row.label->setText(sentence);
        row.choice->setAccessibleName(sentence);
        setItems(row.choice,
                 {tr("Inherited: %1 (%2)")
                      .arg(inherited.allowed ? tr("allowed") : tr("denied"), from(inherited.from)),
                  tr("Allow"), tr("Deny")});
        row.choice->setToolTip(row.choice->itemText(Inherit));
    }
}

// OPM-10: what contradicts itself here is said before the server says it; the organizations below it checks.
void PermissionsForm::check()
{
    const auto index = m_seen->findOrganization(m_organization);
    const OrganizationPermissions chosen = wanted();
    QStringList keys;
    for (const Row &row : std::as_const(m_rows)) {
        if (chosen.allowed.contains(row.key) ||
            (!chosen.denied.contains(row.key) && access::inheritedKey(*m_seen, index, row.key).allowed))
            keys += row.key;
    }
    const Declarations &declarations = session().declarations();
    if (const auto pair = declarations.contradiction(keys))
        form()->setError(u"denied"_s, tr("\"%1\" belongs to \"%2\": allow both or deny both.")
                                          .arg(declarations.keySentence(pair->second),
                                               declarations.keySentence(pair->first)));
}

std::optional<Command> PermissionsForm::command()
{
    const auto index = m_seen->findOrganization(m_organization);
    if (!index.isValid())
        return {};
    const OrganizationPermissions before = access::setAt(*m_seen, index), chosen = wanted();
    const OrganizationPermissionRow *row = m_seen->permissionsSetAt(m_organization);
    Command command = organizationPermissionsSet(m_organization, chosen, reason()->text());
    command.see(m_organization.uuid(), u"permissions"_s, row ? row->version : 0);
    command.before = {
        {u"data_scope"_s, before.dataScope.isEmpty() ? QJsonValue() : QJsonValue(before.dataScope)},
        {u"allowed"_s, QJsonArray::fromStringList(before.allowed)},
        {u"denied"_s, QJsonArray::fromStringList(before.denied)}};
    if (command.before["data_scope"_L1] == command.payload["data_scope"_L1] &&
        command.before["allowed"_L1] == command.payload["allowed"_L1] &&
        command.before["denied"_L1] == command.payload["denied"_L1])
        return {};
    about(command, m_organization.uuid(), m_seen->organization(index).name());
    return command;
}

} // namespace tenantry::ui

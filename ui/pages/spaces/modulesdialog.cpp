// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/modulesdialog.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/spaces/spacechoices.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/banner.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

ModulesDialog::ModulesDialog(Session &session, SpaceId space, QWidget *window)
    : CommandDialog(session, window), m_space(space), m_seen(session.snapshot()),
      m_before(m_seen->space(m_seen->findSpace(space)).modules()),
      m_guests(guestsOfBots(*m_seen, m_seen->findSpace(space))),
      m_modules(
          new ModuleChoice(session, m_seen->tenantId(m_seen->space(m_seen->findSpace(space)).tenant()))),
      m_note(new Banner(Tone::Warning)), m_viewer(new QRadioButton), m_remove(new QRadioButton)
{
    auto *fate = new QWidget;
    auto *choices = new QVBoxLayout(fate);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->addWidget(m_viewer);
    choices->addWidget(m_remove);
    auto *group = new QButtonGroup(fate);
    group->addButton(m_viewer);
    group->addButton(m_remove);
    fate->setFocusProxy(m_viewer);
    form()->addField(u"modules"_s, m_modules);
    form()->addWidget(m_note);
    form()->addField(u"guests"_s, fate);
    m_impact = new ImpactLine(session);
    form()->addWidget(m_impact);
    m_modules->choose(m_before);
    m_modules->setFocus();
    connect(m_modules, &ModuleChoice::changed, this, &ModulesDialog::refresh);
    connect(group, &QButtonGroup::buttonToggled, this, &ModulesDialog::refresh);
    retranslate();
}

bool ModulesDialog::losesBots() const
{
    return m_before.contains(u"bots"_s) && !m_modules->chosen().contains(u"bots"_s);
}

int ModulesDialog::resourcesLeftBehind() const
{
    const QStringList chosen = m_modules->chosen();
    int left = 0;
    for (const directory::SpaceResource &entry : m_seen->resourcesOf(m_seen->findSpace(m_space))) {
        const QString module = moduleOfResource(m_seen->resource(entry.resource()).resourceKind());
        left += m_before.contains(module) && !chosen.contains(module) ? 1 : 0;
    }
    return left;
}

void ModulesDialog::choose(GuestFate fate)
{
    m_viewer->setChecked(fate == GuestFate::Viewer);
    m_remove->setChecked(fate == GuestFate::Remove);
}

void ModulesDialog::refresh()
{
    const int left = resourcesLeftBehind();
    m_note->setText(tr(
        "%n resource(s) of the removed module stay in the space, but can't be used before it is added again.",
        nullptr, left));
    m_note->setVisible(left > 0);
    const bool guestsGo = losesBots() && m_guests > 0;
    form()->field(u"guests"_s)->setVisible(guestsGo);
    const bool decided = guestsGo && (m_viewer->isChecked() || m_remove->isChecked());
    m_impact->setVisible(guestsGo);
    m_impact->setCommands(decided ? QList<Command>{*command()} : QList<Command>());
}

void ModulesDialog::retranslate()
{
    setTexts(tr("Modules"), m_seen->space(m_seen->findSpace(m_space)).name(), tr("Save"));
    form()->field(u"modules"_s)->setLabel(tr("Modules"), true);
    form()->field(u"modules"_s)->setHint(tr("Choose the modules that your space needs."));
    form()
        ->field(u"guests"_s)
        ->setLabel(
            tr("What do the %n guest(s) become? Guests are only for spaces with Bots.", nullptr, m_guests),
            true);
    m_viewer->setText(tr("They become viewers: they may use all open resources"));
    m_remove->setText(tr("They are removed from the space"));
    m_modules->retranslate();
    refresh();
}

void ModulesDialog::check()
{
    if (m_modules->chosen().isEmpty())
        form()->setError(u"modules"_s, tr("Choose at least one module."));
    if (losesBots() && m_guests > 0 && !m_viewer->isChecked() && !m_remove->isChecked())
        form()->setError(u"guests"_s, tr("Choose what they become."));
}

std::optional<Command> ModulesDialog::command()
{
    if (m_modules->chosen() == m_before)
        return std::nullopt;
    const GuestFate fate = !losesBots()            ? GuestFate::Undecided
                           : m_viewer->isChecked() ? GuestFate::Viewer
                           : m_remove->isChecked() ? GuestFate::Remove
                                                   : GuestFate::Undecided;
    return makeSetModules(m_seen, m_space, m_modules->chosen(), fate);
}

} // namespace tenantry::ui::spaces

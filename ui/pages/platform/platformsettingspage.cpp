// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/platform/platformsettingspage.h"

#include "ui/models/snapshotchanges.h"
#include "ui/pages/platform/platformsettings.h"
#include "ui/pages/platform/platformsettingsdialog.h"
#include "ui/session/loading.h"
#include "ui/theme/icons.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace platform;

namespace {

constexpr int widestLine = 720; // longer ones are hard to read

} // namespace

PlatformSettingsPage::PlatformSettingsPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_header(new PageHeader),
      m_edit(makeButton(ButtonStyle::Primary, {}, u"pencil"_s)),
      m_editAction(new QAction(icon(u"pencil"_s), {}, this))
{
    m_header->addAction(m_edit);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(16);
    m_header->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    column->addWidget(m_header);
    column->addWidget(makeLines(), 1);
    m_states = new StateStack(content, u"settings"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    addAction(m_editAction);
    connect(m_edit, &QPushButton::clicked, this, &PlatformSettingsPage::edit);
    connect(m_editAction, &QAction::triggered, this, &PlatformSettingsPage::edit);
    connect(&m_session, &Session::stateChanged, this, &PlatformSettingsPage::refreshState);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        setAvailable(isFor(m_session));
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        if (differs(m_shown, snapshot, {RowKind::User, RowKind::RoleAssignment, RowKind::Setting}))
            contentChanged(m_session);
        m_shown = snapshot;
    });
    refresh();
}

QWidget *PlatformSettingsPage::makeLines()
{
    auto *lines = new QWidget;
    auto *column = new QVBoxLayout(lines);
    column->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 24);
    column->setSpacing(2);
    for (const QString &key : settingKeys()) {
        const Line line{key, makeLabel(TextStyle::Muted), makeParagraph(TextStyle::Strong),
                        makeParagraph(TextStyle::Small)};
        for (QLabel *label : {line.label, line.value, line.note}) {
            label->setMaximumWidth(widestLine);
            column->addWidget(label);
        }
        column->addSpacing(16);
        m_lines.append(line);
    }
    column->addStretch();
    return makeScrollArea(lines);
}

PageFace PlatformSettingsPage::face()
{
    return {u"platform"_s, u"settings"_s, [] { return tr("Platform settings"); }};
}

void PlatformSettingsPage::activated()
{
    m_edit->setFocus();
}

void PlatformSettingsPage::edit()
{
    if (m_edit->isEnabled())
        CommandDialog::openKept(this, [this] { return new PlatformSettingsDialog(m_session, window()); });
}

void PlatformSettingsPage::refresh()
{
    setAvailable(isFor(m_session));
    const QJsonObject values = settingsIn(*m_session.snapshot());
    for (const Line &line : std::as_const(m_lines)) {
        line.label->setText(settingLabel(line.key));
        line.value->setText(settingText(line.key, values.value(line.key)));
        line.note->setText(settingNote(line.key));
    }
    const QString reason = m_session.refusal(u"platform_settings_set"_s, {});
    setUsable(m_edit, reason.isEmpty(), reason);
    m_editAction->setEnabled(reason.isEmpty());
    refreshState();
}

void PlatformSettingsPage::refreshState()
{
    if (!settingsIn(*m_session.snapshot()).isEmpty())
        return m_states->showContent();
    isLoading(m_session) ? m_states->showLoading() : m_states->showEmpty();
}

void PlatformSettingsPage::retranslate()
{
    m_header->setTitle(title());
    m_header->setSubtitle(tr("What holds for every tenant; only the platform team changes it."));
    m_edit->setText(tr("Edit"));
    m_editAction->setText(tr("Edit the platform's settings"));
    m_states->empty()->setTexts(tr("No settings"), tr("They come with the first sync."));
    m_states->loading()->setText(tr("Loading settings…"));
    refresh();
}

} // namespace tenantry::ui

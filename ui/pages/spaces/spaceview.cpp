// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spaceview.h"

#include "core/access/explanationtext.h"
#include "core/domain/messages.h"
#include "ui/models/queuewords.h"
#include "ui/pages/spaces/flowlayout.h"
#include "ui/pages/spaces/membersmodel.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/resourcesmodel.h"
#include "ui/pages/spaces/resourcespane.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spaceinfopane.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/accessevent.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

/// What waits in the queue for the space itself, a line each.
QString waitingText(const Session &session, SpaceId space)
{
    QStringList lines;
    for (const QueuedCommand &queued : session.commands())
        if (queued.isOpen() && queued.command.kind.startsWith(u"space_") && SpaceId(QUuid::fromString(queued.command.payload.value(u"space_id"_s).toString())) == space)
            lines.append(commandSentence(session, queued.command));
    return lines.join(u'\n');
}

} // namespace

SpaceView::SpaceView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_banner(new Banner(Tone::Info)), m_tabs(new Tabs(Tabs::Look::Underlined)),
      m_stack(new QStackedWidget), m_members(new MembersPane(session))
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    auto *tabLine = new QHBoxLayout;
    tabLine->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    tabLine->addWidget(m_tabs);
    layout->addLayout(tabLine);
    auto *bannerLine = new QHBoxLayout;
    bannerLine->setContentsMargins(metrics::pageMargin, 10, metrics::pageMargin, 0);
    bannerLine->addWidget(m_banner);
    layout->addLayout(bannerLine);
    layout->addWidget(m_stack, 1);
    for (int tab = Information; tab <= Resources; ++tab)
        m_tabs->add();
    m_stack->addWidget(m_members);
    m_states = new StateStack(content, u"space"_s);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_states);
    connect(m_tabs, &Tabs::currentChanged, this, &SpaceView::showPane);
    connect(m_members, &MembersPane::toastRequested, this, &SpaceView::toastRequested);
    showTab(Members);
}

template <class Pane>
Pane *SpaceView::made(Pane *&pane)
{
    if (!pane) {
        pane = new Pane(m_session);
        m_stack->addWidget(pane);
        connect(pane, &Pane::toastRequested, this, &SpaceView::toastRequested);
        pane->setSpace(m_space);
        pane->retranslate();
    }
    return pane;
}

ResourcesPane *SpaceView::resources()
{
    return made(m_resources);
}

SpaceInfoPane *SpaceView::information()
{
    return made(m_information);
}

void SpaceView::showPane(int tab)
{
    QWidget *pane = m_members;
    if (tab == Information)
        pane = information();
    else if (tab == Resources)
        pane = resources();
    m_stack->setCurrentWidget(pane);
}

QWidget *SpaceView::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 8);
    layout->setSpacing(12);
    m_avatar = new Avatar(40);
    m_avatar->setSquare(true);
    m_name = new ElidedLabel;
    m_tenant = new ElidedLabel;
    setTextStyle(m_name, TextStyle::Title);
    setTextStyle(m_tenant, TextStyle::Muted);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_tenant);
    m_chips = new QHBoxLayout;
    m_chips->setSpacing(6);
    layout->addWidget(m_avatar);
    layout->addLayout(names, 1);
    layout->addLayout(m_chips);
    return head;
}

void SpaceView::setSpace(SpaceId space)
{
    if (std::exchange(m_space, space) != space && !space.isNull())
        noteAccess(this, AccessEvent::Act::Detail, u"space"_s, space.uuid());
    m_members->setPlace({space});
    if (m_information)
        m_information->setSpace(space);
    if (m_resources)
        m_resources->setSpace(space);
    showPane(m_tabs->current());
    refreshAround();
}

void SpaceView::forget()
{
    m_space = {};
    m_members->setPlace({});
    for (QWidget *pane : {static_cast<QWidget *>(std::exchange(m_information, nullptr)),
                          static_cast<QWidget *>(std::exchange(m_resources, nullptr))})
        delete pane;
    m_name->setText({});
    m_tenant->setText({});
    clearLayout(m_chips);
}

void SpaceView::showTab(Tab tab)
{
    m_tabs->setCurrent(tab);
}

void SpaceView::refresh()
{
    if (m_session.snapshot()->findSpace(m_space).isValid()) {
        m_members->refresh();
        if (m_information)
            m_information->refresh();
        if (m_resources)
            m_resources->refresh();
    }
    refreshAround();
}

void SpaceView::refreshAround()
{
    if (!m_session.snapshot()->findSpace(m_space).isValid()) {
        m_states->empty()->setTexts(tr("Not created yet"), tr("The space is created as soon as its command reaches the server."));
        m_space.isNull() ? m_states->showContent() : m_states->showEmpty();
        return;
    }
    m_states->showContent();
    m_tabs->setCount(Members, int(m_members->model()->allRows().size()));
    m_tabs->setCount(Resources, ResourcesModel::countIn(*m_session.snapshot(), m_space));
    refreshHead();
    refreshBanner();
}

void SpaceView::refreshHead()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceView space = snapshot->space(snapshot->findSpace(m_space));
    m_avatar->setSubject(m_space.toString(), space.name());
    m_avatar->setChoice(avatarOf(*snapshot, space));
    m_name->setText(space.name());
    const TenantRow *tenant = snapshot->tenant(space.tenant());
    QStringList below;
    if (tenant)
        below += tenant->name;
    if (!space.description().isEmpty())
        below += space.description().simplified();
    m_tenant->setText(below.join(u" · "_s));
    refreshChips();
}

void SpaceView::refreshChips()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceView space = snapshot->space(snapshot->findSpace(m_space));
    clearLayout(m_chips);
    const auto add = [this](const QString &text, Tone tone, const QString &tip = {}) {
        auto *chip = new Chip(text, tone);
        chip->setToolTip(tip);
        m_chips->addWidget(chip);
    };
    if (const QString waiting = waitingText(m_session, m_space); !waiting.isEmpty())
        add(tr("Waiting to be sent"), Tone::Warning, waiting);
    for (const QString &module : space.modules())
        add(moduleName(module), Tone::Info);
    add(editionName(space.edition()), Tone::Neutral);
    const SpaceRights &rights = m_members->model()->rights();
    if (rights.role != Role::None)
        add(tr("You: %1").arg(access::roleName(rights.role)), roleTone(rights.role), roleAbilities(rights.role));
    else if (rights.tenantAdministrator)
        add(tr("You: tenant administrator"), Tone::Accent);
    if (space.isArchived())
        add(tr("Archived"), Tone::Warning);
}

void SpaceView::refreshBanner()
{
    const SpaceRights &rights = m_members->model()->rights();
    const sync::SyncState state = m_session.state();
    QString text;
    Tone tone = Tone::Info;
    if (rights.archived) {
        text = tr("This space is archived: it can be read, nothing in it can be changed.");
        tone = Tone::Warning;
    } else if (const QString reason = addingRefusal(rights); !reason.isEmpty()) {
        text = reason;
    } else if (!state.online) {
        text = state.offlineSince ? tr("Offline since %1. Changes are kept and sent when connected.")
                                        .arg(shortMomentText(localTime(*state.offlineSince), localTime(m_session.now())))
                                  : tr("Offline. Changes are kept and sent when connected.");
        tone = Tone::Warning;
    }
    m_banner->setTone(tone);
    m_banner->setText(text);
    m_banner->setHidden(text.isEmpty());
}

void SpaceView::retranslate()
{
    m_tabs->setText(Information, tr("Basic information"));
    m_tabs->setText(Members, tr("Members"));
    m_tabs->setText(Resources, tr("Resources"));
    m_tabs->setAccessibleName(tr("Views of the space"));
    m_members->retranslate();
    if (m_information)
        m_information->retranslate();
    if (m_resources)
        m_resources->retranslate();
    refresh();
}

} // namespace tenantry::ui::spaces

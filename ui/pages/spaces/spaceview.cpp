// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spaceview.h"

#include "core/access/explanationtext.h"
#include "core/domain/messages.h"
#include "ui/pages/spaces/flowlayout.h"
#include "ui/pages/spaces/membersmodel.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/resourcesmodel.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

SpaceView::SpaceView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_banner(new Banner(Tone::Info)), m_tabs(new Tabs(Tabs::Look::Underlined)),
      m_stack(new QStackedWidget), m_members(new MembersPane(session))
{
    auto *layout = new QVBoxLayout(this);
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
    m_tabs->add();
    m_tabs->add();
    m_stack->addWidget(m_members);
    m_stack->addWidget(makeResources());
    connect(m_tabs, &Tabs::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_members, &MembersPane::toastRequested, this, &SpaceView::toastRequested);
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

QWidget *SpaceView::makeResources()
{
    m_resources = new ResourcesModel(this);
    m_resourceTable = new QTableView;
    styleTable(m_resourceTable);
    removeFrame(m_resourceTable);
    m_resourceTable->setModel(m_resources);
    m_resourceTable->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_resourceTable->horizontalHeader();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(ResourcesModel::Name, QHeaderView::Stretch);
    m_resourceTable->setColumnWidth(ResourcesModel::Kind, 140);
    m_resourceTable->setColumnWidth(ResourcesModel::Access, 130);
    m_resourceTable->setColumnWidth(ResourcesModel::Owner, 180);
    m_resourceStates = new StateStack(m_resourceTable, u"application"_s);
    return m_resourceStates;
}

void SpaceView::setSpace(SpaceId space)
{
    m_space = space;
    m_members->setPlace({space});
    refresh();
}

void SpaceView::showTab(int tab)
{
    m_tabs->setCurrent(tab);
}

void SpaceView::refresh()
{
    if (!m_session.snapshot()->findSpace(m_space).isValid())
        return;
    m_members->refresh();
    m_resources->setSpace(m_session, m_space);
    m_resources->rowCount() > 0 ? m_resourceStates->showContent() : m_resourceStates->showEmpty();
    m_tabs->setCount(0, int(m_members->model()->allRows().size()));
    m_tabs->setCount(1, m_resources->rowCount());
    refreshHead();
    refreshBanner();
}

void SpaceView::refreshHead()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceView space = snapshot->space(snapshot->findSpace(m_space));
    m_avatar->setSubject(m_space.toString(), space.name());
    m_name->setText(space.name());
    const TenantRow *tenant = snapshot->tenant(space.tenant());
    QStringList below;
    if (tenant)
        below += tenant->name;
    if (!space.description().isEmpty())
        below += space.description().simplified();
    m_tenant->setText(below.join(u" · "_s));
    clearLayout(m_chips);
    const auto add = [this](const QString &text, Tone tone, const QString &tip = {}) {
        auto *chip = new Chip(text, tone);
        chip->setToolTip(tip);
        m_chips->addWidget(chip);
    };
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
    m_tabs->setText(0, tr("Members"));
    m_tabs->setText(1, tr("Resources"));
    m_tabs->setAccessibleName(tr("Views of the space"));
    m_resourceTable->setAccessibleName(tr("Resources of the space"));
    m_resourceStates->empty()->setTexts(tr("No resources"), tr("Nothing was made in this space yet, or you can't see it."));
    m_members->retranslate();
    m_resources->retranslate();
    refresh();
}

} // namespace tenantry::ui::spaces

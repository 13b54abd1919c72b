// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/asofview.h"

#include "core/domain/messages.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/states.h"
#include "ui/widgets/viewstyle.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

QString atMoment(Instant moment)
{
    return momentText(spaces::localTime(moment));
}

} // namespace

AsOfView::AsOfView(Viewpoint &viewpoint, QWidget *content, int margin, QWidget *parent)
    : QWidget(parent), m_viewpoint(viewpoint), m_banner(new Banner(Tone::Warning)),
      m_states(new StateStack(content, u"history"_s))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_head = new QWidget;
    auto *head = new QHBoxLayout(m_head);
    head->setContentsMargins(margin, 10, margin, 10);
    head->addWidget(m_banner);
    layout->addWidget(m_head);
    layout->addWidget(m_states, 1);
    m_states->loading()->setCancellable(true);
    connect(m_banner, &Banner::actionRequested, &m_viewpoint, &Viewpoint::lookNow);
    connect(m_states->loading(), &LoadingState::cancelled, &m_viewpoint, &Viewpoint::lookNow);
    connect(m_states->empty(), &EmptyState::nextStepRequested, &m_viewpoint, &Viewpoint::lookNow);
    connect(m_states->error(), &ErrorState::retryRequested, &m_viewpoint, &Viewpoint::retry);
    connect(&m_viewpoint, &Viewpoint::changed, this, &AsOfView::refresh);
    refresh();
}

void AsOfView::refresh()
{
    const auto mark = m_viewpoint.mark();
    m_head->setVisible(!m_viewpoint.isNow());
    m_banner->setAction(tr("Back to now"));
    const auto &moment = m_viewpoint.moment();
    QStringList sentences;
    sentences += moment ? tr("As of %1, not now.").arg(atMoment(*moment)) : tr("A past moment, not now.");
    if (mark)
        sentences += tr("History reaches back to %1.").arg(atMoment(mark->reachesBackTo));
    if (mark && moment && mark->upTo < *moment)
        sentences += tr("It was read up to %1; what came later isn't in it.").arg(atMoment(mark->upTo));
    sentences += mark && mark->isPart()
                     ? tr("Of then it shows what you see today; there may have been more.")
                     : tr("People and other tenants that you don't see today are left out.");
    m_banner->setText(sentences.join(u' '));
    switch (m_viewpoint.state()) {
    case Viewpoint::State::Waiting:
        m_states->loading()->setText(mark ? tr("Working out that moment…") : tr("Reading history…"));
        m_states->loading()->setProgress(-1);
        return m_states->showLoading();
    case Viewpoint::State::Failed:
        return showFailure();
    default:
        m_states->showContent();
    }
}

void AsOfView::showFailure()
{
    const auto mark = m_viewpoint.mark();
    switch (m_viewpoint.failure()) {
    case Viewpoint::Failure::BeforeHistory:
        m_states->empty()->setTexts(tr("Nothing is known of that moment"),
                                    tr("History reaches back to %1. Choose a later moment.")
                                        .arg(mark ? atMoment(mark->reachesBackTo) : QString()));
        m_states->empty()->setNextStep(tr("Back to now"));
        return m_states->showEmpty();
    case Viewpoint::Failure::NeverChanged:
        m_states->empty()->setTexts(tr("It never changed"),
                                    tr("Nothing about it has changed since history begins, %1.")
                                        .arg(mark ? atMoment(mark->reachesBackTo) : QString()));
        m_states->empty()->setNextStep(tr("Back to now"));
        return m_states->showEmpty();
    default:
        const Error error = m_viewpoint.error().value_or(Error());
        m_states->error()->setTexts(tr("The past can't be shown"), sentence(error));
        m_states->error()->setRetriable(true);
        m_states->showError();
    }
}

void AsOfView::retranslate()
{
    refresh();
}

} // namespace tenantry::ui

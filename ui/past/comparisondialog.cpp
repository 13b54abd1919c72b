// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/comparisondialog.h"

#include "core/domain/messages.h"
#include "ui/dialogs/impactlist.h"
#include "ui/dialogs/impactmodel.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/momentedit.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QComboBox>
#include <QEvent>
#include <QSignalBlocker>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace directory;

namespace {

MomentEdit *makeEdit(Instant moment, Instant latest)
{
    auto *edit = new MomentEdit;
    edit->setMoment(moment);
    edit->setLatest(latest);
    return edit;
}

/// The moment of an edit is a minute; "now" means all of it.
constexpr auto minute = std::chrono::minutes(1);

} // namespace

ComparisonDialog::ComparisonDialog(Session &session, const std::optional<explorer::Pick> &about,
                                   const std::optional<Instant> &from, QWidget *parent)
    : QDialog(parent), m_reader(session), m_pick(about), m_pause(new QTimer(this)),
      m_title(makeLabel(TextStyle::Title)), m_aboutLabel(makeLabel(TextStyle::Muted)),
      m_fromLabel(makeLabel(TextStyle::Muted)), m_untilLabel(makeLabel(TextStyle::Muted)),
      m_about(new QComboBox),
      m_from(makeEdit(from.value_or(session.now() - std::chrono::hours(30 * 24)), session.now() + minute)),
      m_until(makeEdit(session.now(), session.now() + minute)), m_reach(makeLabel(TextStyle::Small)),
      m_list(new ImpactList), m_states(new StateStack(m_list, u"history"_s)),
      m_close(makeButton(ButtonStyle::Default))
{
    resize(920, 620);
    if (m_pick)
        m_about->addItem(QString());
    m_about->addItem(QString());
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_reach);
    foot->addStretch();
    foot->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(makeQuestion());
    layout->addWidget(m_states, 1);
    layout->addLayout(foot);
    connectAll();
    retranslate();
    m_states->loading()->setCancellable(true);
    m_states->showLoading();
    m_from->setFocus();
    m_reader.read();
}

QWidget *ComparisonDialog::makeQuestion()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (const auto &[label, field] : {std::pair<QLabel *, QWidget *>(m_aboutLabel, m_about),
                                       {m_fromLabel, m_from},
                                       {m_untilLabel, m_until}}) {
        label->setBuddy(field);
        layout->addWidget(label);
        layout->addWidget(field);
        layout->addSpacing(8);
    }
    m_about->setMaximumWidth(320);
    layout->addStretch();
    return bar;
}

void ComparisonDialog::connectAll()
{
    m_pause->setSingleShot(true);
    m_pause->setInterval(300);
    for (MomentEdit *edit : {m_from, m_until})
        connect(edit, &MomentEdit::dateTimeChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_about, &QComboBox::currentIndexChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, &ComparisonDialog::ask);
    connect(&m_reader, &PastReader::lost, this, &QDialog::reject);
    connect(&m_reader, &PastReader::readingEnded, this, &ComparisonDialog::ask);
    connect(m_states->loading(), &LoadingState::cancelled, this, &QDialog::reject);
    connect(m_states->error(), &ErrorState::retryRequested, this, [this] {
        m_states->showLoading();
        m_reader.past() ? ask() : m_reader.read();
    });
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
}

void ComparisonDialog::ask()
{
    if (m_reader.isReading())
        return;
    if (!m_reader.past())
        return showError(m_reader.error().value_or(Error()));
    const HistoryMark &mark = m_reader.past()->mark();
    m_reach->setText(
        (mark.isPart() ? tr("History from %1 to %2. It holds what you see today; there may have been more.")
                       : tr("History from %1 to %2. People that you don't see today are left out."))
            .arg(momentText(spaces::localTime(mark.reachesBackTo)),
                 momentText(spaces::localTime(mark.upTo))));
    if (std::min(m_from->moment(), m_until->moment()) + minute <= mark.reachesBackTo) {
        m_task.cancel();
        m_states->empty()->setTexts(tr("Nothing is known of that moment"),
                                    tr("History reaches back to %1. Choose a later moment.")
                                        .arg(momentText(spaces::localTime(mark.reachesBackTo))));
        m_states->showEmpty();
        Q_EMIT ready();
        return;
    }
    work();
}

void ComparisonDialog::work()
{
    m_states->loading()->setText(tr("Working out who gained and who lost…"));
    m_states->loading()->setProgress(-1);
    m_states->showLoading();
    const bool ofPick = m_pick && m_about->currentIndex() == 0;
    const Instant begins = m_reader.past()->mark().reachesBackTo;
    const Question question{m_reader.past(),
                            std::max(m_from->moment(), begins),
                            std::max(m_until->moment(), begins),
                            ofPick ? m_pick : std::nullopt,
                            m_reader.session().heldScopes(),
                            m_reader.session().userId()};
    const auto tell = [this](int percent) { m_states->loading()->setProgress(percent); };
    m_task.run(
        [this, question, tell](const std::stop_token &stop) {
            return find(question, [&](qsizetype done, qsizetype total) {
                QMetaObject::invokeMethod(
                    this,
                    [tell, percent = int(done * 100 / std::max<qsizetype>(1, total))] { tell(percent); },
                    Qt::QueuedConnection);
                return !stop.stop_requested();
            });
        },
        [this](const Answer &answer) { take(answer); });
}

ComparisonDialog::Answer ComparisonDialog::find(const Question &question, const access::Progress &progress)
{
    const auto step = question.past->between(question.from, question.until);
    if (!step)
        return {tl::unexpected(step.error()), {}};
    const access::Moment before{step->before, question.from};
    const access::Moment after{step->after, question.until};
    access::Affected affected = access::affectedBy(before, after, step->touched);
    if (question.about && question.about->side == explorer::Side::Who) {
        const Subject subject = subjectOf(*step->after, *question.about);
        if (subject.isValid())
            affected = limitedTo(subject, std::move(affected), before, after);
        else
            affected.users.clear(); // it was there at neither moment
    } else if (question.about) {
        const Object object = objectOf(*step->after, *question.about);
        if (object.isValid())
            affected = limitedTo(object, std::move(affected), before, after);
        else
            affected.users.clear();
    }
    auto difference = access::Difference::between(before, after, std::move(affected), progress);
    if (!difference)
        return {};
    const access::Completeness completeness(step->after, question.held, question.actor);
    const bool ofPart = question.past->mark().isPart();
    return {{},
            std::make_shared<const access::Difference>(std::move(*difference)),
            std::max(ofPart ? access::Bound::AtLeast : access::Bound::Exact,
                     completeness.of(*step->before, step->touched))};
}

void ComparisonDialog::take(const Answer &answer)
{
    if (!answer.done)
        return showError(answer.done.error());
    if (!answer.difference)
        return;
    m_difference = answer.difference;
    m_list->setDifference(m_difference, answer.bound);
    showMoments();
    if (m_difference->isEmpty()) {
        m_states->empty()->setTexts(tr("Nobody gained or lost anything"),
                                    tr("Between these two moments no role of anybody whom you see changed."));
        m_states->showEmpty();
    } else {
        m_states->showContent();
    }
    Q_EMIT ready();
}

void ComparisonDialog::showError(const Error &error)
{
    m_states->error()->setTexts(tr("The past can't be shown"), sentence(error));
    m_states->error()->setRetriable(true);
    m_states->showError();
    Q_EMIT ready();
}

void ComparisonDialog::showMoments()
{
    const QDateTime now = spaces::localTime(m_reader.session().now());
    m_list->setMoments(shortMomentText(m_from->dateTime(), now), shortMomentText(m_until->dateTime(), now));
}

void ComparisonDialog::retranslate()
{
    setWindowTitle(tr("Compare two moments"));
    m_title->setText(tr("Who gained and who lost between two moments"));
    m_aboutLabel->setText(tr("About"));
    m_fromLabel->setText(tr("From"));
    m_untilLabel->setText(tr("until"));
    m_about->setAccessibleName(tr("About"));
    m_from->setAccessibleName(tr("From"));
    m_until->setAccessibleName(tr("Until"));
    if (m_pick)
        m_about->setItemText(0, m_pick->name);
    m_about->setItemText(m_about->count() - 1,
                         m_reader.seesAll() ? tr("The whole tenant") : tr("Everything that you see"));
    for (MomentEdit *edit : {m_from, m_until}) {
        const QSignalBlocker quiet(edit);
        edit->retranslate();
    }
    m_states->loading()->setText(m_reader.past() ? tr("Working out who gained and who lost…")
                                                 : tr("Reading history…"));
    m_close->setText(tr("Close"));
    m_list->retranslate();
    showMoments();
}

void ComparisonDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tenantry::ui

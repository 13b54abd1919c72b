// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/impactline.h"

#include "core/domain/messages.h"
#include "ui/dialogs/boundchip.h"
#include "ui/dialogs/impactdialog.h"
#include "ui/theme/icons.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

QString impactText(const access::Difference &difference)
{
    if (difference.isEmpty())
        return ImpactLine::tr("Nobody gains or loses anything.");
    const auto number = [](qsizetype count) { return QLocale().toString(count); };
    const QString gaining = ImpactLine::tr("%1 people gain", nullptr, int(difference.gaining()))
                                .arg(number(difference.gaining()));
    const QString losing =
        ImpactLine::tr("%1 people lose", nullptr, int(difference.losing())).arg(number(difference.losing()));
    const qsizetype objects = difference.spaces() + difference.resources();
    if (difference.losing() == 0 || difference.gaining() == 0)
        return ImpactLine::tr("%1, on %2 spaces and resources", nullptr, int(objects))
            .arg(difference.losing() == 0 ? gaining : losing, number(objects));
    return ImpactLine::tr("%1, %2, on %3 spaces and resources", nullptr, int(objects))
        .arg(gaining, losing, number(objects));
}

ImpactLine::ImpactLine(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_basis(session), m_icon(new QLabel),
      m_text(makeLabel(TextStyle::Body)), m_boundChip(new BoundChip), m_open(makeButton(ButtonStyle::Quiet))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_icon);
    layout->addWidget(m_boundChip);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_open);
    setMinimumHeight(metrics::controlHeight);
    m_text->setWordWrap(true);
    m_open->setAutoDefault(false);
    m_pause.setSingleShot(true);
    m_pause.setInterval(150);
    connect(&m_pause, &QTimer::timeout, this, &ImpactLine::work);
    connect(m_open, &QPushButton::clicked, this, &ImpactLine::openList);
    connect(&m_basis, &BasisReader::changed, this, &ImpactLine::work);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (!m_changes.empty())
            m_pause.start();
    });
    show();
}

void ImpactLine::setChanges(std::vector<access::PlannedChange> changes)
{
    m_changes = std::move(changes);
    m_basis.want({});
    m_task.cancel();
    m_difference.reset();
    m_error.reset();
    m_changes.empty() ? m_pause.stop() : m_pause.start();
    show();
}

void ImpactLine::setCommands(const QList<Command> &commands)
{
    std::vector<access::PlannedChange> changes;
    for (const Command &command : commands)
        for (access::PlannedChange &change : access::plannedChanges(command))
            changes.push_back(std::move(change));
    setChanges(std::move(changes));
}

void ImpactLine::work()
{
    if (m_changes.empty())
        return;
    const auto completed = m_basis.completed();
    const access::WhatIfQuestion question{completed ? m_basis.snapshot() : m_session.snapshot(),
                                          m_session.now(), m_session.heldScopes(), m_changes, completed};
    m_task.run(
        [question](const std::stop_token &stop) {
            return access::whatIf(question, [stop](qsizetype, qsizetype) { return !stop.stop_requested(); });
        },
        [this](Result<std::optional<access::WhatIf>> answer) { take(std::move(answer)); });
}

void ImpactLine::take(Result<std::optional<access::WhatIf>> answer)
{
    if (!answer) {
        m_error = answer.error();
    } else if (*answer) {
        m_bound = (*answer)->bound;
        m_difference = std::make_shared<const access::Difference>(std::move((*answer)->difference));
        if (m_bound != access::Bound::Exact)
            completeAnswer();
    }
    show();
    Q_EMIT ready();
}

// Whoever manages the space without seeing everybody asks the server whom it concerns (PRM-5).
void ImpactLine::completeAnswer()
{
    m_basis.want(access::basisQuestion(m_session.snapshot(), m_session.now(), m_session.userId(), m_changes));
}

QString ImpactLine::text() const
{
    return m_text->text();
}

void ImpactLine::show()
{
    const bool planned = !m_changes.empty();
    const bool changes = m_difference && !m_difference->isEmpty();
    const bool nothingSeen = m_difference && !changes && m_bound != access::Bound::Exact;
    m_text->setText(!planned       ? QString()
                    : m_error      ? sentence(*m_error)
                    : nothingSeen  ? tr("Nobody whom you see gains or loses anything.")
                    : m_difference ? impactText(*m_difference)
                                   : tr("Working out who gains and who loses…"));
    const Tone tone = m_error                                 ? Tone::Danger
                      : nothingSeen                           ? Tone::Warning // no reason to be calm
                      : changes && m_difference->losing() > 0 ? Tone::Warning
                                                              : Tone::Info;
    m_icon->setPixmap(icon(tone == Tone::Info ? u"info"_s : u"warning"_s, tone).pixmap(metrics::iconSize));
    m_icon->setVisible(planned);
    m_open->setText(tr("Show who"));
    m_open->setVisible(changes);
    m_boundChip->setBound(m_difference ? m_bound : access::Bound::Exact);
    setAccessibleName(m_text->text());
}

void ImpactLine::openList()
{
    if (!m_difference || m_difference->isEmpty())
        return;
    auto *dialog = new ImpactDialog(m_difference, m_bound, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

ImpactLine *addImpactLine(Session &session, ConfirmDialog &dialog, const QList<Command> &commands)
{
    auto *line = new ImpactLine(session, &dialog);
    // Below title, sentence and list.
    static_cast<QBoxLayout *>(dialog.layout())->insertWidget(3, line);
    line->setCommands(commands);
    return line;
}

void ImpactLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        show();
    QWidget::changeEvent(event);
}

} // namespace tenantry::ui

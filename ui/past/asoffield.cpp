// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/asoffield.h"

#include "ui/widgets/momentedit.h"
#include "ui/widgets/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using std::chrono::hours;

hours backTo(int choice)
{
    switch (choice) {
    case AsOfField::HourAgo:
        return hours(1);
    case AsOfField::Yesterday:
        return hours(24);
    case AsOfField::WeekAgo:
        return hours(7 * 24);
    default:
        return hours(30 * 24);
    }
}

} // namespace

AsOfField::AsOfField(Viewpoint &viewpoint, QWidget *parent)
    : QWidget(parent), m_viewpoint(viewpoint), m_label(makeLabel(TextStyle::Muted)), m_choice(new QComboBox),
      m_edit(new MomentEdit), m_pause(new QTimer(this))
{
    for (int i = Now; i <= AnyMoment; ++i)
        m_choice->addItem(QString());
    m_label->setBuddy(m_choice);
    m_edit->hide();
    m_pause->setSingleShot(true);
    m_pause->setInterval(400); // the arrow keys go through many moments
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addWidget(m_choice);
    layout->addWidget(m_edit);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &AsOfField::choose);
    connect(m_edit, &MomentEdit::dateTimeChanged, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, &AsOfField::lookAtEdited);
    connect(&m_viewpoint, &Viewpoint::changed, this, &AsOfField::follow);
    connect(&m_viewpoint.session(), &Session::snapshotChanged, this, &AsOfField::refreshChoices);
    connect(&m_viewpoint.session(), &Session::currentTenantChanged, this, &AsOfField::refreshChoices);
    refreshChoices();
}

void AsOfField::setSubject(const QUuid &id)
{
    m_subject = id;
    refreshChoices();
}

void AsOfField::refreshChoices()
{
    const QString refusal = m_viewpoint.refusal();
    setUsable(m_choice, refusal.isEmpty(), refusal);
    if (auto *model = qobject_cast<QStandardItemModel *>(m_choice->model()))
        model->item(BeforeLastChange)->setEnabled(!m_subject.isNull());
    m_choice->setItemData(BeforeLastChange,
                          m_subject.isNull() ? tr("Pick a person or an object first.") : QString(),
                          Qt::ToolTipRole);
}

void AsOfField::choose(int choice)
{
    m_pause->stop();
    if (choice == Now)
        return m_viewpoint.lookNow();
    if (choice == BeforeLastChange)
        return m_viewpoint.lookBeforeLastChangeOf(m_subject);
    if (choice == AnyMoment && !m_viewpoint.isNow()) {
        m_edit->setFocus();
        return; // from where it looks already
    }
    const Instant now = m_viewpoint.session().now();
    m_viewpoint.lookAt(choice == AnyMoment ? now - hours(24) : now - backTo(choice));
    if (choice == AnyMoment)
        m_edit->setFocus();
}

void AsOfField::lookAtEdited()
{
    if (m_choice->currentIndex() == Now)
        return;
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->setCurrentIndex(AnyMoment);
    }
    m_viewpoint.lookAt(m_edit->moment());
}

// What the viewpoint came to: the moment before the last change, or now again because nothing else may be
// shown.
void AsOfField::follow()
{
    const QSignalBlocker quiet(m_choice);
    const QSignalBlocker quietEdit(m_edit);
    if (m_viewpoint.isNow()) {
        m_pause->stop();
        m_choice->setCurrentIndex(Now);
    }
    if (const auto &moment = m_viewpoint.moment()) {
        if (m_choice->currentIndex() == Now)
            m_choice->setCurrentIndex(AnyMoment);
        if (!m_pause->isActive()) // while somebody types, the field is theirs
            m_edit->setMoment(*moment);
    }
    m_edit->setLatest(m_viewpoint.session().now());
    m_edit->setVisible(!m_viewpoint.isNow());
}

void AsOfField::retranslate()
{
    const QSignalBlocker quiet(m_choice);
    m_choice->setItemText(Now, tr("Now"));
    m_choice->setItemText(HourAgo, tr("An hour ago"));
    m_choice->setItemText(Yesterday, tr("Yesterday at this time"));
    m_choice->setItemText(WeekAgo, tr("A week ago"));
    m_choice->setItemText(MonthAgo, tr("30 days ago"));
    m_choice->setItemText(BeforeLastChange, tr("Before its last change"));
    m_choice->setItemText(AnyMoment, tr("Another moment…"));
    m_label->setText(tr("As of"));
    m_choice->setAccessibleName(tr("As of"));
    m_edit->setAccessibleName(tr("Moment"));
    const QSignalBlocker quietEdit(m_edit);
    m_edit->retranslate();
    refreshChoices();
}

} // namespace tenantry::ui

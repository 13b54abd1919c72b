// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/afterdecision.h"

#include "ui/pages/applications/forms.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace tenantry::ui::applications {

namespace {

constexpr int mostStars = 5;

} // namespace

AfterDecision::AfterDecision(QWidget *parent)
    : QWidget(parent), m_question(makeParagraph(TextStyle::Body)), m_again(makeButton(ButtonStyle::Default))
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    for (int stars = 1; stars <= mostStars; ++stars) {
        QPushButton *star = makeButton(ButtonStyle::Default);
        star->setCheckable(true);
        star->setFixedWidth(40);
        connect(star, &QPushButton::clicked, this, [this, stars] {
            Q_EMIT rated(stars);
            refresh();
        });
        row->addWidget(star);
        m_stars.append(star);
    }
    row->addStretch();
    row->addWidget(m_again);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_question);
    layout->addLayout(row);
    connect(m_again, &QPushButton::clicked, this, &AfterDecision::takenUpAgain);
}

void AfterDecision::show(const ApplicationRow &row, int queuedRating)
{
    m_row = row;
    m_queued = queuedRating;
    refresh();
}

void AfterDecision::retranslate()
{
    m_again->setText(tr("Apply again…"));
    refresh();
}

void AfterDecision::refresh()
{
    const int given = m_queued > 0 ? m_queued : m_row.rating;
    m_question->setText(given > 0 ? tr("You rated this decision with %1 of 5.").arg(given)
                                  : tr("How satisfied are you with how this was handled?"));
    for (int i = 0; i < m_stars.size(); ++i) {
        m_stars[i]->setText(QString::number(i + 1));
        m_stars[i]->setChecked(i + 1 == given);
        m_stars[i]->setAccessibleName(tr("%1 of 5").arg(i + 1));
    }
    m_again->setVisible(m_row.status == ApplicationStatus::Rejected && formOf(m_row.applicationKind));
}

} // namespace tenantry::ui::applications

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/impactdialog.h"

#include "ui/dialogs/impactline.h"
#include "ui/dialogs/impactmodel.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QEvent>
#include <QHeaderView>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ImpactDialog::ImpactDialog(std::shared_ptr<const access::Difference> difference, bool atLeast,
                           QWidget *parent)
    : QDialog(parent), m_difference(std::move(difference)), m_model(new ImpactModel(m_difference, this)),
      m_title(makeLabel(TextStyle::Title)), m_summary(makeLabel(TextStyle::Muted)),
      m_atLeast(new Chip({}, Tone::Warning)), m_table(new QTableView),
      m_close(makeButton(ButtonStyle::Default))
{
    resize(860, 560);
    m_table->setObjectName(u"impact"_s);
    styleTable(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    for (const auto &[column, width] : {std::pair(ImpactModel::Who, 160),
                                        {ImpactModel::Department, 190},
                                        {ImpactModel::Before, 120},
                                        {ImpactModel::After, 120}})
        m_table->setColumnWidth(column, width);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(ImpactModel::What, QHeaderView::Stretch);
    auto *head = new QHBoxLayout;
    head->addWidget(m_summary);
    head->addWidget(m_atLeast);
    head->addStretch();
    head->addWidget(makeTableButton(m_table));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    m_atLeast->setVisible(atLeast);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus();
}

void ImpactDialog::retranslate()
{
    setWindowTitle(tr("Who gains and who loses"));
    m_title->setText(tr("Who gains and who loses"));
    m_summary->setText(impactText(*m_difference));
    m_atLeast->setText(tr("At least"));
    m_atLeast->setToolTip(tr("You don't see everything that this rests on: more people may gain or lose."));
    m_table->setAccessibleName(tr("Who gains and who loses"));
    m_close->setText(tr("Close"));
    m_model->retranslate();
}

void ImpactDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tenantry::ui

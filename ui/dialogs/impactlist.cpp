// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/impactlist.h"

#include "ui/dialogs/boundchip.h"
#include "ui/dialogs/impactline.h"
#include "ui/dialogs/impactmodel.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ImpactList::ImpactList(QWidget *parent)
    : QWidget(parent), m_model(new ImpactModel(this)), m_summary(makeLabel(TextStyle::Muted)),
      m_bound(new BoundChip), m_table(new QTableView)
{
    m_table->setObjectName(u"impact"_s);
    styleTable(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    setColumnWidths(m_table, {160, 190, 0, 120, 120});
    auto *head = new QHBoxLayout;
    head->addWidget(m_summary);
    head->addWidget(m_bound);
    head->addStretch();
    head->addWidget(makeTableButton(m_table));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
}

void ImpactList::setDifference(std::shared_ptr<const access::Difference> difference, access::Bound bound)
{
    m_difference = std::move(difference);
    m_model->setDifference(m_difference);
    m_bound->setBound(m_difference ? bound : access::Bound::Exact);
    m_summary->setText(m_difference ? impactText(*m_difference) : QString());
    m_table->setCurrentIndex(m_model->index(0, 0));
}

void ImpactList::setMoments(const QString &before, const QString &after)
{
    m_model->setMoments(before, after);
    constexpr int ofMoments = 170;
    for (const int column : {ImpactModel::Before, ImpactModel::After})
        m_table->setColumnWidth(column, std::max(ofMoments, m_table->columnWidth(column)));
}

QString ImpactList::summary() const
{
    return m_summary->text();
}

void ImpactList::retranslate()
{
    m_summary->setText(m_difference ? impactText(*m_difference) : QString());
    m_table->setAccessibleName(tr("Who gains and who loses"));
    m_model->retranslate();
}

} // namespace tenantry::ui

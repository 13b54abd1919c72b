// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/impactdialog.h"

#include "ui/dialogs/impactlist.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

ImpactDialog::ImpactDialog(std::shared_ptr<const access::Difference> difference, access::Bound bound,
                           QWidget *parent)
    : QDialog(parent), m_title(makeLabel(TextStyle::Title)), m_list(new ImpactList),
      m_close(makeButton(ButtonStyle::Default))
{
    resize(860, 560);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    m_list->setDifference(std::move(difference), bound);
    retranslate();
    m_list->table()->setFocus();
}

ImpactModel *ImpactDialog::model() const
{
    return m_list->model();
}

void ImpactDialog::retranslate()
{
    setWindowTitle(tr("Who gains and who loses"));
    m_title->setText(tr("Who gains and who loses"));
    m_close->setText(tr("Close"));
    m_list->retranslate();
}

void ImpactDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tenantry::ui

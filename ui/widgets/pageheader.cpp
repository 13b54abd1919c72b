// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pageheader.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent), m_title(makeLabel(TextStyle::Title)), m_subtitle(new ElidedLabel), m_beside(new QHBoxLayout),
      m_actions(new QHBoxLayout)
{
    m_subtitle->setProperty("textStyle", u"muted"_s);
    m_subtitle->hide();
    m_beside->setSpacing(metrics::grid);
    m_actions->setSpacing(metrics::grid);

    auto *first = new QHBoxLayout;
    first->setSpacing(12);
    first->addWidget(m_title);
    first->addLayout(m_beside);
    first->addStretch();
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addLayout(first);
    texts->addWidget(m_subtitle);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addLayout(texts, 1);
    layout->addLayout(m_actions);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setHidden(subtitle.isEmpty());
}

void PageHeader::addBeside(QWidget *widget)
{
    m_beside->addWidget(widget, 0, Qt::AlignVCenter);
}

void PageHeader::addAction(QWidget *widget)
{
    m_actions->addWidget(widget, 0, Qt::AlignVCenter);
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/detailpane.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

DetailPane::DetailPane(const QString &emptyIconName, QWidget *parent)
    : QFrame(parent), m_stack(new QStackedWidget), m_empty(new EmptyState(emptyIconName)),
      m_title(new ElidedLabel), m_subtitle(new ElidedLabel), m_leading(new QHBoxLayout), m_header(new QHBoxLayout),
      m_scroll(new QScrollArea), m_sections(new QVBoxLayout), m_footer(new QVBoxLayout)
{
    setProperty("panel", u"surface"_s);
    m_title->setProperty("textStyle", u"heading"_s);
    m_subtitle->setProperty("textStyle", u"small"_s);
    m_subtitle->hide();

    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    m_header->setContentsMargins(20, 14, 14, 14);
    m_header->setSpacing(metrics::grid);
    m_header->addLayout(m_leading);
    m_header->addLayout(texts, 1);

    auto *body = new QWidget;
    body->setProperty("transparent", u"true"_s);
    m_sections->setContentsMargins(20, 16, 20, 20);
    m_sections->setSpacing(20);
    m_sections->addStretch();
    body->setLayout(m_sections);
    m_scroll->setWidget(body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);

    auto *full = new QWidget;
    auto *layout = new QVBoxLayout(full);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_header);
    layout->addWidget(makeSeparator());
    layout->addWidget(m_scroll, 1);
    layout->addLayout(m_footer);
    m_footer->setSpacing(0);

    m_stack->addWidget(m_empty);
    m_stack->addWidget(full);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);
    setMinimumWidth(300);
}

void DetailPane::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void DetailPane::setSubtitle(const QString &subtitle)
{
    m_subtitle->setText(subtitle);
    m_subtitle->setHidden(subtitle.isEmpty());
}

void DetailPane::setLeading(QWidget *widget)
{
    m_leading->addWidget(widget, 0, Qt::AlignVCenter);
}

void DetailPane::addHeaderWidget(QWidget *widget)
{
    m_header->addWidget(widget, 0, Qt::AlignVCenter);
}

int DetailPane::addSection(const QString &title, QWidget *content)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    QLabel *heading = makeLabel(TextStyle::SmallStrong, title);
    heading->setHidden(title.isEmpty());
    layout->addWidget(heading);
    layout->addWidget(content);
    m_sections->insertWidget(m_sections->count() - 1, box);
    m_list.append({heading, box});
    return int(m_list.size()) - 1;
}

void DetailPane::setSectionTitle(int section, const QString &title)
{
    m_list[section].title->setText(title);
    m_list[section].title->setHidden(title.isEmpty());
}

void DetailPane::setSectionShown(int section, bool shown)
{
    m_list[section].box->setVisible(shown);
}

void DetailPane::setFooter(QWidget *footer)
{
    m_footer->addWidget(makeSeparator());
    m_footer->addWidget(footer);
}

void DetailPane::setSelected(bool selected)
{
    m_stack->setCurrentIndex(selected ? 1 : 0);
}

void DetailPane::scrollToTop()
{
    m_scroll->verticalScrollBar()->setValue(0);
}

} // namespace tenantry::ui

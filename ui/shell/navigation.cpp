// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/shell/navigationbutton.h"
#include "ui/shell/pageregistry.h"
#include "ui/shell/tenantbutton.h"
#include "ui/widgets/text.h"

#include <QButtonGroup>
#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

Navigation::Navigation(const PageRegistry &pages, QWidget *parent)
    : QWidget(parent), m_pages(pages), m_heading(new TenantButton), m_list(new QVBoxLayout), m_group(new QButtonGroup(this))
{
    setProperty("panel", u"window"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(metrics::navigationWidth);
    m_list->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_heading);
    layout->addLayout(m_list);
    layout->addStretch();

    int section = 0;
    for (const auto &entry : pages.entries()) {
        if (entry->section() != section && m_list->count() > 0) {
            auto *gap = new QWidget;
            gap->setFixedHeight(13);
            auto *line = new QVBoxLayout(gap);
            line->setContentsMargins(8, 6, 8, 6);
            line->addWidget(makeSeparator());
            m_list->addWidget(gap);
        }
        section = entry->section();
        addButton(entry.get());
    }
    refreshSeparators();
}

void Navigation::addButton(PageEntry *page)
{
    auto *button = new NavigationButton(page->iconName());
    button->setTitle(page->title());
    button->setCount(page->count());
    button->setVisible(page->isAvailable());
    m_group->addButton(button);
    m_list->addWidget(button);
    m_buttons.insert(page->id(), button);
    connect(page, &PageEntry::countChanged, button, &NavigationButton::setCount);
    connect(page, &PageEntry::availableChanged, this, [this, button](bool available) {
        button->setVisible(available);
        refreshSeparators();
    });
    connect(button, &QAbstractButton::toggled, this, [this, id = page->id()](bool checked) {
        if (checked)
            Q_EMIT pageChosen(id);
    });
}

void Navigation::refreshSeparators()
{
    // A line only between two visible sections.
    QWidget *pending = nullptr;
    bool any = false;
    for (int i = 0; i < m_list->count(); ++i) {
        QWidget *widget = m_list->itemAt(i)->widget();
        if (!qobject_cast<NavigationButton *>(widget)) {
            widget->hide();
            pending = widget;
        } else if (!widget->isHidden()) {
            if (pending && any)
                pending->show();
            pending = nullptr;
            any = true;
        }
    }
}

void Navigation::setCurrent(const QString &pageId)
{
    if (NavigationButton *button = m_buttons.value(pageId))
        button->setChecked(true);
}

void Navigation::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    setAccessibleName(tr("Pages"));
    for (const auto &page : m_pages.entries())
        m_buttons.value(page->id())->setTitle(page->title());
}

} // namespace tenantry::ui

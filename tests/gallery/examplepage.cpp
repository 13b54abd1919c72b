// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/examplepage.h"

#include <QLocale>
#include <QVBoxLayout>

namespace tenantry::gallery
{

ExamplePage::ExamplePage(const QString &id, const QString &iconName, const QString &english, const QString &chinese,
                         int count, QWidget *content)
    : Page(id, iconName), m_english(english), m_chinese(chinese)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    if (content)
        layout->addWidget(content);
    setCount(count);
}

QString ExamplePage::title() const
{
    return QLocale().language() == QLocale::Chinese ? m_chinese : m_english;
}

bool ExamplePage::showObject(const QString &objectId)
{
    shownObject = objectId;
    return true;
}

void ExamplePage::activated()
{
    ++activations;
    Page::activated();
}

void ExamplePage::retranslate() {}

} // namespace tenantry::gallery

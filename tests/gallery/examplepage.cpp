// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/examplepage.h"

#include <QLocale>
#include <QVBoxLayout>

namespace tenantry::gallery
{

ExamplePage::ExamplePage(const QString &id, const QString &iconName, const QString &english, const QString &chinese,
                         int count, QWidget *content)
    : Page({id, iconName, [english, chinese] { return QLocale().language() == QLocale::Chinese ? chinese : english; }})
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    if (content)
        layout->addWidget(content);
    setCount(count);
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

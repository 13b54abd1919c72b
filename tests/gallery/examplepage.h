// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

namespace tenantry::gallery
{

/// A page for pictures and tests of the shell: a title in both languages, one search field, one action.
class ExamplePage final : public ui::Page
{
    Q_OBJECT
public:
    ExamplePage(const QString &id, const QString &iconName, const QString &english, const QString &chinese,
                int count = 0, QWidget *content = nullptr);
    bool showObject(const QString &objectId) override;

    using ui::Page::setCount;
    QString shownObject;
    int activations = 0;

    void activated() override;

protected:
    void retranslate() override;
};

} // namespace tenantry::gallery

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tenantry::ui::help
{

struct Topic {
    QString id; ///< "approvals": a page's topic has the page's ID
    QString title;
    QString text; ///< Markdown, the title included; links to other topics are `topic:ID`
};

/// The help in one language ("en", "zh_CN"), in the order of its table of contents; compiled in (resources/help). Every
/// language has the same topics.
[[nodiscard]] QList<Topic> book(const QString &language);

} // namespace tenantry::ui::help

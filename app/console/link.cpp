// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link.h"

#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

std::optional<Link> parseLink(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.scheme() != u"tenantry")
        return std::nullopt;
    // Mail programs write tenantry:activate as well as tenantry://activate.
    QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    if (!url.host().isEmpty())
        parts.prepend(url.host());
    if (parts.isEmpty())
        return std::nullopt;
    Link link{parts.takeFirst().toLower(), {}, {}, QUrlQuery(url).queryItemValue(u"token"_s, QUrl::FullyDecoded)};
    if (link.act == u"page") {
        if (parts.isEmpty())
            return std::nullopt;
        link.page = parts.takeFirst();
        link.object = parts.value(0);
    }
    return link;
}

} // namespace tenantry::console

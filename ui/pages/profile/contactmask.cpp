// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profile/contactmask.h"

#include <algorithm>

namespace tenantry::ui::profile {

using namespace Qt::StringLiterals;

QString maskedEmail(const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    if (at < 0)
        return QString(email.size(), u'*');
    // As many stars for everybody: the length would tell something.
    return (at > 1 ? email.left(1) : QString()) + u"*****"_s + email.mid(at);
}

QString maskedPhone(const QString &phone)
{
    const auto digits = std::ranges::count_if(phone, [](QChar c) { return c.isDigit(); });
    auto hidden = digits - (digits > 7 ? 4 : 1);
    QString masked = phone;
    for (QChar &c : masked)
        if (c.isDigit() && hidden-- > 0)
            c = u'*';
    return masked;
}

} // namespace tenantry::ui::profile

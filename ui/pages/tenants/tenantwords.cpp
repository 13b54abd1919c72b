// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tenants/tenantwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::tenants {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::TenantWords)
};

QString benefitText(const QString &key)
{
    if (key == u"members")
        return Words::tr("Members");
    if (key == u"outsiders")
        return Words::tr("Non-enterprise members");
    if (key == u"spaces")
        return Words::tr("Spaces");
    if (key == u"tokens")
        return Words::tr("Tokens");
    return key == u"data_gib" ? Words::tr("Data (GiB)") : key;
}

QString amountText(const QJsonValue &amount)
{
    return amount.isDouble() ? QLocale().toString(amount.toInteger()) : Words::tr("unlimited");
}

} // namespace

QString stateText(TenantState state)
{
    switch (state) {
    case TenantState::Active:
        return Words::tr("Active");
    case TenantState::Closing:
        return Words::tr("Closing");
    case TenantState::Frozen:
        return Words::tr("Frozen");
    case TenantState::Deleted:
        return Words::tr("Deleted");
    }
    return {};
}

QString planName(const PlanRow &plan)
{
    return QLocale().language() == QLocale::Chinese ? plan.nameZh : plan.nameEn;
}

QStringList benefitLines(const QJsonObject &before, const QJsonObject &after)
{
    QStringList lines;
    for (auto it = after.begin(); it != after.end(); ++it)
        if (before.value(it.key()) != *it)
            lines += Words::tr("%1: %2 → %3")
                         .arg(benefitText(it.key()), amountText(before.value(it.key())), amountText(*it));
    return lines;
}

} // namespace tenantry::ui::tenants

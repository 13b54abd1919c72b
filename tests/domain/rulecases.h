// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The one table of cases that both readers of rules.json must answer alike: rule_cases.json.
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QList>
#include <QString>

struct RuleCase {
    QString object, field, value;
    QString code; ///< empty: nothing is wrong
    QJsonObject parameters;
    bool cppOnly = false; ///< can't be said in PostgreSQL's jsonb
};

inline QList<RuleCase> ruleCases()
{
    QFile file(QStringLiteral(":/rule_cases.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<RuleCase> cases;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject json = value.toObject();
        const QStringList rule = json.value(QLatin1String("rule")).toString().split(QLatin1Char('.'));
        cases.append({rule.first(), rule.last(), json.value(QLatin1String("value")).toString(),
                      json.value(QLatin1String("code")).toString(), json.value(QLatin1String("parameters")).toObject(),
                      json.value(QLatin1String("cpp_only")).toBool()});
    }
    return cases;
}

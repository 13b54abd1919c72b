// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads rules.json into a RuleSet; used by rules.cpp only.
#pragma once

#include "core/domain/rules.h"

#include <QJsonObject>

namespace tenantry
{

class RuleReader final
{
public:
    [[nodiscard]] Result<RuleSet> read(const QJsonObject &table);

private:
    [[nodiscard]] bool addRanges(const QString &className, std::vector<CharacterRange> &ranges, int depth = 0) const;
    [[nodiscard]] std::optional<CharacterClass> characterClass(const QString &name) const;
    [[nodiscard]] std::optional<RuleSet::Rule> rule(const QJsonObject &declared) const;

    QJsonObject m_classes;
};

} // namespace tenantry

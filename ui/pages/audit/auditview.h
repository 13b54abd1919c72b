// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/audit/auditmodel.h"
#include "ui/widgets/detailpane.h"

namespace tenantry::ui {

class KeyValueList;

namespace audit {

/// One entry in full: who, when, from where, why, and what was before and after, in names.
class AuditView final : public DetailPane
{
    Q_OBJECT
public:
    explicit AuditView(QWidget *parent = nullptr);
    /// Null: none is selected.
    void show(const AuditEntry *entry, const QJsonObject &names);
    void retranslate();
    using DetailPane::show;

private:
    void showChange(const AuditEntry &entry, const QJsonObject &names);

    KeyValueList *m_facts;
    KeyValueList *m_change;
    int m_changeSection;
};

} // namespace audit
} // namespace tenantry::ui

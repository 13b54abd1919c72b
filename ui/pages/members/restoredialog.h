// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QCheckBox;

namespace tenantry::ui::members {

struct RemovedRow;

/// Brings a removed member back with all that they had (ORG-7). What is gone by now the server names: then
/// they can come back without it.
class RestoreDialog final : public CommandDialog
{
    Q_OBJECT
public:
    RestoreDialog(Session &session, TenantId tenant, const RemovedRow &removed, QWidget *window = nullptr);
    [[nodiscard]] QCheckBox *partly() const { return m_partly; }

protected:
    void check() override {}
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    const TenantId m_tenant;
    const QUuid m_removal;
    const UserId m_user;
    const QString m_name;
    QCheckBox *m_partly;
};

} // namespace tenantry::ui::members

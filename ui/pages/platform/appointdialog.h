// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"
#include "ui/pages/applications/foundpicker.h"

namespace tenantry::ui::platform {

/// Makes somebody of the default system tenant a system administrator (ROL-4).
class AppointDialog final : public CommandDialog
{
    Q_OBJECT
public:
    explicit AppointDialog(Session &session, QWidget *window = nullptr);
    [[nodiscard]] applications::FoundPicker *person() const { return m_person; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    applications::FoundPicker *m_person;
};

/// Takes it from somebody.
class DismissDialog final : public CommandDialog
{
    Q_OBJECT
public:
    DismissDialog(Session &session, UserId user, const QString &name, QWidget *window = nullptr);

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    const UserId m_user;
    const QString m_name;
};

} // namespace tenantry::ui::platform

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace tenantry::ui::platform {

/// What holds for every tenant, set by a system administrator; each setting stands for itself (INB-6).
class PlatformSettingsDialog final : public CommandDialog
{
    Q_OBJECT
public:
    PlatformSettingsDialog(Session &session, QWidget *window);

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    void addNumber(const QString &key);
    void addSwitch(const QString &key);
    void fill();
    [[nodiscard]] QStringList domains() const;
    [[nodiscard]] QJsonObject values() const;

    const directory::SnapshotPtr m_seen; ///< what the fields were filled from
    QHash<QString, QSpinBox *> m_numbers;
    QHash<QString, QCheckBox *> m_switches;
    QLineEdit *m_domains;
    QLineEdit *m_endpoint;
    QPlainTextEdit *m_contacts;
};

} // namespace tenantry::ui::platform

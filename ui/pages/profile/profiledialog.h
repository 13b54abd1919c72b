// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/accountcommands.h"
#include "ui/dialogs/commanddialog.h"

class QComboBox;

namespace tenantry::ui {

class AvatarPicker;

/// What a person changes of their own profile (ACC-7). The e-mail isn't among it: it is what they are known
/// by.
class ProfileDialog final : public CommandDialog
{
    Q_OBJECT
public:
    /// `language`: of their mail, as the server says; nothing: it wasn't reached, so that stays as it is.
    ProfileDialog(Session &session, const std::optional<QString> &language, QWidget *window = nullptr);

    [[nodiscard]] AvatarPicker *picture() const { return m_picture; }
    [[nodiscard]] QComboBox *language() const { return m_language; }

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;

private:
    struct Line
    {
        QString field;
        QString seen;
        QLineEdit *edit;
    };
    void addLines();
    [[nodiscard]] QString typed(const QString &field) const;
    [[nodiscard]] directory::UserView user() const;
    [[nodiscard]] ProfileChange change() const;

    const directory::SnapshotPtr m_seen;
    const std::optional<QString> m_seenLanguage;
    AvatarPicker *m_picture;
    QList<Line> m_lines;
    QComboBox *m_language;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/text.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace tenantry::ui
{

/// Asks before something is done that can't be undone by itself, and names what is lost. Use open(), never
/// exec(): accepted() says yes.
class ConfirmDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit ConfirmDialog(QWidget *parent = nullptr);
    /// `title` is the question ("Delete 质效技术部?"), `sentence` what follows from it.
    void setTexts(const QString &title, const QString &sentence);
    /// What is lost or changed, one line each; scrolls when long.
    void setDetails(const QStringList &details);
    /// `text` is the act ("Delete"), never "OK".
    void setConfirm(const QString &text, ButtonStyle style = ButtonStyle::Danger);
    /// The button stays disabled until exactly this was typed.
    void requireTyping(const QString &name);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void checkTyped();

    QLabel *m_title;
    QLabel *m_sentence;
    QListWidget *m_details;
    QLabel *m_typingLabel;
    QLineEdit *m_typing;
    QPushButton *m_confirm;
    QPushButton *m_cancel;
    QString m_wanted;
};

} // namespace tenantry::ui

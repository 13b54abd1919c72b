// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/applicationcommands.h"
#include "ui/dialogs/commanddialog.h"

class QPlainTextEdit;

namespace tenantry::ui::applications {

/// What the forms of all kinds share: the reason, and what a rejected application that is taken up again said
/// and was answered (INB-9).
class ApplicationForm : public CommandDialog
{
    Q_OBJECT
public:
    [[nodiscard]] QPlainTextEdit *reason() const { return m_reason; }

protected:
    /// `previous`: the rejected application that is taken up again; null: none.
    ApplicationForm(Session &session, const ApplicationRow *previous, QWidget *window);
    /// After the fields of the kind.
    void addReason(const QString &ruleObject = QStringLiteral("application"));
    void retranslateReason();
    void checkReason();
    [[nodiscard]] ApplicationBasics basics() const;
    [[nodiscard]] QString reasonText() const;
    /// Of the application that is taken up again; empty where there is none.
    [[nodiscard]] QString previousText(QLatin1String field) const;
    [[nodiscard]] const std::optional<ApplicationRow> &previous() const { return m_previous; }
    /// With what lists say that it is about.
    [[nodiscard]] static Command about(Command command, const QString &title);

private:
    const std::optional<ApplicationRow> m_previous;
    const ApplicationId m_id; ///< one for all attempts: a repeat is the same application
    QString m_ruleObject;
    Banner *m_rejection;
    QPlainTextEdit *m_reason;
};

} // namespace tenantry::ui::applications

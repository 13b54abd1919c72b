// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/organizations/pickers.h"
#include "ui/widgets/formfield.h"

#include <QDialog>

class QPlainTextEdit;
class QPushButton;

namespace tenantry::ui
{

class Banner;
class CommandFollower;

/// Makes a department or edits one (ORG-1). Keeps what was typed until the server took it, and puts each refusal at its
/// field (ERR-2, ERR-3); without a connection the command waits in the queue and the form closes.
class OrganizationForm final : public QDialog
{
    Q_OBJECT
public:
    /// A new one below `parent`.
    [[nodiscard]] static OrganizationForm *forNew(Session &session, OrganizationId parent, QWidget *window);
    [[nodiscard]] static OrganizationForm *forEdit(Session &session, OrganizationId id, QWidget *window);

    [[nodiscard]] Form *form() const { return m_form; }
    void save();

Q_SIGNALS:
    /// The server took it, or it waits in the queue.
    void saved(const tenantry::Command &command);

protected:
    void changeEvent(QEvent *event) override;

private:
    OrganizationForm(Session &session, TenantId tenant, OrganizationId edited, OrganizationId parent, QWidget *window);
    void retranslate();
    void showHint(const QString &name);
    [[nodiscard]] bool check();
    void showErrors(const QList<Error> &errors);

    Session &m_session;
    const OrganizationId m_edited; ///< null: a new one
    const directory::SnapshotPtr m_seen; ///< what the fields were filled from
    CommandFollower *m_follower;
    Form *m_form;
    Banner *m_banner;
    QLineEdit *m_name;
    QLineEdit *m_code;
    QPlainTextEdit *m_description;
    OrganizationPicker *m_parent; ///< of a new one
    PersonPicker *m_leader;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace tenantry::ui

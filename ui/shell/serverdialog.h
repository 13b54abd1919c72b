// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/serverprofile.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tenantry::ui
{

class Form;

/// A server to sign in to: where it is, how the way there is protected (SEC-2), and as whom. Use open(); saveRequested()
/// comes with a profile whose fields obey the rules, and the caller accepts or says at which field it can't be (ERR-2).
class ServerDialog final : public QDialog
{
    Q_OBJECT
public:
    /// A new one, or one to edit. `taken`: the names of the others.
    ServerDialog(server::ServerProfile profile, QStringList taken, QWidget *parent = nullptr);
    void setError(const QString &field, const QString &message);

Q_SIGNALS:
    void saveRequested(const tenantry::server::ServerProfile &profile);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeFileRow();
    void addFields();
    void fill();
    [[nodiscard]] server::ServerProfile entered() const;
    void refreshProtection();
    void save();
    void retranslate();

    const server::ServerProfile m_profile;
    const QStringList m_taken;
    QLabel *m_title;
    Form *m_form;
    QLineEdit *m_name;
    QLineEdit *m_host;
    QLineEdit *m_port;
    QLineEdit *m_database;
    QLineEdit *m_role;
    QLineEdit *m_accounts;
    QComboBox *m_transport;
    QLineEdit *m_authority;
    QPushButton *m_browse;
    QCheckBox *m_unverified;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace tenantry::ui

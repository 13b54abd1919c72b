// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellviews.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace tenantry::ui
{

class Banner;
class Form;
class Language;
class Theme;

/// Where one starts: a server, then e-mail and password, or in the demo a persona. Shows what the caller
/// says about the attempt; decides nothing itself.
class SignInWindow final : public QWidget
{
    Q_OBJECT
public:
    SignInWindow(Theme &theme, Language &language, QWidget *parent = nullptr);

    /// At least one. Chooses `current`, or the first.
    void setProfiles(const QList<ServerProfileView> &profiles, const QString &current = {});
    [[nodiscard]] QString currentProfile() const;
    /// For the demo profile; empty until the demo is ready (its place shows what is being prepared).
    void setPersonas(const QList<PersonaView> &personas);

    void showReady();
    /// An attempt, or the demo, is under way: what is being done, in a sentence.
    void showBusy(const QString &sentence);
    void showError(const QString &message);
    /// Said beside whatever is there: something is done.
    void showNotice(const QString &message);
    /// The server can't be reached, but there is a local copy to unlock.
    void showOffline(const QString &message, const QDateTime &lastSync);

Q_SIGNALS:
    void profileChanged(const QString &profileId);
    void addServerRequested();
    void editServerRequested(const QString &profileId);
    void removeServerRequested(const QString &profileId);
    void signInRequested(const QString &profileId, const QString &email, const QString &password, bool remember);
    void personaChosen(const QString &personaId);
    void unlockRequested(const QString &profileId, const QString &email, const QString &password);
    void cancelRequested();
    void registrationRequested(const QString &profileId);
    void activationRequested(const QString &profileId);
    void resetRequested(const QString &profileId);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeServerRow();
    QWidget *makeAccount();
    QWidget *makeAccountActs();
    QWidget *makeProgress();
    QWidget *makeFooter(Theme &theme, Language &language);
    void refreshProfile();
    void refreshServerTexts();
    void rebuildPersonas();
    [[nodiscard]] const ServerProfileView *current() const;
    void signIn();
    void setBusy(bool busy);
    void retranslate();

    QList<ServerProfileView> m_profiles;
    QList<PersonaView> m_personas;
    QDateTime m_offlineCopy;
    bool m_busy = false;

    QLabel *m_title;
    QLabel *m_subtitle;
    Banner *m_banner;
    Form *m_form;
    Form *m_fields;
    QComboBox *m_profile;
    QToolButton *m_add;
    QToolButton *m_edit;
    QToolButton *m_remove;
    QLineEdit *m_email;
    QLineEdit *m_password;
    QCheckBox *m_remember;
    QPushButton *m_signIn;
    QPushButton *m_register;
    QPushButton *m_activate;
    QPushButton *m_forgotten;
    QWidget *m_account;
    QWidget *m_personaBox;
    QLabel *m_personaTitle;
    QVBoxLayout *m_personaList;
    QLabel *m_progressText;
    QPushButton *m_cancel;
    QWidget *m_progress;
    QPushButton *m_languageButton;
    QPushButton *m_themeButton;
};

} // namespace tenantry::ui

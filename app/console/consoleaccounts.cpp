// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people do at the sign-in window before they can sign in: make an account, activate it, set another
// password; and signing in by e-mail.
#include "app/console/console.h"

#include "core/accounts/accountflows.h"
#include "ui/accounts/registrationdialog.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::console {

namespace {

accounts::AccountsServer accountsOf(const server::ServerProfile &profile)
{
    accounts::AccountsServer server;
    server.url = QUrl(profile.accounts, QUrl::StrictMode);
    server.authorities = profile.options.value(u"sslrootcert"_s);
    server.allowUnverified = profile.allowUnverified;
    return server;
}

/// What it says becomes a role and part of a folder's name.
QString checkedName(const accounts::Answer &answer)
{
    static const QRegularExpression name(u"^u_[a-z2-7]{32}$"_s);
    const QString given = answer ? answer->value("name"_L1).toString() : QString();
    return name.match(given).hasMatch() ? given : QString();
}

} // namespace

void Console::connectAccounts()
{
    connect(&m_signIn, &ui::SignInWindow::registrationRequested, this, [this](const QString &profileId) {
        const auto profile = m_profiles.find(profileId);
        if (!profile)
            return;
        auto *dialog = new ui::RegistrationDialog(accountsOf(*profile), &m_signIn);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(&m_signIn, &ui::SignInWindow::activationRequested, this,
            [this](const QString &profileId) { openCode(ui::CodeDialog::Purpose::Activate, {}, profileId); });
    connect(&m_signIn, &ui::SignInWindow::resetRequested, this,
            [this](const QString &profileId) { openCode(ui::CodeDialog::Purpose::Reset, {}, profileId); });
}

void Console::openCode(ui::CodeDialog::Purpose purpose, const QString &code, const QString &profileId)
{
    const auto profile = m_profiles.find(profileId);
    if (!profile || profile->accounts.isEmpty())
        return fail({ErrorClass::Data, u"accounts.address"_s, {}, {}});
    QWidget *window = m_seat ? static_cast<QWidget *>(&m_seat->workspace->window()) : &m_signIn;
    auto *dialog = new ui::CodeDialog(purpose, code, accountsOf(*profile), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

// A mail doesn't say which of the servers sent it: the one that is chosen, else the first that has accounts.
QString Console::profileWithAccounts() const
{
    const QString chosen = m_signIn.currentProfile();
    QString found;
    for (const ui::ServerProfileView &view : m_profiles.views())
        if (view.hasAccounts && (found.isEmpty() || view.id == chosen))
            found = view.id;
    return found;
}

void Console::signInByEmail(const QString &profileId, const QString &email, const QString &password,
                            bool remember)
{
    const auto profile = m_profiles.find(profileId);
    if (!profile || profile->accounts.isEmpty() || !email.contains(u'@'))
        return signInToServer(profileId, email, password, remember);
    giveUp();
    m_signIn.showBusy(tr("Signing in…"));
    m_accounts = std::make_unique<accounts::AccountsClient>(accountsOf(*profile));
    accounts::signInName(*m_accounts, email, [=, this](const accounts::Answer &answer) {
        QString name = checkedName(answer);
        if (!name.isEmpty())
            m_profiles.keepName(profileId, email, name);
        else if (!answer && answer.error().first().errorClass == ErrorClass::Network)
            name = m_profiles.nameOf(profileId, email); // offline, with a local copy
        if (!name.isEmpty())
            return signInToServer(profileId, name, password, remember);
        fail(answer ? Error{ErrorClass::Data, u"accounts.answer"_s, {}, {}} : answer.error().first());
    });
}

} // namespace tenantry::console

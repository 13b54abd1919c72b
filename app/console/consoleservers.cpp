// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The servers that the sign-in window offers: add, change, remove.
#include "app/console/console.h"

#include "core/domain/messages.h"
#include "ui/widgets/confirmdialog.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

void Console::showServers(const QString &current)
{
    m_signIn.setProfiles(m_profiles.views(), current);
}

// Whoever signed in here once has one, until it is removed.
bool Console::hasCopies(const QString &profileId) const
{
    return !m_profiles.accounts(profileId).isEmpty();
}

void Console::editServer(const QString &profileId)
{
    const auto known = profileId.isEmpty() ? std::nullopt : m_profiles.find(profileId);
    server::ServerProfile profile;
    profile.transport = server::Transport::Verified;
    QStringList taken;
    for (const ui::ServerProfileView &view : m_profiles.views())
        if (view.id != profileId)
            taken.append(view.name);
    auto *dialog = new ui::ServerDialog(known.value_or(profile), taken, &m_signIn);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ui::ServerDialog::saveRequested, this, [this, profileId, dialog](const server::ServerProfile &entered) {
        keepServer(profileId, entered, *dialog);
    });
    dialog->open();
}

void Console::keepServer(const QString &profileId, const server::ServerProfile &profile, ui::ServerDialog &dialog)
{
    const auto before = m_profiles.find(profileId);
    if (before && !Profiles::isSameServer(*before, profile) && hasCopies(profileId))
        return dialog.setError(u"host"_s, sentence({ErrorClass::Business, u"profile.has_copy"_s, {}, {}}));
    const QString kept = m_profiles.keep(profile, profileId);
    dialog.accept();
    showServers(kept);
    chooseProfile(kept);
}

void Console::askRemoveServer(const QString &profileId)
{
    const auto profile = m_profiles.find(profileId);
    if (!profile)
        return;
    auto *dialog = new ui::ConfirmDialog(&m_signIn);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTexts(tr("Remove %1 from the list?").arg(profile->name),
                     hasCopies(profileId) ? tr("What lies on this machine of it goes too: the local copy, its keys, the remembered password, and changes "
                                               "that were not sent yet. The server keeps everything that it has.")
                                          : tr("Nothing of it lies on this machine. The server keeps everything that it has."));
    dialog->setDetails(m_profiles.accounts(profileId));
    dialog->setConfirm(tr("Remove"));
    connect(dialog, &QDialog::accepted, this, [this, profileId] { removeServer(profileId); });
    dialog->open();
}

// One account after the other, each under its lock; the list forgets the server when nothing is left to be removed.
void Console::removeServer(const QString &profileId)
{
    giveUp();
    const QStringList accounts = m_profiles.accounts(profileId);
    if (accounts.isEmpty()) {
        m_profiles.remove(profileId);
        showServers(Profiles::demoId);
        return chooseProfile(Profiles::demoId);
    }
    const QString role = accounts.constFirst();
    m_trying = takeSeat(profileId, role, [this, profileId] { removeServer(profileId); });
    if (!m_trying)
        return;
    m_signIn.showBusy(tr("Removing the local copy…"));
    const QString folder = Profiles::folderFor(profileId, role);
    m_trying->gate = gateFor(profileId, role, folder);
    m_trying->gate->wipe([this, profileId, role, folder](const Result<void> &wiped) {
        m_aside.run<bool>(this, [folder] { return QDir(folder).removeRecursively(); }, [=, this](const bool &removed) {
            m_signIn.showReady();
            m_profiles.forgetAccount(profileId, role);
            const Result<void> left = failure(ErrorClass::System, u"wipe.files_left"_s, {{u"folder"_s, folder}});
            removeServer(profileId);
            if (!wiped || !removed)
                fail(removed ? wiped.error() : left.error());
        });
    });
}

} // namespace tenantry::console

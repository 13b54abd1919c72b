// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/schema/commandworld.h"
#include "tests/sync/faultywire.h"
#include "ui/session/enginesession.h"
#include "ui/widgets/confirmdialog.h"

#include <QApplication>
#include <QTemporaryDir>

namespace tenantry::test {

using namespace Qt::StringLiterals;

inline constexpr int patience = 60'000; // a loaded machine

/// Somebody's console as the windows see it: real session, real engine, real server, and a wire that can be
/// cut.
struct Desk
{
    QTemporaryDir folder;
    std::shared_ptr<Faults> faults = std::make_shared<Faults>();
    std::shared_ptr<std::atomic<bool>> isCut = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<ui::EngineSession> session;

    Desk(const TestCluster &cluster, const Person &person)
    {
        sync::EngineOptions options;
        options.folder = folder.path();
        options.serverName = u"test"_s;
        options.connection.profile = cluster.profileFor(person.role);
        options.connection.password = CommandWorld::password;
        options.keys = std::make_shared<FileKeySource>(folder.path());
        options.timing.active = options.timing.background = std::chrono::milliseconds(40);
        options.timing.longestBackOff = std::chrono::milliseconds(120);
        options.random = [] { return 0.5; };
        // Once cut it stays so until it is mended.
        faults->onFailure = [faults = faults.get(), isCut = isCut] {
            if (*isCut)
                faults->countdown = 0;
        };
        options.connect = faultyConnect(faults);
        session = std::make_unique<ui::EngineSession>(options, CommandWorld::userId(person));
        session->start();
    }
    void cut()
    {
        *isCut = true;
        faults->countdown = 0;
        session->syncNow();
    }
    void mend()
    {
        *isCut = false;
        faults->countdown = -1;
        session->syncNow();
    }
    [[nodiscard]] QueuedCommand last() const
    {
        return session->commands().isEmpty() ? QueuedCommand() : session->commands().constLast();
    }
    [[nodiscard]] QString outcome() const
    {
        QStringList codes;
        for (const Error &error : last().errors)
            codes.append(error.code);
        return QString::number(int(last().state)) + u' ' + codes.join(u',');
    }
};

inline void confirm()
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (auto *dialog = qobject_cast<ui::ConfirmDialog *>(widget); dialog && dialog->isVisible())
            dialog->accept();
}

} // namespace tenantry::test

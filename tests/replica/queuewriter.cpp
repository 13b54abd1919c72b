// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Adds commands to the queue of the folder given until it is killed; prints the ID of each once it is on
// disk.
#include "core/base/clock.h"
#include "core/replica/queue.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace tenantry;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QString folder = QCoreApplication::arguments().value(1);
    QFile keyFile(folder + u"/key"_s);
    if (!keyFile.open(QIODevice::ReadOnly))
        return 1;
    auto queue = Queue::open(folder, SecretBytes::copyOf(keyFile.readAll()));
    if (!queue)
        return 2;
    for (;;) {
        const Instant now = SystemClock().now();
        QueuedCommand queued;
        queued.command = applicationWithdraw(ApplicationId::make(now));
        queued.command.id = CommandId::make(now);
        queued.command.context.decidedAt = queued.decidedAt = now;
        if (!(*queue)->add(queued))
            return 3;
        std::puts(qPrintable(queued.id().toString()));
        std::fflush(stdout);
    }
}

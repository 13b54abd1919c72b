// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QObject>

namespace tenantry::console
{

/// One console for each person and place of data (APP-6): a second start hands over what it was started with and ends.
/// Speaks over a socket that only the person can reach.
class SingleInstance final : public QObject
{
    Q_OBJECT
public:
    /// `place`: tells consoles apart that may run side by side (the folder of the demo).
    explicit SingleInstance(const QString &place, QObject *parent = nullptr);

    /// True: another console runs and took the link (empty: none), this one has nothing to do. Waits for it, at most a
    /// second; to be called before there is a window.
    [[nodiscard]] bool handOver(const QString &link) const;
    /// From now on this is the one. Without effect where the socket can't be made: then there may be several.
    void listen();

Q_SIGNALS:
    /// Another start wanted the window, at this link if it isn't empty.
    void raised(const QString &link);

private:
    void take();

    const QString m_path;
    QLocalServer m_server;
};

} // namespace tenantry::console

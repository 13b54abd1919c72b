// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/accessbasis.h"
#include "ui/models/newestwork.h"
#include "ui/session/session.h"

#include <QTimer>

#include <optional>

namespace tenantry::ui {

/// Asks the server on whom answers about a space or resource rest, for whoever manages it without seeing
/// everybody (PRM-4, PRM-7), and lays what came over the session's snapshot. Asks again when that changes.
/// Without a connection, while it waits, and where the server refuses, there is nothing: then what is seen is
/// all there is.
class BasisReader final : public QObject
{
    Q_OBJECT
public:
    explicit BasisReader(Session &session, QObject *parent = nullptr);

    /// Nothing: no answer is wanted any more.
    void want(const std::optional<access::BasisQuestion> &question);

    /// Null: there is no answer of what is wanted.
    [[nodiscard]] directory::SnapshotPtr snapshot() const { return m_found ? m_found->snapshot : nullptr; }
    [[nodiscard]] directory::SearchIndexPtr searchIndex() const { return m_found ? m_found->index : nullptr; }
    [[nodiscard]] std::optional<access::Completed> completed() const
    {
        return m_found ? std::optional(m_found->completed) : std::nullopt;
    }
    /// When the answer was given.
    [[nodiscard]] std::optional<Instant> at() const
    {
        return m_found ? std::optional(m_found->at) : std::nullopt;
    }

Q_SIGNALS:
    void changed();

private:
    struct Found
    {
        Instant at;
        access::Completed completed;
        directory::SnapshotPtr snapshot;
        directory::SearchIndexPtr index;
    };

    void follow();
    void ask();
    void lay(const QJsonValue &answer);
    void take(const std::optional<Found> &found);
    void drop();
    [[nodiscard]] static std::optional<Found> find(const QJsonValue &answer,
                                                   const directory::SnapshotPtr &snapshot,
                                                   const directory::SearchIndexPtr &index,
                                                   const std::stop_token &stop);

    Session &m_session;
    std::optional<access::BasisQuestion> m_wanted;
    quint64 m_asked = 0; ///< counts questions: only the newest one's answer is taken
    QTimer m_pause;
    NewestWork m_task;
    std::optional<Found> m_found;
    directory::SnapshotPtr m_laidOver; ///< of the session, when the answer came
    bool m_online;
};

} // namespace tenantry::ui

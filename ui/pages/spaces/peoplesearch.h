// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/newestwork.h"
#include "ui/pages/spaces/memberplace.h"

#include <QHash>
#include <QPointer>

#include <optional>
#include <vector>

namespace tenantry::ui::spaces {

/// Somebody who can be added to a place.
struct PersonHit
{
    UserId id;
    QString name, mis, phone, email, avatar;
    bool staff = false;
    bool outsider = false;     ///< of another tenant than the place's
    Role already = Role::None; ///< in the place itself
    friend bool operator==(const PersonHit &, const PersonHit &) = default;
};

/// Finds people to be added to a place (MEM-3, MEM-9): at once those whom the actor's own copy knows, by
/// pinyin too, and from two characters on all registered users as the server answers. Without a query: the
/// first people of the tenant.
class PeopleSearch final : public QObject
{
    Q_OBJECT
public:
    enum class Server {
        NotAsked, ///< the query is too short
        Asking,
        Answered,
        Offline,
        Refused,
    };

    PeopleSearch(Session &session, const MemberPlace &place, QObject *parent = nullptr);

    void search(const QString &query);
    [[nodiscard]] const QString &query() const { return m_query; }
    /// Nothing where the actor's own copy doesn't hold them.
    [[nodiscard]] std::optional<PersonHit> known(UserId id) const;
    [[nodiscard]] const std::vector<PersonHit> &hits() const { return m_hits; }
    [[nodiscard]] bool hasMore() const { return m_localMore || m_serverMore; }
    [[nodiscard]] Server server() const { return m_server; }
    [[nodiscard]] const QString &refusal() const { return m_refusal; } ///< a sentence, of Refused
    /// The own copy can be searched, or nothing is asked of it.
    [[nodiscard]] bool canSearch() const;
    [[nodiscard]] bool isBusy() const { return m_work.isBusy() || m_server == Server::Asking; }

    static constexpr qsizetype mostHits = 50;
    static constexpr qsizetype leastLetters = 2; ///< of a question to the server

Q_SIGNALS:
    /// Other hits, or another state of the server's answer.
    void changed();

private:
    void searchHere();
    void firstOfTenant();
    void askServer();
    void takeAnswer(const Result<QJsonValue> &answer);
    [[nodiscard]] PersonHit hitOf(const directory::Snapshot &snapshot, directory::UserIndex user) const;
    [[nodiscard]] PersonHit hitOf(const QJsonObject &person) const;
    void merge();

    Session &m_session;
    TenantId m_tenant; ///< of the place
    QHash<QUuid, Role> m_members;
    QString m_query;
    std::vector<PersonHit> m_local, m_fromServer, m_hits;
    bool m_localMore = false, m_serverMore = false;
    Server m_server = Server::NotAsked;
    QString m_refusal;
    QPointer<QObject> m_question; ///< the answer is wanted while it lives
    NewestWork m_work;
};

} // namespace tenantry::ui::spaces

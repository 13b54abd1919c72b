// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/peoplesearch.h"

#include "core/domain/messages.h"
#include "ui/pages/spaces/memberrow.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

PeopleSearch::PeopleSearch(Session &session, const MemberPlace &place, QObject *parent)
    : QObject(parent), m_session(session), m_members(memberRoles(MemberSource(session), place))
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    if (const auto index = snapshot->findSpace(place.space); index.isValid())
        m_tenant = snapshot->tenantId(snapshot->space(index).tenant());
    connect(&session, &Session::searchIndexChanged, this, &PeopleSearch::searchHere);
    connect(&session, &Session::stateChanged, this, [this] {
        if ((m_server == Server::Offline) == m_session.state().online)
            askServer();
    });
}

bool PeopleSearch::canSearch() const
{
    return m_query.isEmpty() || m_session.searchIndex();
}

void PeopleSearch::search(const QString &query)
{
    m_query = query;
    m_fromServer.clear();
    m_serverMore = false;
    searchHere();
    askServer();
}

void PeopleSearch::searchHere()
{
    if (m_query.isEmpty()) {
        m_work.cancel();
        firstOfTenant();
        return;
    }
    const directory::SearchIndexPtr index = m_session.searchIndex();
    if (!index)
        return;
    m_work.run([this, index, query = m_query](const std::stop_token &stop) -> std::function<void()> {
        const auto found = index->find(query, {directory::SearchKind::User, mostHits}, stop);
        return [this, index, found] {
            const directory::SnapshotPtr snapshot = m_session.snapshot();
            m_local.clear();
            m_localMore = found.more;
            // The index may be of the snapshot before: people are the same by their IDs.
            for (const directory::SearchHit &hit : found.hits) {
                const auto user = snapshot->findUser(index->snapshot()->user(hit.user()).id());
                if (user.isValid() && snapshot->user(user).isKnown() &&
                    snapshot->user(user).status() == UserStatus::Active)
                    m_local.push_back(hitOf(*snapshot, user));
            }
            merge();
        };
    });
}

void PeopleSearch::firstOfTenant()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    m_local.clear();
    m_localMore = false;
    const directory::TenantIndex tenant = snapshot->findTenant(m_tenant);
    for (const directory::UserIndex user :
         tenant.isValid() ? snapshot->usersOf(tenant) : std::vector<directory::UserIndex>()) {
        if (m_members.contains(snapshot->user(user).id().uuid()) ||
            snapshot->user(user).status() != UserStatus::Active)
            continue;
        if (qsizetype(m_local.size()) == mostHits) {
            m_localMore = true;
            break;
        }
        m_local.push_back(hitOf(*snapshot, user));
    }
    merge();
}

std::optional<PersonHit> PeopleSearch::known(UserId id) const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::UserIndex user = snapshot->findUser(id);
    const bool isKnown = user.isValid() && snapshot->user(user).isKnown();
    return isKnown ? std::optional(hitOf(*snapshot, user)) : std::nullopt;
}

PersonHit PeopleSearch::hitOf(const directory::Snapshot &snapshot, directory::UserIndex index) const
{
    const directory::UserView user = snapshot.user(index);
    PersonHit hit{user.id(), user.name().simplified(), user.mis(), user.phone(), user.email(), user.avatar()};
    hit.staff = user.isStaff();
    hit.outsider = snapshot.tenantId(user.tenant()) != m_tenant;
    hit.already = m_members.value(hit.id.uuid(), Role::None);
    return hit;
}

PersonHit PeopleSearch::hitOf(const QJsonObject &person) const
{
    const auto text = [&person](QLatin1StringView key) { return person[key].toString().simplified(); };
    PersonHit hit{UserId(QUuid::fromString(text("id"_L1))),
                  text("name"_L1),
                  text("mis"_L1),
                  text("phone"_L1),
                  text("email"_L1),
                  text("avatar"_L1)};
    hit.staff = person["staff"_L1].toBool();
    // The server compares with the actor's tenant. Where the place is in another one, only people of the
    // actor's own are outsiders for certain.
    hit.outsider = (m_session.actor().tenantId == m_tenant) != person["same_tenant"_L1].toBool();
    hit.already = m_members.value(hit.id.uuid(), Role::None);
    return hit;
}

void PeopleSearch::askServer()
{
    delete m_question;
    if (m_query.toUcs4().size() < leastLetters) {
        m_server = Server::NotAsked;
    } else if (!m_session.state().online) {
        m_server = Server::Offline;
    } else {
        m_server = Server::Asking;
        m_question = new QObject(this);
        m_session.ask(sync::Question::SearchPeople, QJsonObject{{u"text"_s, m_query}}, m_question,
                      [this](const Result<QJsonValue> &answer) { takeAnswer(answer); });
    }
    Q_EMIT changed();
}

void PeopleSearch::takeAnswer(const Result<QJsonValue> &answer)
{
    if (answer) {
        m_server = Server::Answered;
        m_serverMore = (*answer)["more"_L1].toBool();
        m_fromServer.clear();
        for (const QJsonValue &person : (*answer)["people"_L1].toArray())
            m_fromServer.push_back(hitOf(person.toObject()));
    } else if (answer.error().errorClass == ErrorClass::Network) {
        m_server = Server::Offline;
    } else {
        m_server = Server::Refused;
        m_refusal = sentence(answer.error());
    }
    merge();
}

/// Those found here first, so that rows don't jump when the server answers; what the server knows and the own
/// copy doesn't comes along.
void PeopleSearch::merge()
{
    m_hits = m_local;
    QHash<UserId, size_t> places;
    for (size_t i = 0; i < m_hits.size(); ++i)
        places.insert(m_hits[i].id, i);
    for (const PersonHit &hit : m_fromServer) {
        const auto place = places.constFind(hit.id);
        if (place == places.cend()) {
            m_hits.push_back(hit);
            continue;
        }
        PersonHit &here = m_hits[*place];
        for (QString PersonHit::*field : {&PersonHit::mis, &PersonHit::phone, &PersonHit::email})
            if ((here.*field).isEmpty())
                here.*field = hit.*field;
    }
    Q_EMIT changed();
}

} // namespace tenantry::ui::spaces

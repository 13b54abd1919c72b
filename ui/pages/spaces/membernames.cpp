// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/membernames.h"

#include "core/access/completeness.h"
#include "ui/models/snapshotchanges.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

MemberNames::MemberNames(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(300); // several pulls in a row ask once
    connect(&m_pause, &QTimer::timeout, this, &MemberNames::ask);
    connect(&session, &Session::snapshotChanged, this, &MemberNames::follow);
    connect(&session, &Session::stateChanged, this, &MemberNames::follow);
}

void MemberNames::setPlace(const MemberPlace &place)
{
    if (place == m_place)
        return;
    m_place = place;
    drop();
    ask();
}

bool MemberNames::isWanted() const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::Object space = m_place.in(*snapshot);
    return !m_place.isResource() && space.isValid() &&
           !access::Completeness(snapshot, m_session.heldScopes(), m_session.userId()).seesGrantsOn(space);
}

void MemberNames::follow()
{
    if (!isWanted())
        return drop();
    if (!m_pause.isActive() && m_session.state().online &&
        (!m_asked || differs(m_asked, m_session.snapshot(),
                             {RowKind::User, RowKind::Organization, RowKind::RoleGroup, RowKind::Grant})))
        m_pause.start();
}

void MemberNames::ask()
{
    if (!isWanted() || !m_session.state().online)
        return;
    m_asked = m_session.snapshot();
    m_asking = std::make_unique<QObject>(); // an answer that is still under way reaches nobody
    m_session.ask(sync::Question::SpaceMembers, {{u"space_id"_s, m_place.space.toString()}}, m_asking.get(),
                  [this](const Result<QJsonValue> &answer) {
                      m_asking.release()->deleteLater(); // it is what called
                      if (answer)
                          take(answer->toObject());
                      else if (answer.error().errorClass == ErrorClass::Network)
                          m_asked.reset(); // asked again with the next change; a refusal stays one
                  });
}

void MemberNames::take(const QJsonObject &answer)
{
    m_names.clear();
    for (const QJsonValue &member : answer["members"_L1].toArray())
        if (const auto kind = fromWireName<SubjectKind>(member["subject_kind"_L1].toString().toUtf8()))
            m_names.append({*kind, QUuid::fromString(member["subject_id"_L1].toString())});
    m_isWhole = !answer["more"_L1].toBool();
    Q_EMIT changed();
}

void MemberNames::drop()
{
    m_pause.stop();
    m_asking.reset();
    m_asked.reset();
    m_isWhole = false;
    if (!std::exchange(m_names, {}).isEmpty())
        Q_EMIT changed();
}

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/question.h"

#include "core/sync/raised.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tenantry::sync {

using namespace Qt::StringLiterals;

namespace {

const QString noSuchFunction = u"42883"_s;

Error errorOf(const Error &error)
{
    const QString state = server::sqlState(error);
    if (state == u"TY001"_s)
        return raisedRefusal(error).value_or(error);
    if (state == u"TY403"_s)
        return {ErrorClass::Business, u"server.refused_access"_s, {}, {}};
    if (state == u"TY500"_s)
        return {ErrorClass::System, u"server.fault"_s, {}, {{u"id"_s, raisedMessage(error)}}};
    if (state == noSuchFunction)
        return {ErrorClass::Data, u"question.unknown"_s, {}, {}};
    if (state.startsWith(u"TY"_s))
        return {ErrorClass::System, u"question.malformed"_s, {}, {{u"reason"_s, raisedMessage(error)}}};
    return error;
}

// The parser wants a document; the answer may be a bare value.
Result<QJsonValue> parsed(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson('[' + json + ']');
    if (document.array().size() != 1)
        return failure(ErrorClass::Data, u"answer.malformed"_s);
    return document.array().first();
}

} // namespace

QString functionOf(Question question)
{
    switch (question) {
    case Question::SearchPeople:
        return u"search_people"_s;
    case Question::RemovedMembers:
        return u"removed_members"_s;
    case Question::FindAdministrator:
        return u"find_administrator"_s;
    case Question::AuditPage:
        return u"audit_page"_s;
    case Question::AuditChain:
        return u"audit_chain"_s;
    case Question::FindTenants:
        return u"find_tenants"_s;
    case Question::ImportCheck:
        return u"import_check"_s;
    case Question::ImportStage:
        return u"import_stage"_s;
    case Question::ImportDiscard:
        return u"import_discard"_s;
    case Question::Invitations:
        return u"invitations"_s;
    case Question::AccessBasis:
        return u"access_basis"_s;
    case Question::AccountDetails:
        return u"account_details"_s;
    case Question::PasswordChallenge:
        return u"password_challenge"_s;
    case Question::ChangePassword:
        return u"change_password"_s;
    case Question::SecurityPage:
        return u"security_page"_s;
    case Question::MailPage:
        return u"mail_page"_s;
    case Question::PeoplePage:
        return u"people_page"_s;
    case Question::TenantActivity:
        return u"tenant_activity"_s;
    case Question::BreakGlass:
        return u"break_glass"_s;
    case Question::SpaceMembers:
        return u"space_members"_s;
    }
    Q_UNREACHABLE();
}

Result<QJsonValue> askServer(Wire &wire, Question question, const QJsonObject &arguments)
{
    const QByteArray json = QJsonDocument(arguments).toJson(QJsonDocument::Compact);
    const auto rows =
        wire.exec(u"select api.%1(?::jsonb)"_s.arg(functionOf(question)), {QString::fromUtf8(json)});
    if (!rows)
        return tl::unexpected(errorOf(rows.error()));
    return parsed(rows->value().toString().toUtf8());
}

} // namespace tenantry::sync

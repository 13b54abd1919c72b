// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/securitywords.h"

#include "core/domain/messages.h"
#include "core/domain/wordtable.h"
#include "ui/pages/audit/auditwords.h"
#include "ui/widgets/datetext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace tenantry::ui::security {

namespace {

constexpr TableWord kinds[] = {
    {"refused_access", QT_TRANSLATE_NOOP("security", "Asked for data outside their scope")},
    {"refused_command", QT_TRANSLATE_NOOP("security", "Tried what they may not")},
    {"many_refusals", QT_TRANSLATE_NOOP("security", "Refused again and again")},
    {"access_basis", QT_TRANSLATE_NOOP("security", "Asked who has access")},
    {"invitations", QT_TRANSLATE_NOOP("security", "Looked at invited people")},
    {"mass_search", QT_TRANSLATE_NOOP("security", "Very many searches")},
    {"mass_reveal", QT_TRANSLATE_NOOP("security", "Very many contacts revealed")},
    {"mass_export", QT_TRANSLATE_NOOP("security", "Very much exported")},
    {"foreign_password", QT_TRANSLATE_NOOP("security", "Password changed past the console")},
    {"wrong_old_password", QT_TRANSLATE_NOOP("security", "Wrong password at a password change")},
    {"sign_in_failed", QT_TRANSLATE_NOOP("security", "Failed to sign in")},
    {"many_wrong_passwords",
     QT_TRANSLATE_NOOP("security", "Wrong password at a password change, again and again")},
    {"many_failed_sign_ins", QT_TRANSLATE_NOOP("security", "Failed to sign in again and again")},
    {"sign_in_from_new_network", QT_TRANSLATE_NOOP("security", "First sign-in from a network")},
    {"sign_in_with_new_client", QT_TRANSLATE_NOOP("security", "First sign-in with a program")},
    {"sign_in_after_90_days", QT_TRANSLATE_NOOP("security", "First sign-in for 90 days")},
    {"break_glass_opened", QT_TRANSLATE_NOOP("security", "Tenant opened for maintenance")},
    {"break_glass_ended", QT_TRANSLATE_NOOP("security", "Access for maintenance ended")},
    {"pull_begin", QT_TRANSLATE_NOOP("security", "Began a sync")},
    {"pull_scope", QT_TRANSLATE_NOOP("security", "Synced a whole scope")},
    {"pull_changes", QT_TRANSLATE_NOOP("security", "Synced changes")},
    {"read_history", QT_TRANSLATE_NOOP("security", "Read the history")},
    {"read_audit", QT_TRANSLATE_NOOP("security", "Read the audit")},
    {"export_audit", QT_TRANSLATE_NOOP("security", "Exported the audit")},
    {"verify_audit", QT_TRANSLATE_NOOP("security", "Verified the audit")},
    {"read_security", QT_TRANSLATE_NOOP("security", "Read the security events")},
    {"read_mail_log", QT_TRANSLATE_NOOP("security", "Read the delivery log")},
    {"list_people", QT_TRANSLATE_NOOP("security", "Listed the people of all tenants")},
    {"search_people", QT_TRANSLATE_NOOP("security", "Searched the platform for people")},
    {"find_administrator", QT_TRANSLATE_NOOP("security", "Searched for an administrator")},
    {"find_tenants", QT_TRANSLATE_NOOP("security", "Searched for tenants")},
    {"foreign_people", QT_TRANSLATE_NOOP("security", "Named people of other tenants in an import")},
    {"removed_members", QT_TRANSLATE_NOOP("security", "Looked at removed members")},
    {"detail", QT_TRANSLATE_NOOP("security", "Opened a detail")},
    {"export", QT_TRANSLATE_NOOP("security", "Exported a list")},
    {"reveal", QT_TRANSLATE_NOOP("security", "Revealed contacts")},
};

constexpr TableWord fields[] = {
    {"rows", QT_TRANSLATE_NOOP("security", "Rows")},
    {"count", QT_TRANSLATE_NOOP("security", "How many")},
    {"minutes", QT_TRANSLATE_NOOP("security", "Within minutes")},
    {"scopes", QT_TRANSLATE_NOOP("security", "Scopes")},
    {"new_scopes", QT_TRANSLATE_NOOP("security", "New scopes")},
    {"scope_kind", QT_TRANSLATE_NOOP("security", "Kind of scope")},
    {"scope", QT_TRANSLATE_NOOP("security", "Scope")},
    {"kind", QT_TRANSLATE_NOOP("security", "Kind")},
    {"codes", QT_TRANSLATE_NOOP("security", "Refused with")},
    {"length", QT_TRANSLATE_NOOP("security", "Length of the text")},
    {"full", QT_TRANSLATE_NOOP("security", "Anew")},
    {"what", QT_TRANSLATE_NOOP("security", "What")},
    {"function", QT_TRANSLATE_NOOP("security", "Function")},
    {"tenant", QT_TRANSLATE_NOOP("security", "Tenant")},
    {"network", QT_TRANSLATE_NOOP("security", "Network")},
    {"sqlstate", QT_TRANSLATE_NOOP("security", "Answer of the server")},
    {"until", QT_TRANSLATE_NOOP("security", "Until")},
    {"early", QT_TRANSLATE_NOOP("security", "Ended before its time")},
    {"offline", QT_TRANSLATE_NOOP("security", "Offline")},
    {"asked", QT_TRANSLATE_NOOP("security", "Asked for")},
    {"space", QT_TRANSLATE_NOOP("security", "Space")},
    {"resource", QT_TRANSLATE_NOOP("security", "Resource")},
    {"whole", QT_TRANSLATE_NOOP("security", "All of it")},
    {"of", QT_TRANSLATE_NOOP("security", "Whose")},
    {"history", QT_TRANSLATE_NOOP("security", "History of")},
    {"role", QT_TRANSLATE_NOOP("security", "Account")},
    {"object_kind", QT_TRANSLATE_NOOP("security", "Of")},
    {"object_id", QT_TRANSLATE_NOOP("security", "Object")},
};

// What isn't an address.
constexpr TableWord networks[] = {
    {"local", QT_TRANSLATE_NOOP("security", "the server's own machine")},
    {"unknown", QT_TRANSLATE_NOOP("security", "unknown")},
};

// The SQLSTATE of a failed sign-in.
constexpr TableWord refusedSignIns[] = {
    {"28P01", QT_TRANSLATE_NOOP("security", "wrong name or password")},
    {"28000", QT_TRANSLATE_NOOP("security", "may not sign in")},
};

constexpr TableWord scopeKinds[] = {
    {"1", QT_TRANSLATE_NOOP("security", "everyone")},
    {"2", QT_TRANSLATE_NOOP("security", "platform")},
    {"3", QT_TRANSLATE_NOOP("security", "people of a tenant")},
    {"4", QT_TRANSLATE_NOOP("security", "a whole tenant")},
    {"5", QT_TRANSLATE_NOOP("security", "tree of a tenant")},
    {"6", QT_TRANSLATE_NOOP("security", "people of an organization")},
    {"7", QT_TRANSLATE_NOOP("security", "grants of a subject")},
    {"8", QT_TRANSLATE_NOOP("security", "a space")},
    {"9", QT_TRANSLATE_NOOP("security", "members of a space or resource")},
    {"10", QT_TRANSLATE_NOOP("security", "own person")},
};

// What was asked for, by the server's name of it.
constexpr TableWord asked[] = {
    {"audit", QT_TRANSLATE_NOOP("security", "the audit")},
    {"security", QT_TRANSLATE_NOOP("security", "security events")},
    {"mail", QT_TRANSLATE_NOOP("security", "the delivery log")},
    {"account_details", QT_TRANSLATE_NOOP("security", "details of an account")},
    {"tenant_activity", QT_TRANSLATE_NOOP("security", "activity of tenants")},
    {"search_people", QT_TRANSLATE_NOOP("security", "people of the platform")},
    {"people_page", QT_TRANSLATE_NOOP("security", "people of all tenants")},
    {"find_administrator", QT_TRANSLATE_NOOP("security", "who may administer a tenant")},
    {"access_basis", QT_TRANSLATE_NOOP("security", "who has access")},
    {"removed_members", QT_TRANSLATE_NOOP("security", "removed members")},
    {"invitations", QT_TRANSLATE_NOOP("security", "invited people")},
    {"import_check", QT_TRANSLATE_NOOP("security", "the import of members")},
    {"import_stage", QT_TRANSLATE_NOOP("security", "the import of members")},
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::SecurityWords)
};

QString textOf(std::span<const TableWord> words, const QString &word)
{
    return translatedIn(words, "security", word);
}

/// "command.not_found" and "command.not_allowed", as the person was told.
QString refusalsText(const QJsonArray &codes)
{
    QStringList sentences;
    for (const QJsonValue &code : codes)
        sentences += Words::tr("\"%1\"").arg(sentence({ErrorClass::Business, code.toString(), {}, {}}));
    return sentences.join(u' ');
}

QString valueText(const QString &field, const QJsonValue &value, const QJsonObject &names)
{
    if (field == u"scope_kind")
        return textOf(scopeKinds, QString::number(value.toInt()));
    if (field == u"network")
        return textOf(networks, value.toString());
    if (field == u"codes")
        return refusalsText(value.toArray());
    if (field == u"what" || field == u"function")
        return textOf(asked, value.toString());
    if (field == u"object_kind" && value.toString() == u"list")
        return Words::tr("several things");
    if (field == u"sqlstate")
        return textOf(refusedSignIns, value.toString());
    if (field == u"until" && value.isDouble())
        return momentText(QDateTime::fromMSecsSinceEpoch(value.toInteger() / 1000));
    if (value.isBool())
        return value.toBool() ? Words::tr("yes") : Words::tr("no");
    if (value.isDouble())
        return QLocale().toString(value.toInteger());
    if (value.isArray()) {
        QStringList parts;
        for (const QJsonValue &each : value.toArray())
            parts += valueText({}, each, names);
        return parts.join(Words::tr(", "));
    }
    const QString text = value.toString();
    if (!QUuid::fromString(text).isNull())
        return names[text].toString(text);
    return field == u"object_kind" ? audit::objectKindText(text)
           : field == u"kind"      ? audit::kindText(text)
                                   : text;
}

} // namespace

QString kindText(const QString &kind)
{
    return textOf(kinds, kind);
}

QString detailText(const QJsonObject &details, const QJsonObject &names)
{
    QStringList parts;
    for (auto it = details.begin(); it != details.end(); ++it) {
        const bool isNil =
            !it->toString().isEmpty() && it->toString() == QUuid().toString(QUuid::WithoutBraces);
        // Which access, command or kind of row it was leads nobody anywhere.
        if (it->isNull() || isNil || it.key() == u"break_glass" || it.key() == u"command" ||
            (it.key() == u"kind" && it->isDouble()) || (it->isBool() && !it->toBool()))
            continue;
        parts += Words::tr("%1: %2").arg(textOf(fields, it.key()), valueText(it.key(), *it, names));
    }
    return parts.join(Words::tr("; "));
}

} // namespace tenantry::ui::security

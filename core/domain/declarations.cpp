// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/declarations.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

QStringList texts(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue &value : array.toArray())
        list.append(value.toString());
    return list;
}

/// The word of each capability is tested to be one of those in the file.
Capability capabilityOf(const QString &word)
{
    static const QHash<QString, Capability> words{{u"see_space"_s, Capability::SeeSpace},
                                                  {u"use_resources"_s, Capability::UseResources},
                                                  {u"comment"_s, Capability::Comment},
                                                  {u"edit_resources"_s, Capability::EditResources},
                                                  {u"manage_members"_s, Capability::ManageMembers}};
    return words.value(word, Capability::AppointAdministrators);
}

std::optional<CommandDeclaration::OnSpace> readOnSpace(const QJsonObject &declared)
{
    const QJsonObject space = declared.value("space"_L1).toObject();
    if (space.isEmpty())
        return std::nullopt;
    return CommandDeclaration::OnSpace{.capability = capabilityOf(space.value("capability"_L1).toString()),
                                       .onResource = space.contains("resource"_L1),
                                       .tenantAdministrator = space.value("tenant_administrator"_L1).toBool(),
                                       .archived = space.value("archived"_L1).toBool()};
}

CommandDeclaration readCommand(const QString &kind, const QJsonObject &declared)
{
    const QJsonObject scope = declared.value("scope"_L1).toObject();
    CommandDeclaration command{.kind = kind,
                               .key = declared.value("key"_L1).toString(),
                               .scopeKind = scope.value("kind"_L1).toString(),
                               .scopeField = scope.value("field"_L1).toString(),
                               .locks = texts(declared.value("locks"_L1)),
                               .groups = {},
                               .fields = {},
                               .required = {},
                               .rules = {},
                               .onSpace = readOnSpace(declared)};
    for (const QJsonValue &groups : declared.value("groups"_L1).toObject())
        command.groups += texts(groups);
    const QJsonObject payload = declared.value("payload"_L1).toObject();
    for (auto field = payload.begin(); field != payload.end(); ++field) {
        command.fields.append(field.key());
        if (field->toObject().value("required"_L1).toBool())
            command.required.append(field.key());
        const QString rule = field->toObject().value("rule"_L1).toString();
        if (!rule.isEmpty())
            command.rules.insert(field.key(), rule);
    }
    return command;
}

KeyDeclaration readKey(const QString &key, const QJsonObject &declared)
{
    return {.key = key,
            .heldBy = texts(declared.value("held_by"_L1)),
            .delegable = declared.value("delegable"_L1).toBool(),
            .area = declared.value("area"_L1).toString(),
            .implies = texts(declared.value("implies"_L1)),
            .english = declared.value("en"_L1).toString(),
            .chinese = declared.value("zh"_L1).toString(),
            .commands = {}};
}

tl::unexpected<Error> malformed(const QString &where)
{
    return failure(ErrorClass::Data, u"declarations.malformed"_s, {{u"where"_s, where}});
}

} // namespace

// Read once: screens ask for every button.
Declarations Declarations::builtIn()
{
    static const Declarations declarations = [] {
        QFile file(u":/declarations/commands.json"_s);
        const bool opened = file.open(QIODevice::ReadOnly);
        Result<Declarations> read = fromJson(opened ? file.readAll() : QByteArray());
        Q_ASSERT_X(read, "Declarations::builtIn", "commands.json is compiled in and its test reads it");
        return std::move(read).value();
    }();
    return declarations;
}

Result<Declarations> Declarations::fromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonObject keys = root.value("keys"_L1).toObject();
    const QJsonObject commands = root.value("commands"_L1).toObject();
    if (keys.isEmpty() || commands.isEmpty())
        return malformed(u"json"_s);
    Declarations declarations;
    for (auto key = keys.begin(); key != keys.end(); ++key) // in the order of their names
        declarations.m_keys.append(readKey(key.key(), key->toObject()));
    for (auto kind = commands.begin(); kind != commands.end(); ++kind) {
        const CommandDeclaration command = readCommand(kind.key(), kind->toObject());
        const auto key = std::find_if(declarations.m_keys.begin(), declarations.m_keys.end(),
                                      [&](const KeyDeclaration &each) { return each.key == command.key; });
        if (key == declarations.m_keys.end())
            return malformed(kind.key());
        key->commands.append(command.kind);
        declarations.m_commands.insert(kind.key(), command);
    }
    return declarations;
}

QString KeyDeclaration::sentence() const
{
    return QLocale().language() == QLocale::Chinese ? chinese : english;
}

const KeyDeclaration *Declarations::key(const QString &key) const
{
    const auto found = std::lower_bound(m_keys.begin(), m_keys.end(), key,
                                        [](const KeyDeclaration &each, const QString &wanted) { return each.key < wanted; });
    return found != m_keys.end() && found->key == key ? &*found : nullptr;
}

QString Declarations::keySentence(const QString &key) const
{
    const KeyDeclaration *declared = this->key(key);
    return declared ? declared->sentence() : key;
}

std::optional<std::pair<QString, QString>> Declarations::contradiction(const QStringList &given) const
{
    for (const KeyDeclaration &each : m_keys) {
        for (const QString &implied : each.implies) {
            if (given.contains(each.key) && !given.contains(implied))
                return std::pair(each.key, implied);
        }
    }
    return std::nullopt;
}

QStringList Declarations::kinds() const
{
    QStringList list = m_commands.keys();
    list.sort();
    return list;
}

std::optional<CommandDeclaration> Declarations::command(const QString &kind) const
{
    const auto found = m_commands.constFind(kind);
    return found == m_commands.cend() ? std::nullopt : std::optional(*found);
}

std::optional<Error> Declarations::refusal(const ActorView &actor, const QString &kind,
                                           const TenantId &tenant) const
{
    const auto declared = command(kind);
    if (!declared)
        return Error{ErrorClass::Business, u"command.unknown_kind"_s, {}, {}};
    const auto holds = [&](const QString &holder) {
        return holder == "everyone"_L1 || holder == "command"_L1 ||
               (holder == "system_administrator"_L1 && actor.systemAdministrator) ||
               (holder == "tenant_administrator"_L1 && !tenant.isNull() && actor.administers == tenant);
    };
    const KeyDeclaration &opening = *key(declared->key);
    const bool delegated = opening.delegable && !tenant.isNull() && tenant == actor.tenantId && actor.keys.contains(opening.key);
    if (delegated || std::any_of(opening.heldBy.begin(), opening.heldBy.end(), holds))
        return std::nullopt;
    return Error{ErrorClass::Business, u"command.not_allowed"_s, {}, {{u"key"_s, declared->key}}};
}

std::optional<Error> Declarations::refusalOnSpace(const SpaceActor &actor, const QString &kind) const
{
    const auto declared = command(kind);
    if (!declared || !declared->onSpace)
        return Error{ErrorClass::Business, u"command.unknown_kind"_s, {}, {}};
    const CommandDeclaration::OnSpace &on = *declared->onSpace;
    if (!may(actor.role, on.capability) && !(actor.tenantAdministrator && on.tenantAdministrator))
        return Error{ErrorClass::Business, u"space.not_allowed"_s, {}, {{u"role"_s, QString(wireName(lowestRole(on.capability)))}}};
    if (actor.archived && !on.archived)
        return Error{ErrorClass::Business, u"space.archived"_s, {}, {}};
    return std::nullopt;
}

} // namespace tenantry

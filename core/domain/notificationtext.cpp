// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/notificationtext.h"

#include "core/domain/declarations.h"
#include "core/domain/notificationkinds.h"
#include "core/domain/wordtable.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

/// Words of the wire that aren't read as they are.
constexpr TableWord vocabulary[] = {
    {"tenant_creation", QT_TRANSLATE_NOOP("notifications", "new tenant")},
    {"join", QT_TRANSLATE_NOOP("notifications", "joining a tenant")},
    {"leave", QT_TRANSLATE_NOOP("notifications", "leaving a tenant")},
    {"domain_change", QT_TRANSLATE_NOOP("notifications", "change of domain")},
    {"administrator_replacement", QT_TRANSLATE_NOOP("notifications", "replacement of the administrator")},
    {"members", QT_TRANSLATE_NOOP("notifications", "members")},
    {"outsiders", QT_TRANSLATE_NOOP("notifications", "non-enterprise members")},
    {"spaces", QT_TRANSLATE_NOOP("notifications", "spaces")},
    {"tokens", QT_TRANSLATE_NOOP("notifications", "tokens")},
    {"data_gib", QT_TRANSLATE_NOOP("notifications", "data (GiB)")},
    {"none", QT_TRANSLATE_NOOP("notifications", "nobody")},
    {"own", QT_TRANSLATE_NOOP("notifications", "the organization itself")},
    {"below", QT_TRANSLATE_NOOP("notifications", "the organization and those below it")},
    {"tenant", QT_TRANSLATE_NOOP("notifications", "the whole tenant")},
    {"leader", QT_TRANSLATE_NOOP("notifications", "leader")},
    {"member", QT_TRANSLATE_NOOP("notifications", "member")},
    {"active", QT_TRANSLATE_NOOP("notifications", "active")},
    {"closing", QT_TRANSLATE_NOOP("notifications", "closing")},
    {"frozen", QT_TRANSLATE_NOOP("notifications", "frozen")},
    {"many_refusals", QT_TRANSLATE_NOOP("notifications", "refused again and again")},
    {"mass_search", QT_TRANSLATE_NOOP("notifications", "searches for very many people")},
    {"mass_reveal", QT_TRANSLATE_NOOP("notifications", "reveals very many contacts")},
    {"mass_export", QT_TRANSLATE_NOOP("notifications", "exports very much")},
    {"many_wrong_passwords",
     QT_TRANSLATE_NOOP("notifications", "gave a wrong password at a password change again and again")},
    {"many_failed_sign_ins", QT_TRANSLATE_NOOP("notifications", "failed to sign in again and again")},
    {"name", QT_TRANSLATE_NOOP("notifications", "real name")},
    {"phone", QT_TRANSLATE_NOOP("notifications", "phone")},
    {"mis", QT_TRANSLATE_NOOP("notifications", "MIS account")},
    {"username", QT_TRANSLATE_NOOP("notifications", "username")},
    {"nickname", QT_TRANSLATE_NOOP("notifications", "nickname")},
    {"avatar", QT_TRANSLATE_NOOP("notifications", "picture")},
    {"language", QT_TRANSLATE_NOOP("notifications", "language of mail")},
};

/// One pass from left to right, so that a value which looks like a placeholder is left as it is.
template <class Value>
QString fill(const QString &sentence, const Value &value)
{
    static const QRegularExpression placeholder(u"\\{([a-z_]+)\\}"_s);
    QString result;
    qsizetype end = 0;
    for (auto matches = placeholder.globalMatch(sentence); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(sentence).mid(end, match.capturedStart() - end);
        result += value(match.captured(1));
        end = match.capturedEnd();
    }
    result += QStringView(sentence).mid(end);
    return result;
}

class Renderer final
{
public:
    Renderer(const QJsonObject &parameters, const NotificationWords &words)
        : m_parameters(parameters), m_words(words)
    {
    }

    [[nodiscard]] QString filled(const char *text) const
    {
        return fill(say(text), [this](const QString &name) { return value(name); });
    }

    /// As people read it; empty where it isn't there.
    [[nodiscard]] QString value(const QString &name) const
    {
        if (name == u"plan"_s)
            return m_parameters[m_words.locale.language() == QLocale::Chinese ? "plan_zh"_L1 : "plan_en"_L1]
                .toString();
        return text(name, m_parameters.value(name));
    }

    [[nodiscard]] QString say(const char *text) const { return m_words.translate("notifications", text); }

private:
    [[nodiscard]] QString text(const QString &name, const QJsonValue &value) const
    {
        switch (value.type()) {
        case QJsonValue::Bool:
            return !value.toBool() ? QString()
                   : name == u"directly"_s
                       ? say(QT_TRANSLATE_NOOP("notifications", "past the console, straight on the database"))
                   : name == u"by_mail"_s
                       ? say(QT_TRANSLATE_NOOP("notifications", "with a code sent to your address"))
                   : name == u"by_operator"_s
                       ? say(QT_TRANSLATE_NOOP("notifications", "by whoever runs the server"))
                       : QString();
        case QJsonValue::Double:
            return number(name, value);
        case QJsonValue::String:
            return word(name, value.toString());
        case QJsonValue::Array:
            return name == u"keys"_s || name == u"gained"_s || name == u"lost_keys"_s ? keys(value.toArray())
                   : name == u"fields"_s ? fields(value.toArray())
                                         : list(value.toArray());
        case QJsonValue::Object:
            return amounts(value.toObject());
        default: // who fails to sign in needs no account
            return name == u"actor"_s ? say(QT_TRANSLATE_NOOP("notifications", "somebody unknown"))
                                      : QString();
        }
    }

    [[nodiscard]] QString number(const QString &name, const QJsonValue &value) const
    {
        if (name != u"at"_s && name != u"until"_s && !name.endsWith(u"_at"_s))
            return m_words.locale.toString(value.toInteger());
        return m_words.locale.toString(QDateTime::fromMSecsSinceEpoch(value.toInteger() / 1000),
                                       QLocale::ShortFormat);
    }

    [[nodiscard]] QString word(const QString &name, const QString &value) const
    {
        if (name == u"role"_s)
            return role(value);
        if (name == u"state"_s ||
            ((name == u"before"_s || name == u"after"_s) && m_parameters.contains("state"_L1)))
            return known(value);
        if (name == u"application_kind"_s || name == u"data_scope"_s || name == u"event"_s)
            return known(value);
        const QUuid id = QUuid::fromString(value);
        if (id.isNull())
            return value;
        const QString found = m_words.nameOf(id);
        return found.isEmpty() ? say(QT_TRANSLATE_NOOP("notifications", "somebody you can't see")) : found;
    }

    [[nodiscard]] QString known(const QString &value) const
    {
        const char *text = textIn(vocabulary, value);
        return text ? say(text) : value;
    }

    // Roles on spaces are words of refusals too.
    [[nodiscard]] QString role(const QString &value) const
    {
        const QString here = known(value);
        return here != value ? here : m_words.translate("messages", value.toLatin1().constData());
    }

    [[nodiscard]] QString list(const QJsonArray &array) const
    {
        QStringList parts;
        for (const QJsonValue &each : array)
            parts += each.isObject() ? item(each.toObject()) : each.toString();
        //: Between the items of a list
        return parts.join(say(QT_TRANSLATE_NOOP("notifications", ", ")));
    }

    [[nodiscard]] QString fields(const QJsonArray &array) const
    {
        QStringList parts;
        for (const QJsonValue &each : array)
            parts += known(each.toString());
        return parts.join(say(QT_TRANSLATE_NOOP("notifications", ", ")));
    }

    [[nodiscard]] QString keys(const QJsonArray &array) const
    {
        QStringList parts;
        for (const QJsonValue &each : array) {
            const KeyDeclaration *key = Declarations::builtIn().key(each.toString());
            const bool chinese = m_words.locale.language() == QLocale::Chinese;
            parts += !key ? each.toString() : chinese ? key->chinese : key->english;
        }
        return parts.join(say(QT_TRANSLATE_NOOP("notifications", "; ")));
    }

    /// A department with the role there, a space with the role before and after, or just a name.
    [[nodiscard]] QString item(const QJsonObject &item) const
    {
        const QString name = item["name"_L1].toString();
        const auto part = [&](const QString &which) {
            return which == u"name"_s ? name : roleOrNone(item[which]);
        };
        if (item.contains("before"_L1) || item.contains("after"_L1))
            return fill(say(QT_TRANSLATE_NOOP("notifications", "{name}: {before} → {after}")), part);
        if (item["role"_L1].toString() == u"leader"_s)
            return fill(say(QT_TRANSLATE_NOOP("notifications", "{name} (leader)")), part);
        return name;
    }

    [[nodiscard]] QString roleOrNone(const QJsonValue &value) const
    {
        return value.isString() ? role(value.toString())
                                : say(QT_TRANSLATE_NOOP("notifications", "no permission"));
    }

    [[nodiscard]] QString amounts(const QJsonObject &object) const
    {
        QStringList parts;
        for (auto it = object.begin(); it != object.end(); ++it)
            parts += known(it.key()) + u' ' +
                     (it->isDouble() ? m_words.locale.toString(it->toInteger())
                                     : say(QT_TRANSLATE_NOOP("notifications", "unlimited")));
        return parts.join(say(QT_TRANSLATE_NOOP("notifications", ", ")));
    }

    const QJsonObject &m_parameters;
    const NotificationWords &m_words;
};

} // namespace

NotificationWords wordsOfMoment(std::function<QString(const QUuid &)> nameOf)
{
    return {[](const char *context, const char *text) { return QCoreApplication::translate(context, text); },
            std::move(nameOf), QLocale()};
}

NotificationText notificationText(const QString &kind, const QJsonObject &parameters,
                                  const NotificationWords &words)
{
    const Renderer renderer(parameters, words);
    const NotificationKind *declared = findNotificationKind(kind);
    if (!declared)
        return {renderer.say(QT_TRANSLATE_NOOP("notifications",
                                               "Something happened that this version can't describe yet")),
                {{renderer.say(QT_TRANSLATE_NOOP("notifications", "Kind")), kind}}};
    NotificationText text{renderer.filled(declared->title), {}};
    for (const NotificationDetail &detail : declared->details)
        if (const QString value = renderer.value(QLatin1String(detail.parameter)); !value.isEmpty())
            text.lines.append({renderer.say(detail.label), value});
    return text;
}

} // namespace tenantry

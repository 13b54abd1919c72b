// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/accountmail.h"

#include <QDateTime>

namespace tenantry::jobs {

using namespace Qt::StringLiterals;

namespace {

struct Template
{
    const char *kind, *subject, *what;
    const char *act; ///< of the link; null: no token
    const char *otherwise;
};

constexpr const char *notYou =
    QT_TRANSLATE_NOOP("mail", "If it wasn't you, do nothing: without this mail nobody can use your address.");

constexpr Template templates[] = {
    {"account_activation", QT_TRANSLATE_NOOP("mail", "Activate your Tenantry account"),
     QT_TRANSLATE_NOOP("mail", "Somebody, probably you, registered with this address. Open this link on the "
                               "computer with Tenantry, or paste "
                               "the code there under Activate, and enter the password that you chose:"),
     "activate", notYou},
    {"account_reset", QT_TRANSLATE_NOOP("mail", "Choose a new Tenantry password"),
     QT_TRANSLATE_NOOP("mail", "Somebody, probably you, forgot the password of this account. Open this link "
                               "on the computer with Tenantry, or "
                               "paste the code there under Forgotten password:"),
     "reset", QT_TRANSLATE_NOOP("mail", "If it wasn't you, do nothing: your password stays as it is.")},
    {"account_active_already", QT_TRANSLATE_NOOP("mail", "You have a Tenantry account already"),
     QT_TRANSLATE_NOOP("mail", "Somebody, probably you, registered with this address or asked to activate "
                               "it. There is an active account of this "
                               "address: sign in with its password, or use Forgotten password."),
     nullptr, QT_TRANSLATE_NOOP("mail", "If it wasn't you, do nothing: nothing has changed.")},
    {"account_reset_elsewhere", QT_TRANSLATE_NOOP("mail", "Your Tenantry password can't be reset by mail"),
     QT_TRANSLATE_NOOP("mail", "Somebody, probably you, forgot the password of this account. It belongs to a "
                               "system administrator, whose password "
                               "isn't given by mail. Ask whoever runs the server."),
     nullptr, QT_TRANSLATE_NOOP("mail", "If it wasn't you, do nothing: your password stays as it is.")},
};

} // namespace

std::optional<AccountMail> accountMail(const MailContent &content, const MailWords &say)
{
    for (const Template &mail : templates) {
        if (content.kind != QLatin1StringView(mail.kind))
            continue;
        AccountMail made{say(mail.subject), {say(mail.what), {}}};
        if (mail.act)
            made.lines += tokenLines(QString::fromLatin1(mail.act), content, say);
        made.lines += say(mail.otherwise);
        return made;
    }
    return std::nullopt;
}

QStringList tokenLines(const QString &act, const MailContent &content, const MailWords &say)
{
    const QDateTime until =
        QDateTime::fromMSecsSinceEpoch(content.parameters["expires_at"_L1].toInteger() / 1000).toLocalTime();
    return {u"tenantry://%1?token=%2"_s.arg(act, content.token),
            {},
            say(QT_TRANSLATE_NOOP("mail", "Code:")),
            content.token,
            {},
            say(QT_TRANSLATE_NOOP("mail", "It works once, until %1."))
                .arg(until.toString(u"yyyy-MM-dd HH:mm t"_s))};
}

bool needsToken(const QString &kind)
{
    return kind == u"account_activation" || kind == u"account_reset";
}

} // namespace tenantry::jobs

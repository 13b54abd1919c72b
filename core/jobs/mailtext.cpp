// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/mailtext.h"

#include "core/domain/notificationtext.h"
#include "core/jobs/accountmail.h"
#include "translations/translator.h"

#include <QCoreApplication>
#include <QDateTime>

namespace tenantry::jobs {

using namespace Qt::StringLiterals;

const QTranslator *MailTexts::translator(const QString &language)
{
    auto [place, isNew] = m_translators.try_emplace(language);
    if (isNew)
        place->second = loadTranslator(language);
    return place->second.get();
}

MailTexts::Text MailTexts::text(const MailContent &content)
{
    const bool isChinese = content.language == u"zh_CN";
    const QTranslator *texts = isChinese ? translator(content.language) : nullptr;
    NotificationWords words;
    words.locale = isChinese ? QLocale(QLocale::Chinese, QLocale::China)
                             : QLocale(QLocale::English, QLocale::UnitedStates);
    words.translate = [texts](const char *context, const char *english) {
        const QString found = texts ? texts->translate(context, english) : QString();
        return found.isEmpty() ? QString::fromUtf8(english) : found;
    };
    words.nameOf = [&content](const QUuid &id) {
        return content.names[id.toString(QUuid::WithoutBraces)].toString();
    };
    const auto say = [&words](const char *english) { return words.translate("mail", english); };
    QStringList lines{say(QT_TRANSLATE_NOOP("mail", "Hello %1,")).arg(content.recipient), {}};
    const QStringList signature{
        QString(), u"-- "_s,
        say(QT_TRANSLATE_NOOP("mail", "Tenantry sent this mail by itself. Nobody reads answers to it."))};
    if (const auto mail = accountMail(content, say))
        return {mail->subject, (lines + mail->lines + signature).join(u'\n') + u'\n'};
    const NotificationText told = notificationText(content.kind, content.parameters, words);
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(content.at / 1000).toLocalTime();
    lines += {told.title, {}};
    const QString pair = say(QT_TRANSLATE_NOOP("mail", "%1: %2"));
    for (const NotificationText::Line &line : told.lines)
        lines += pair.arg(line.label, line.value);
    lines += pair.arg(say(QT_TRANSLATE_NOOP("mail", "Time")),
                      words.locale.toString(when, u"yyyy-MM-dd HH:mm t"_s));
    // ORG-10: who was invited and has yet to activate their account.
    if (!content.token.isEmpty())
        lines +=
            QStringList{QString(),
                        say(QT_TRANSLATE_NOOP(
                            "mail", "Your account has no password yet. Open this link on the computer with "
                                    "Tenantry, or paste the code there under Activate, and choose one:")),
                        QString()} +
            tokenLines(u"activate"_s, content, say);
    lines += {QString(),
              say(QT_TRANSLATE_NOOP(
                  "mail", "You find it in Tenantry under Notifications: tenantry://page/notifications"))};
    return {told.title, (lines + signature).join(u'\n') + u'\n'};
}

} // namespace tenantry::jobs

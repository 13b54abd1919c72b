// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/messages.h"

#include "core/base/time.h"
#include "core/domain/declarations.h"
#include "core/domain/sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <array>

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

QString translated(const char *text)
{
    return QCoreApplication::translate("messages", text);
}

const char *textOf(const QString &code)
{
    static const QHash<QString, const char *> texts = [] {
        QHash<QString, const char *> all;
        for (const auto *table : {&refusalSentences(), &faultSentences()}) {
            for (const Sentence &sentence : *table)
                all.insert(QString::fromLatin1(sentence.code), sentence.text);
        }
        return all;
    }();
    return texts.value(code, nullptr);
}

// Words of closed vocabularies that occur as parameters, as people read them.
struct Word
{
    QLatin1String parameter;
    QLatin1String value;
    const char *text;
};
constexpr std::array words{
    Word{"class"_L1, "identifier"_L1, QT_TRANSLATE_NOOP("messages", "letters A–Z, digits and _")},
    Word{"class"_L1, "domain"_L1, QT_TRANSLATE_NOOP("messages", "letters A–Z, digits and -")},
    Word{"class"_L1, "person"_L1, QT_TRANSLATE_NOOP("messages", "letters of any script, blank, · ' and -")},
    Word{"class"_L1, "email"_L1,
         QT_TRANSLATE_NOOP("messages", "letters A–Z, digits and the signs of e-mail addresses")},
    Word{"class"_L1, "phone"_L1, QT_TRANSLATE_NOOP("messages", "digits, blank, + - ( and )")},
    Word{"class"_L1, "account"_L1, QT_TRANSLATE_NOOP("messages", "letters A–Z, digits, . - and _")},
    Word{"class"_L1, "line"_L1, QT_TRANSLATE_NOOP("messages", "any visible characters in one line")},
    Word{"class"_L1, "text"_L1, QT_TRANSLATE_NOOP("messages", "any visible characters")},
    Word{"role"_L1, "guest"_L1, QT_TRANSLATE_NOOP("messages", "guest")},
    Word{"role"_L1, "viewer"_L1, QT_TRANSLATE_NOOP("messages", "viewer")},
    Word{"role"_L1, "commenter"_L1, QT_TRANSLATE_NOOP("messages", "commenter")},
    Word{"role"_L1, "editor"_L1, QT_TRANSLATE_NOOP("messages", "editor")},
    Word{"role"_L1, "administrator"_L1, QT_TRANSLATE_NOOP("messages", "administrator")},
    Word{"role"_L1, "owner"_L1, QT_TRANSLATE_NOOP("messages", "owner")},
    Word{"module"_L1, "bots"_L1, "Bots"},
    Word{"module"_L1, "abs"_L1, "ABS"},
    Word{"module"_L1, "automan"_L1, "AutoMan"},
    Word{"status"_L1, "pending"_L1, QT_TRANSLATE_NOOP("messages", "pending")},
    Word{"status"_L1, "approved"_L1, QT_TRANSLATE_NOOP("messages", "approved")},
    Word{"status"_L1, "rejected"_L1, QT_TRANSLATE_NOOP("messages", "rejected")},
    Word{"status"_L1, "withdrawn"_L1, QT_TRANSLATE_NOOP("messages", "withdrawn")},
    Word{"status"_L1, "ended"_L1, QT_TRANSLATE_NOOP("messages", "ended")},
};

QString readable(const QString &name, const QVariant &value)
{
    if (name == "at"_L1 || name == "until"_L1) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(value.toLongLong() / 1000);
        return QLocale().toString(time, QLocale::ShortFormat);
    }
    const QString text = value.toString();
    if (name == "key"_L1 || name == "implied"_L1)
        return Declarations::builtIn().keySentence(text);
    for (const Word &word : words) {
        if (name == word.parameter && text == word.value)
            return translated(word.text);
    }
    return text;
}

QString general(const Error &error)
{
    switch (error.errorClass) {
    case ErrorClass::Business:
        return translated(QT_TRANSLATE_NOOP("messages", "This was refused ({code})."));
    case ErrorClass::Network:
        return translated(
            QT_TRANSLATE_NOOP("messages", "The server can't be reached ({code}). The console keeps trying."));
    case ErrorClass::Data:
        return translated(QT_TRANSLATE_NOOP("messages", "Stored data can't be read ({code})."));
    case ErrorClass::System:
        break;
    }
    return translated(QT_TRANSLATE_NOOP(
        "messages", "Something went wrong ({code}). Try again; if it stays, tell your administrator."));
}

// One pass from left to right, so that a value which looks like a placeholder is left as it is.
QString filled(const QString &text, const QVariantMap &parameters)
{
    static const QRegularExpression placeholder(u"\\{([a-z_]+)\\}"_s);
    QString result;
    qsizetype end = 0;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result += QStringView(text).mid(end, match.capturedStart() - end);
        result += readable(match.captured(1), parameters.value(match.captured(1)));
        end = match.capturedEnd();
    }
    result += QStringView(text).mid(end);
    return result;
}

} // namespace

QString sentence(const Error &error)
{
    if (const char *text = textOf(error.code))
        return filled(translated(text), error.parameters);
    return filled(general(error), {{u"code"_s, error.code}});
}

QString sentence(const FieldHint &hint)
{
    const QVariantMap parameters{
        {u"min"_s, hint.minimum}, {u"max"_s, hint.maximum}, {u"class"_s, hint.characters}};
    QString text;
    if (hint.number)
        text = translated(QT_TRANSLATE_NOOP("messages", "A whole number from {min} to {max}."));
    else if (hint.form == "email"_L1)
        text = translated(QT_TRANSLATE_NOOP("messages", "An e-mail address such as name@example.com."));
    else if (hint.form == "web_address"_L1)
        text = translated(QT_TRANSLATE_NOOP("messages", "A web address such as https://example.com/path, up to {max} characters."));
    else if (hint.minimum <= 1)
        text = translated(QT_TRANSLATE_NOOP("messages", "Up to {max} characters: {class}."));
    else
        text = translated(QT_TRANSLATE_NOOP("messages", "{min} to {max} characters: {class}."));
    return filled(text, parameters);
}

QStringList codesWithSentence()
{
    QStringList codes;
    for (const auto *table : {&refusalSentences(), &faultSentences()}) {
        for (const Sentence &sentence : *table)
            codes.append(QString::fromLatin1(sentence.code));
    }
    codes.sort();
    return codes;
}

} // namespace tenantry

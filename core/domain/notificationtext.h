// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A notification in words: for the console and for mail, which may speak different languages in one program.
#pragma once

#include <QJsonObject>
#include <QList>
#include <QLocale>
#include <QString>
#include <QUuid>

#include <functional>

namespace tenantry {

/// In what language, and who the people are. Usable from any thread where its functions are.
struct NotificationWords
{
    /// The translation of an English text, or itself.
    std::function<QString(const char *context, const char *text)> translate;
    /// Somebody's or something's name; empty where it isn't known.
    std::function<QString(const QUuid &id)> nameOf;
    QLocale locale;
};

struct NotificationText
{
    struct Line
    {
        QString label, value;
        friend bool operator==(const Line &, const Line &) = default;
    };
    QString title;
    QList<Line> lines;
    friend bool operator==(const NotificationText &, const NotificationText &) = default;
};

/// The language of the moment.
[[nodiscard]] NotificationWords wordsOfMoment(std::function<QString(const QUuid &)> nameOf);

[[nodiscard]] NotificationText notificationText(const QString &kind, const QJsonObject &parameters,
                                                const NotificationWords &words);

} // namespace tenantry

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QTranslator>

#include <map>
#include <memory>

namespace tenantry::jobs {

/// What a mail is about, as the server gives it to the worker.
struct MailContent
{
    QString kind;
    QJsonObject parameters;
    QJsonObject names; ///< of people in the parameters: {id: name}
    qint64 at = 0;     ///< µs
    QString recipient; ///< the name
    QString language;  ///< "zh_CN", anything else is English
    QString token = {}; ///< of an account mail
};

/// The template of mails in each language. Several at once: the program's own language has no part in it.
class MailTexts final
{
public:
    struct Text
    {
        QString subject, body;
    };
    [[nodiscard]] Text text(const MailContent &content);

private:
    [[nodiscard]] const QTranslator *translator(const QString &language);
    std::map<QString, std::unique_ptr<QTranslator>> m_translators;
};

} // namespace tenantry::jobs

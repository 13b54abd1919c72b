// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/mailmessage.h"

namespace tenantry::jobs {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostInWord = 45;  ///< bytes of an encoded word: 75 characters at most (RFC 2047)
constexpr qsizetype mostInFirst = 36; ///< of the first, which has the header's name before it
constexpr qsizetype lineLength = 76;

/// One or more encoded words; none is cut inside a character.
QByteArray encoded(const QString &text)
{
    QByteArray result, part;
    const auto flush = [&] {
        if (!part.isEmpty())
            result +=
                (result.isEmpty() ? "" : "\r\n ") + QByteArrayLiteral("=?UTF-8?B?") + part.toBase64() + "?=";
        part.clear();
    };
    for (const char32_t character : text.simplified().toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&character, 1).toUtf8();
        if (part.size() + bytes.size() > (result.isEmpty() ? mostInFirst : mostInWord))
            flush();
        part += bytes;
    }
    flush();
    return result;
}

QByteArray mailbox(const QString &address, const QString &name)
{
    const QByteArray plain = '<' + address.toUtf8() + '>';
    return name.isEmpty() ? plain : encoded(name) + "\r\n " + plain;
}

QByteArray body(const QString &text)
{
    const QByteArray all = QString(text).replace(u"\n"_s, u"\r\n"_s).toUtf8().toBase64();
    QByteArray lines;
    for (qsizetype from = 0; from < all.size(); from += lineLength)
        lines += all.mid(from, lineLength) + "\r\n";
    return lines;
}

} // namespace

QByteArray MailMessage::toBytes() const
{
    return "Date: " + date.toString(Qt::RFC2822Date).toLatin1() + "\r\nFrom: " + mailbox(from, fromName) +
           "\r\nTo: " + mailbox(to, toName) + "\r\nSubject: " + encoded(subject) + "\r\nMessage-ID: <" +
           messageId.toLatin1() +
           ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; "
           "charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
           body(text);
}

} // namespace tenantry::jobs

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <functional>

namespace tenantry::accounts {

/// Where a worker keeps accounts (`tenantryctl worker --accounts`).
struct AccountsServer
{
    QUrl url;                     ///< https; the path of the endpoint is ours
    QString authorities;          ///< a file of certificates instead of the system's
    bool allowUnverified = false; ///< SEC-2: never by itself
    std::chrono::milliseconds patience{15'000};
};

/// What was asked was done, or why not: at least one error, those of fields with the field.
using Answer = tl::expected<QJsonObject, QList<Error>>;

/// Asks the worker's endpoint (ACC-1 to ACC-6). One question at a time; a second one gives up the first.
/// Errors beside those of the server: "accounts.address" (Data), "accounts.unreachable",
/// "accounts.untrusted", "accounts.unavailable" (Network), "accounts.answer" (Data). None holds anything of a
/// person.
class AccountsClient final : public QObject
{
    Q_OBJECT
public:
    explicit AccountsClient(AccountsServer server, QObject *parent = nullptr);
    ~AccountsClient() override;

    /// `done` is called once, later, unless cancelled.
    void ask(const QString &act, const QJsonObject &fields, std::function<void(const Answer &)> done);
    void cancel();

private:
    [[nodiscard]] static Answer read(QNetworkReply &reply);

    const AccountsServer m_server;
    QNetworkAccessManager m_network;
    QPointer<QNetworkReply> m_reply;
};

} // namespace tenantry::accounts

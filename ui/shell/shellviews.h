// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QMetaType>
#include <QString>

/// What the shell shows, as plain data: whoever owns engine, session and profiles fills these in.
namespace tenantry::ui
{

/// Who is signed in.
struct AccountView {
    QString id; ///< for the colour of the avatar
    QString name;
    QString email;
    QString role;   ///< translated: "System administrator"
    QString tenant; ///< name of the tenant that the navigation is headed by
    friend bool operator==(const AccountView &, const AccountView &) = default;
};

/// A tenant that the platform team can turn to.
struct TenantChoice {
    QString id;
    QString name;
    friend bool operator==(const TenantChoice &, const TenantChoice &) = default;
};

/// What the chip at the top right and the head of its panel show (APP-4).
struct SyncStatus {
    enum class Connection {
        Starting, ///< nothing known yet
        Online,
        Offline
    };
    Connection connection = Connection::Starting;
    bool busy = false;       ///< exchanging something right now
    QDateTime lastSync;      ///< invalid: never
    QDateTime offlineSince;  ///< valid only while offline
    QDateTime nextAttempt;   ///< valid only while offline
    int queued = 0;
    int needsAttention = 0;
    QString server;          ///< as the profile names it
    QString user;
    QString transport;       ///< translated: "TLS, certificate verified", "private, on this machine"
    bool signInNeeded = false; ///< the server refused the password
    bool workerMissing = false;
    QStringList problems;    ///< translated sentences: last error, warnings of the local copy
    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

/// One command of the queue, in words.
struct QueuedCommandView {
    enum class State { Waiting, Sending, NeedsAttention };
    QString id;
    QString sentence;    ///< "Approve the tenant application of 张三"
    QString explanation; ///< what happened, who and when; for NeedsAttention
    QDateTime madeAt;
    State state = State::Waiting;
    bool canRetry = false;
    bool canDiscard = true;
    bool canCompare = false; ///< both versions can be shown side by side
    bool canHandOver = false; ///< what somebody owns or leads stopped it, and can be passed on
    friend bool operator==(const QueuedCommandView &, const QueuedCommandView &) = default;
};

/// A server that can be signed in to.
struct ServerProfileView {
    QString id;
    QString name;     ///< "Demo on this machine", "tenantry.example.org"
    bool demo = false; ///< offers personas instead of a password
    QString rememberedEmail;
    bool passwordRemembered = false; ///< of that e-mail, in the keychain
    bool editable = false;           ///< can be changed and removed here
    bool passwordless = false;       ///< signing in without one may be tried
    bool hasAccounts = false;        ///< people can register, activate and reset, and sign in by e-mail
    friend bool operator==(const ServerProfileView &, const ServerProfileView &) = default;
};

/// A person of the demo, one click to sign in as.
struct PersonaView {
    QString id;
    QString name;
    QString role;   ///< translated
    QString tenant;
    friend bool operator==(const PersonaView &, const PersonaView &) = default;
};

/// A hit that the palette offers beside commands and pages.
struct PaletteObject {
    QString pageId;   ///< the page that shows it …
    QString objectId; ///< … and what Page::showObject is given
    QString iconName;
    QString title;
    QString detail;   ///< department, path
};

} // namespace tenantry::ui

Q_DECLARE_METATYPE(tenantry::ui::SyncStatus)

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

namespace tenantry::server {

/// What went wrong between us and PostgreSQL, by what one does about it.
enum class FailureKind {
    ConnectionLost, ///< code server.connection_lost: was open, is gone; reopen and ask again
    Unreachable,    ///< server.unreachable: nobody answers, or it is starting or stopping
    SignInRefused, ///< server.sign_in_refused: wrong password or unknown role (28P01), may not log in (28000)
    Retryable,     ///< server.busy: 40001, 40P01, 55P03, 53xxx but 53400; the same again may work
    ReadOnly,      ///< server.read_only: a standby, or a session set to read only (25006)
    Cancelled,     ///< server.cancelled: 57014, by us or by a time-out
    Untrusted,     ///< server.untrusted: TLS failed: wrong host, unknown authority, no TLS there
    Other          ///< server.failed: anything else
};

/// The kind of an error that a function of this folder returned; Other for errors from elsewhere.
[[nodiscard]] FailureKind failureKind(const Error &error);

/// The SQLSTATE of an error, empty where the server had none.
[[nodiscard]] QString sqlState(const Error &error);

/// Makes the error for a SQLSTATE. `message` is PostgreSQL's sentence; it may hold values, so give it only
/// where nothing personal can be in it.
[[nodiscard]] Error serverError(const QString &sqlState, bool connectionOpen, const QString &message = {});

/// The error of a kind without a SQLSTATE.
[[nodiscard]] Error serverError(FailureKind kind, const QVariantMap &parameters = {});

} // namespace tenantry::server

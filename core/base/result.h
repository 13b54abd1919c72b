// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantMap>

#include <tl/expected.hpp>

namespace tenantry
{

/// The four classes of ERR-1; what the user is offered depends on nothing else.
enum class ErrorClass {
    Business, ///< a rule says no; the message says what to do
    System,   ///< a fault of ours; `parameters["id"]` leads to the log line
    Network,  ///< not reached, cut off, timed out; worth trying again
    Data,     ///< stored data is damaged, missing or of another version
};

/// Why something did not happen. `code` is stable ("organization.name_taken"), never a sentence: sentences
/// in both languages are made from code and parameters (core/domain/messages.h). Holds no personal datum
/// other than what the user typed themself.
struct Error {
    ErrorClass errorClass = ErrorClass::System;
    QString code;
    QString field; ///< the field of the form that the error belongs to; empty: the whole of it
    QVariantMap parameters;

    friend bool operator==(const Error &, const Error &) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> failure(ErrorClass errorClass, const QString &code, const QVariantMap &parameters = {},
                                            const QString &field = {});

} // namespace tenantry

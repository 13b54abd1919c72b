// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QHash>

namespace tenantry::ui
{

/// Who waits for which answer of the server.
class OpenQuestions final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// The question's ID.
    quint64 add(QObject *context, Session::Answer answer);
    void answer(quint64 id, const Result<QJsonValue> &given);

Q_SIGNALS:
    /// Whoever asked is gone.
    void abandoned(quint64 id);

private:
    struct Open {
        Session::Answer answer;
        QMetaObject::Connection end; ///< of the context
    };
    QHash<quint64, Open> m_open;
    quint64 m_last = 0;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace tenantry::ui
{

/// Who waits for which answer.
template <class Given>
class OpenQuestions final
{
public:
    using Answer = std::function<void(const Result<Given> &)>;

    /// `abandoned` is told the ID of a question whose asker is gone.
    explicit OpenQuestions(std::function<void(quint64)> abandoned) : m_abandoned(std::move(abandoned)) {}
    Q_DISABLE_COPY_MOVE(OpenQuestions)

    /// The question's ID.
    quint64 add(QObject *context, Answer answer)
    {
        const quint64 id = ++m_last;
        const auto end = QObject::connect(context, &QObject::destroyed, &m_guard, [this, id] {
            m_open.remove(id);
            m_abandoned(id);
        });
        m_open.insert(id, {std::move(answer), end});
        return id;
    }
    void answer(quint64 id, const Result<Given> &given)
    {
        const Open open = m_open.take(id);
        if (!open.answer) // abandoned meanwhile
            return;
        QObject::disconnect(open.end);
        open.answer(given);
    }

private:
    struct Open {
        Answer answer;
        QMetaObject::Connection end; ///< of the context
    };
    std::function<void(quint64)> m_abandoned;
    QHash<quint64, Open> m_open;
    quint64 m_last = 0;
    QObject m_guard; ///< last, so that nobody is told while the others go
};

} // namespace tenantry::ui

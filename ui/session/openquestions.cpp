// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/openquestions.h"

namespace tenantry::ui
{

quint64 OpenQuestions::add(QObject *context, Session::Answer answer)
{
    const quint64 id = ++m_last;
    const auto end = connect(context, &QObject::destroyed, this, [this, id] {
        m_open.remove(id);
        Q_EMIT abandoned(id);
    });
    m_open.insert(id, {std::move(answer), end});
    return id;
}

void OpenQuestions::answer(quint64 id, const Result<QJsonValue> &given)
{
    const Open open = m_open.take(id);
    if (!open.answer) // abandoned meanwhile
        return;
    disconnect(open.end);
    open.answer(given);
}

} // namespace tenantry::ui

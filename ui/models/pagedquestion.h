// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui {

/// Asks the server for a list that comes in parts, the newest first; an answer to what is no longer wanted is
/// dropped. Answers say with "more" whether another part follows.
class PagedQuestion final : public QObject
{
    Q_OBJECT
public:
    PagedQuestion(Session &session, sync::Question question, QObject *parent = nullptr);

    void ask(const QJsonObject &arguments);
    /// The next part, before this entry.
    void askMore(const QJsonValue &before);
    [[nodiscard]] bool isBusy() const { return m_context; }
    [[nodiscard]] bool hasMore() const { return m_more; }
    void cancel();

Q_SIGNALS:
    void answered(const QJsonObject &page, bool isMore);
    void failed(const tenantry::Error &error);

private:
    void send(const QJsonObject &arguments, bool isMore);

    Session &m_session;
    const sync::Question m_question;
    QJsonObject m_arguments;
    bool m_more = false;
    QObject *m_context = nullptr; ///< of the question that is under way
};

} // namespace tenantry::ui

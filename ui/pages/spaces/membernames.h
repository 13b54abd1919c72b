// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberplace.h"

#include <QTimer>

namespace tenantry::ui::spaces {

/// Asks the server who is in a space, for whoever has a role there without seeing its grants (EXT-2, MEM-8):
/// of those the list has the name and nothing else. Asks again when rows came. Where there is no connection
/// what was said last stays, until the console is locked.
class MemberNames final : public QObject
{
    Q_OBJECT
public:
    explicit MemberNames(Session &session, QObject *parent = nullptr);

    /// A resource: nobody is asked for.
    void setPlace(const MemberPlace &place);
    [[nodiscard]] const QList<MemberName> &names() const { return m_names; }
    /// Whether these are all of them.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void ask();
    void take(const QJsonObject &answer);
    void drop();
    [[nodiscard]] bool isWanted() const;

    Session &m_session;
    MemberPlace m_place;
    QTimer m_pause;
    directory::SnapshotPtr m_asked; ///< the session's, when it was asked
    std::unique_ptr<QObject> m_asking;
    QList<MemberName> m_names;
    bool m_isWhole = false;
};

} // namespace tenantry::ui::spaces

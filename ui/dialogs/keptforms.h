// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/keptform.h"
#include "ui/session/session.h"

namespace tenantry::ui {

/// Half-filled forms across a lock: nothing typed is lost, and nothing of the replica stays (SEC-4). They are
/// kept in memory for the actor who typed and for nobody else, and go with the end of this object.
class KeptForms final : public QObject
{
    Q_OBJECT
public:
    /// `window`: forms that belong to it are kept.
    KeptForms(Session &session, QWidget &window);

    /// Just before the lock, which closes the forms: takes what was typed.
    void keep();
    /// After the unlock: the forms come back with the first snapshot that holds the actor.
    void reopen();
    /// How many wait.
    [[nodiscard]] qsizetype count() const { return m_kept.size(); }

Q_SIGNALS:
    /// What a form was about is gone, or the actor's rights don't reach it any more.
    void lost();

private:
    struct Kept
    {
        KeptForm::Maker make;
        QPointer<QObject> context;
        KeptForm::Draft draft;
    };
    void follow();
    void open(const Kept &kept);

    Session &m_session;
    QWidget &m_window;
    QList<Kept> m_kept;
    UserId m_actor;         ///< who typed
    bool m_emptied = false; ///< the snapshot of before the lock is gone
    bool m_unlocked = false;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keptforms.h"

#include <QDialog>

namespace tenantry::ui {

KeptForms::KeptForms(Session &session, QWidget &window) : m_session(session), m_window(window)
{
    connect(&session, &Session::snapshotChanged, this, &KeptForms::follow);
}

void KeptForms::keep()
{
    m_unlocked = false;
    m_emptied = false;
    m_actor = m_session.userId();
    for (QDialog *dialog : m_window.findChildren<QDialog *>()) {
        auto *form = dynamic_cast<KeptForm *>(dialog);
        if (!form || !form->maker() || !dialog->isVisible())
            continue;
        if (const KeptForm::Draft draft = form->draft(); !draft.isEmpty())
            m_kept.append({form->maker(), form->makerContext(), draft});
    }
}

void KeptForms::reopen()
{
    m_unlocked = true;
}

void KeptForms::follow()
{
    const bool known = m_session.snapshot()->findUser(m_session.userId()).isValid();
    m_emptied = m_emptied || !known;
    if (m_kept.isEmpty() || !known || !m_emptied || !m_unlocked)
        return;
    const QList<Kept> kept = std::exchange(m_kept, {});
    if (m_session.userId() != m_actor)
        return;
    for (const Kept &form : kept)
        open(form);
}

void KeptForms::open(const Kept &kept)
{
    if (!kept.context || !KeptForm::openKept(kept.context, kept.make, kept.draft))
        Q_EMIT lost();
}

} // namespace tenantry::ui

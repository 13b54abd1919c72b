// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QPointer>
#include <QVariantMap>

#include <functional>

class QDialog;

namespace tenantry::ui {

/// A dialog that a lock closes, because it holds the snapshot, and that comes back after the unlock with what
/// a person had put into it (KeptForms): it is made anew and given the draft. What is shown without a maker
/// closes for good.
class KeptForm
{
public:
    /// What is kept of a form across a lock: what the person typed themselves, with IDs for what they chose,
    /// and what they had in front of them in the fields that they changed; never more of the replica than
    /// that, and no password. In memory only: the person's own writing isn't data of the replica, but no file
    /// of ours may have it in clear.
    struct Draft
    {
        QVariantMap typed;
        QJsonObject seen;   ///< of the command that it would have given
        QJsonObject before; ///< likewise
        [[nodiscard]] bool isEmpty() const { return typed.isEmpty(); }
    };
    /// Makes the form from the session's snapshot; null where what it is about is gone. Holds IDs, no names.
    using Maker = std::function<KeptForm *()>;
    /// Opens what `make` makes, with the draft of before a lock; false: there is nothing to make. While
    /// `context` lives it can be made again: take one that a lock leaves alone.
    static bool openKept(QObject *context, const Maker &make, const Draft &draft = {});

    /// Null where it can't be made again.
    [[nodiscard]] const Maker &maker() const { return m_maker; }
    [[nodiscard]] QObject *makerContext() const { return m_makerContext; }
    /// Empty where nothing was put in, or where what it gives is on its way already: then the queue has it.
    [[nodiscard]] virtual Draft draft() = 0;

protected:
    explicit KeptForm(QDialog &dialog) : m_dialog(dialog) {}
    ~KeptForm() = default;
    virtual void setDraft(const Draft &draft) = 0;

private:
    QDialog &m_dialog;
    Maker m_maker;
    QPointer<QObject> m_makerContext;
};

/// How a draft holds what was chosen from a list, and back: an ID with its kind, which `choose` takes.
[[nodiscard]] QVariantMap chosenOne(int kind, const QUuid &id);
void chooseAgain(const QVariant &chosen, const std::function<void(int kind, const QUuid &id)> &choose);

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/keptform.h"
#include "ui/session/session.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/text.h"

#include <QDialog>

class QLineEdit;
class QScrollArea;

namespace tenantry::ui {

class Banner;
class CommandFollower;
class ImpactLine;

/// A form that gives one command. It stays open with what was typed until the server took the command, and
/// puts each refusal at its field (ERR-2, ERR-3); without a connection the command waits in the queue and the
/// form closes. Where somebody else changed the same thing meanwhile, both versions are shown in its place
/// (INB-6). Subclasses add their fields and call retranslate() once; openKept() shows it.
///
/// Over a lock what was typed is kept (KeptForm), but of forms that are shown without a maker: what takes something
/// away (SuspendDialog, MemberRemoveDialog, CloseAccountDialog, DismissDialog, freezing a tenant), because its losses must be read anew, RestoreDialog, which is about an
/// answer of the server that went with the lock, and InvitationDialog, in which nothing is typed. Neither are dialogs
/// that are no KeptForm: confirmations, imports, exports, and whatever asks for a password.
class CommandDialog : public QDialog, public KeptForm
{
    Q_OBJECT
public:
    [[nodiscard]] Draft draft() override;

    [[nodiscard]] Form *form() const { return m_form; }
    [[nodiscard]] QLineEdit *reason() const { return m_reason; } ///< null: the form has none
    [[nodiscard]] ImpactLine *impact() const { return m_impact; }
    void save();
    /// Shown without a size it is as high as its fields need, the screen's height at most.
    void setVisible(bool visible) override;

Q_SIGNALS:
    /// The server took it, or it waits in the queue.
    void given(tenantry::CommandId id);

protected:
    CommandDialog(Session &session, QWidget *window);

    /// Marks what is wrong with setError() of the form; nothing marked: all is well.
    virtual void check() = 0;
    /// What to give; nothing: there is nothing to change. Asked at a lock too, whatever the fields hold.
    [[nodiscard]] virtual std::optional<Command> command() = 0;
    virtual void retranslate() = 0;
    /// What leads out of a refusal, as the text of a button beside it that calls takeWayOut(); empty: nothing does.
    [[nodiscard]] virtual QString wayOut(const Error &) const { return {}; }
    virtual void takeWayOut() {}
    /// What a person put where the form's fields can't find it (typedvalue.h).
    [[nodiscard]] virtual QVariant typedBeside() const { return {}; }
    virtual void setTypedBeside(const QVariant &) {}

    [[nodiscard]] Session &session() const { return m_session; }
    void setTexts(const QString &title, const QString &sentence, const QString &act);
    /// It takes away what can't be had back at once: its last step is red.
    void setDestructive();
    /// The last fields of most forms: why, kept with the change, and what it does to whom (PRM-5).
    void addReason();
    void addImpact();
    /// Marks a field where the rule of rules.json says so.
    void checkRule(const QString &object, const QString &field, const QString &value);
    /// The rule of the field as its hint.
    void showRule(const QString &object, const QString &field);
    void changeEvent(QEvent *event) override;

private:
    void showErrors(const QList<Error> &errors);
    void grow();
    /// The fields that were typed in show that again, and the command says that the actor saw what they saw
    /// then: a change made meanwhile is a conflict and never overwritten (INB-6).
    void setDraft(const Draft &draft) override;
    [[nodiscard]] QVariantMap typed() const;

    Session &m_session;
    CommandFollower *m_follower;
    QLabel *m_title;
    QLabel *m_sentence;
    Banner *m_banner;
    QScrollArea *m_scroll;
    Form *m_form;
    QLineEdit *m_reason = nullptr;
    ImpactLine *m_impact = nullptr;
    QPushButton *m_save;
    QPushButton *m_cancel;
    std::optional<QVariantMap> m_untouched; ///< what the fields held when it was shown
    Draft m_draft;                          ///< of before the lock
};

} // namespace tenantry::ui

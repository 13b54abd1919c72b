// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tenantry::ui
{

class CommentBox;

/// Fixed below the detail: what can be done with what is selected, and why not.
class DecisionBar final : public QWidget
{
    Q_OBJECT
public:
    enum class Mode {
        Note,      ///< nothing to do; the note says why
        Decide,    ///< comment, Reject…, Approve
        Queued,    ///< decided; Undo until it is sent
        Attention, ///< refused: decide again, or let go
        Own,       ///< withdraw
    };
    struct State {
        Mode mode = Mode::Note;
        QString note;       ///< above the buttons; may be empty
        QString reasonIfNot; ///< of Decide, Attention and Own: not empty disables the act and says why
        int count = 1;      ///< how many are decided at once
        bool canUndo = true;
        bool stillPending = false; ///< of Attention: deciding again can work
    };

    explicit DecisionBar(QWidget *parent = nullptr);
    void setState(const State &state);
    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] QString comment() const;
    void setComment(const QString &comment);
    void clearComment();
    /// Something is typed, or about to be: the comment stays in sight whatever becomes of the application, so that the rest of a word
    /// doesn't reach the shortcuts of the page.
    [[nodiscard]] bool isWriting() const;
    /// At the comment: why what was decided with it could not be kept.
    void setError(const QString &message);

    /// What the buttons do, for keys: nothing where the button can't be used.
    void approve();
    void reject();
    /// Ctrl+Enter: what was begun (rejecting once Reject… asked for a reason), else approving.
    void submit();

    void retranslate();

Q_SIGNALS:
    void decided(tenantry::Decision decision, const QString &comment);
    void undoRequested();
    void withdrawRequested();
    void discardRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void setRejecting(bool rejecting);
    [[nodiscard]] bool canDecide() const;

    State m_state;
    bool m_rejecting = false;
    QLabel *m_note;
    CommentBox *m_comment;
    QLabel *m_hint;
    QPushButton *m_reject, *m_approve, *m_undo, *m_withdraw, *m_discard;
};

} // namespace tenantry::ui

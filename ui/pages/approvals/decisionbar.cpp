// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/decisionbar.h"

#include "core/domain/messages.h"
#include "ui/widgets/commentbox.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

DecisionBar::DecisionBar(QWidget *parent)
    : QWidget(parent), m_note(makeParagraph(TextStyle::Muted)), m_comment(new CommentBox), m_hint(makeLabel(TextStyle::Small)),
      m_reject(makeButton(ButtonStyle::Default)), m_approve(makeButton(ButtonStyle::Primary)),
      m_undo(makeButton(ButtonStyle::Default, {}, u"undo"_s)), m_withdraw(makeButton(ButtonStyle::Default)),
      m_discard(makeButton(ButtonStyle::Default))
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::grid);
    buttons->addWidget(m_hint, 1);
    for (QPushButton *button : {m_undo, m_withdraw, m_discard, m_reject, m_approve})
        buttons->addWidget(button);
    auto *content = new QVBoxLayout;
    content->setContentsMargins(20, 12, 20, 12);
    content->setSpacing(metrics::grid);
    content->addWidget(m_note);
    content->addWidget(m_comment);
    content->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeSeparator());
    layout->addLayout(content);

    m_comment->edit()->installEventFilter(this);
    connect(m_comment, &CommentBox::submitted, this, &DecisionBar::submit);
    connect(m_approve, &QPushButton::clicked, this, &DecisionBar::approve);
    connect(m_reject, &QPushButton::clicked, this, &DecisionBar::reject);
    connect(m_undo, &QPushButton::clicked, this, &DecisionBar::undoRequested);
    connect(m_withdraw, &QPushButton::clicked, this, &DecisionBar::withdrawRequested);
    connect(m_discard, &QPushButton::clicked, this, &DecisionBar::discardRequested);
    retranslate();
}

void DecisionBar::setState(const State &state)
{
    m_state = state;
    refresh();
}

QString DecisionBar::comment() const
{
    return m_comment->comment();
}

bool DecisionBar::isWriting() const
{
    return !m_comment->comment().isEmpty() || (isVisible() && m_comment->edit()->hasFocus());
}

void DecisionBar::setError(const QString &message)
{
    m_comment->setError(message);
}

void DecisionBar::setComment(const QString &comment)
{
    m_comment->setComment(comment);
    setRejecting(false);
}

void DecisionBar::clearComment()
{
    m_comment->clear();
    m_comment->setError({});
    setRejecting(false);
}

bool DecisionBar::canDecide() const
{
    const bool decides = m_state.mode == Mode::Decide || (m_state.mode == Mode::Attention && m_state.stillPending);
    return decides && m_state.reasonIfNot.isEmpty();
}

void DecisionBar::approve()
{
    if (!canDecide() || m_comment->isTooLong())
        return;
    Q_EMIT decided(Decision::Approve, m_comment->comment());
}

void DecisionBar::reject()
{
    if (!canDecide() || m_comment->isTooLong())
        return;
    if (!m_comment->comment().isEmpty()) {
        Q_EMIT decided(Decision::Reject, m_comment->comment());
        return;
    }
    setRejecting(true);
    m_comment->setError(sentence(Error{ErrorClass::Business, u"application.comment_required"_s, u"comment"_s, {}}));
    m_comment->edit()->setFocus(Qt::ShortcutFocusReason);
}

void DecisionBar::submit()
{
    if (m_rejecting)
        reject();
    else
        approve();
}

bool DecisionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape && m_rejecting) {
        m_comment->setError({});
        setRejecting(false);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DecisionBar::setRejecting(bool rejecting)
{
    m_rejecting = rejecting;
    refresh();
}

void DecisionBar::refresh()
{
    const Mode mode = m_state.mode;
    const bool deciding = mode == Mode::Decide || (mode == Mode::Attention && m_state.stillPending);
    m_note->setText(m_state.note);
    m_note->setHidden(m_state.note.isEmpty());
    m_comment->setVisible((deciding && m_state.reasonIfNot.isEmpty()) || isWriting());
    m_hint->setVisible(true);
    m_hint->setText(mode != Mode::Decide || !m_state.reasonIfNot.isEmpty() ? QString()
                    : m_rejecting                               ? tr("Ctrl+Enter rejects")
                                                                : tr("A approves · R rejects"));
    m_approve->setVisible(deciding);
    m_reject->setVisible(deciding);
    setButtonStyle(m_reject, m_rejecting ? ButtonStyle::Danger : ButtonStyle::Default);
    setButtonStyle(m_approve, m_rejecting ? ButtonStyle::Default : ButtonStyle::Primary);
    setUsable(m_approve, canDecide(), m_state.reasonIfNot);
    setUsable(m_reject, canDecide(), m_state.reasonIfNot);
    m_undo->setVisible(mode == Mode::Queued);
    setUsable(m_undo, m_state.canUndo, tr("It is on its way to the server."));
    m_withdraw->setVisible(mode == Mode::Own);
    setUsable(m_withdraw, m_state.reasonIfNot.isEmpty(), m_state.reasonIfNot);
    m_discard->setVisible(mode == Mode::Attention);
    retranslate();
}

void DecisionBar::retranslate()
{
    const bool many = m_state.count > 1;
    m_approve->setText(many ? tr("Approve %1").arg(m_state.count) : tr("Approve"));
    m_reject->setText(m_rejecting ? tr("Reject") : many ? tr("Reject %1…").arg(m_state.count) : tr("Reject…"));
    m_undo->setText(tr("Undo"));
    m_withdraw->setText(tr("Withdraw application"));
    m_discard->setText(m_state.stillPending ? tr("Discard my decision") : tr("Accept theirs"));
    m_comment->setHint(m_rejecting ? tr("Why it is rejected; the applicant reads it") : tr("Comment; required to reject"));
    m_comment->setTemplates(
        m_rejecting ? QStringList{tr("Please settle data compliance with the platform team first, then apply again."),
                                  tr("Your department has a tenant already. Ask its administrator to let you join."),
                                  tr("Please describe the use more precisely and apply again.")}
                    : QStringList{tr("Approved, welcome."), tr("Approved. The platform team will contact you about onboarding."),
                                  tr("Please settle data compliance with the platform team first, then apply again."),
                                  tr("Your department has a tenant already. Ask its administrator to let you join."),
                                  tr("Please describe the use more precisely and apply again.")});
}

} // namespace tenantry::ui

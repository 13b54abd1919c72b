// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/commentbox.h"

#include "ui/widgets/captions.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

CommentBox::CommentBox(int maximumLength, QWidget *parent)
    : QWidget(parent), m_maximum(maximumLength), m_edit(new QPlainTextEdit),
      m_templates(makeIconButton(u"chevron-down"_s)), m_menu(new QMenu(this)), m_counter(makeLabel(TextStyle::Small)),
      m_errorLabel(makeLabel(TextStyle::Small))
{
    m_edit->setTabChangesFocus(true);
    m_edit->setFixedHeight(76);
    m_edit->installEventFilter(this);
    m_templates->setMenu(m_menu);
    m_templates->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_templates->hide();
    m_errorLabel->setWordWrap(true);

    auto *below = new QHBoxLayout;
    below->setSpacing(metrics::grid);
    below->addWidget(m_templates);
    below->addWidget(m_errorLabel, 1);
    below->addWidget(m_counter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit);
    layout->addLayout(below);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        setError({});
        Q_EMIT changed();
    });
    retranslate();
    refresh();
}

void CommentBox::setHint(const QString &hint)
{
    m_edit->setPlaceholderText(hint);
    m_edit->setAccessibleName(hint);
}

void CommentBox::setTemplates(const QStringList &templates)
{
    m_menu->clear();
    for (const QString &text : templates) {
        m_menu->addAction(plainCaption(text), this, [this, text] {
            QTextCursor cursor = m_edit->textCursor();
            if (!cursor.hasSelection())
                cursor.movePosition(QTextCursor::End);
            cursor.insertText(text);
            m_edit->setTextCursor(cursor);
            m_edit->setFocus();
        });
    }
    m_templates->setVisible(!templates.isEmpty());
}

QString CommentBox::comment() const
{
    return m_edit->toPlainText().trimmed();
}

void CommentBox::setComment(const QString &comment)
{
    m_edit->setPlainText(comment);
}

void CommentBox::clear()
{
    m_edit->clear();
}

bool CommentBox::isTooLong() const
{
    return comment().toUcs4().size() > m_maximum;
}

void CommentBox::setError(const QString &message)
{
    m_errorLabel->setText(message);
    refresh();
}

void CommentBox::refresh()
{
    const bool wrong = !m_errorLabel->text().isEmpty() || isTooLong();
    m_counter->setText(u"%1 / %2"_s.arg(comment().toUcs4().size()).arg(m_maximum));
    setTextStyle(m_counter, TextStyle::Small, isTooLong() ? std::optional(Tone::Danger) : std::nullopt);
    setTextStyle(m_errorLabel, TextStyle::Small, Tone::Danger);
    m_edit->setAccessibleDescription(m_errorLabel->text());
    if (m_edit->property("invalid").toBool() != wrong) {
        m_edit->setProperty("invalid", wrong);
        m_edit->update();
    }
}

bool CommentBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && (key->modifiers() & Qt::ControlModifier)) {
            Q_EMIT submitted();
            return true;
        }
    }
    if (watched == m_edit && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        m_edit->update();
    return QWidget::eventFilter(watched, event);
}

void CommentBox::focusInEvent(QFocusEvent *event)
{
    // Not a focus proxy: with one, Tab went round between the editor and the template button (Qt 6.4).
    m_edit->setFocus(event->reason());
}

void CommentBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommentBox::retranslate()
{
    m_templates->setText(tr("Templates"));
    m_templates->setAccessibleName(tr("Templates"));
    m_templates->setToolTip(tr("Insert a prepared comment"));
}

} // namespace tenantry::ui

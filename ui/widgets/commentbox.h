// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QMenu;
class QPlainTextEdit;
class QToolButton;

namespace tenantry::ui
{

/// A comment of some lines with a counter and a menu of templates. Ctrl+Enter submits; Tab leaves it.
class CommentBox : public QWidget
{
    Q_OBJECT
public:
    explicit CommentBox(int maximumLength = 500, QWidget *parent = nullptr);
    /// Placeholder and accessible name.
    void setHint(const QString &hint);
    /// Inserting one replaces the selection, or goes behind what is there.
    void setTemplates(const QStringList &templates);
    /// Trimmed.
    [[nodiscard]] QString comment() const;
    void setComment(const QString &comment);
    void clear();
    /// In code points, as the rules count.
    [[nodiscard]] bool isTooLong() const;
    /// "" clears.
    void setError(const QString &message);
    [[nodiscard]] QPlainTextEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void changed();
    void submitted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void retranslate();

    int m_maximum;
    QPlainTextEdit *m_edit;
    QToolButton *m_templates;
    QMenu *m_menu;
    QLabel *m_counter;
    QLabel *m_errorLabel;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedLayout;

namespace tenantry::ui
{

/// Nothing here: icon, what is so, what to do next, and a button for it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(const QString &iconName, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &sentence);
    /// An empty text hides the button.
    void setNextStep(const QString &text);

Q_SIGNALS:
    void nextStepRequested();

private:
    QLabel *m_title;
    QLabel *m_sentence;
    QPushButton *m_button;
};

/// Work under way; with a cancel button where setCancellable(true).
class LoadingState : public QWidget
{
    Q_OBJECT
public:
    explicit LoadingState(QWidget *parent = nullptr);
    void setText(const QString &text);
    /// 0–100; below 0: unknown.
    void setProgress(int percent);
    void setCancellable(bool cancellable);

Q_SIGNALS:
    void cancelled();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_text;
    QProgressBar *m_bar;
    QPushButton *m_cancel;
};

/// It failed: what, what to do, the ID for the log, try again.
class ErrorState : public QWidget
{
    Q_OBJECT
public:
    explicit ErrorState(QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &sentence, const QString &logId = {});
    void setRetriable(bool retriable);

Q_SIGNALS:
    void retryRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title;
    QLabel *m_sentence;
    QLabel *m_id;
    QPushButton *m_retry;
};

/// Shows content, or one of the three states above in its place.
class StateStack : public QWidget
{
    Q_OBJECT
public:
    explicit StateStack(QWidget *content, const QString &emptyIconName, QWidget *parent = nullptr);
    [[nodiscard]] EmptyState *empty() const { return m_empty; }
    [[nodiscard]] LoadingState *loading() const { return m_loading; }
    [[nodiscard]] ErrorState *error() const { return m_error; }
    void showContent();
    void showEmpty();
    void showLoading();
    void showError();

private:
    QStackedLayout *m_stack;
    QWidget *m_content;
    EmptyState *m_empty;
    LoadingState *m_loading;
    ErrorState *m_error;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QTimer;

namespace tenantry::ui
{

/// A line edit with a magnifier and a clear button. `queryChanged` comes with each pause of typing (120 ms)
/// and at once on Enter or clearing. Down moves the focus on to setResultView's view; Escape clears.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    explicit SearchField(QWidget *parent = nullptr);
    /// Placeholder and accessible name.
    void setHint(const QString &hint);
    void setResultView(QWidget *view);
    /// For searches that ask nobody else: with each letter, as long as the last one was answered within a frame.
    void setAnswersEachLetter(bool on) { m_eachLetter = on; }
    /// Trimmed.
    [[nodiscard]] QString query() const { return text().trimmed(); }

Q_SIGNALS:
    void queryChanged(const QString &query);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void announce();

    QTimer *m_pause;
    QWidget *m_view = nullptr;
    QString m_announced;
    bool m_eachLetter = false;
    qint64 m_lastTook = 0; // milliseconds
};

} // namespace tenantry::ui

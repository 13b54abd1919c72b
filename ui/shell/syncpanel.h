// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/overlay.h"
#include "ui/shell/shellviews.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tenantry::ui
{

class Banner;
class KeyValueList;

/// What the sync chip opens: state, server, and the queue in words with what can be done about each command.
class SyncPanel final : public Overlay
{
    Q_OBJECT
public:
    explicit SyncPanel(QWidget *window);
    void setStatus(const SyncStatus &status);
    void setQueue(const QList<QueuedCommandView> &queue);
    /// The panel hangs below this widget, right edges aligned.
    void setAnchor(QWidget *anchor) { m_anchor = anchor; }

Q_SIGNALS:
    void syncRequested();
    void signInRequested();
    void retryRequested(const QString &commandId);
    void discardRequested(const QString &commandId);
    void compareRequested(const QString &commandId);
    void handOverRequested(const QString &commandId);

protected:
    void place() override;
    QWidget *firstControl() override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refreshStatus();
    void rebuildQueue();
    [[nodiscard]] QWidget *makeRow(const QueuedCommandView &command);

    SyncStatus m_status;
    QList<QueuedCommandView> m_queue;
    QWidget *m_anchor = nullptr;
    QLabel *m_title;
    QLabel *m_sentence;
    Banner *m_problem;
    KeyValueList *m_facts;
    QLabel *m_queueTitle;
    QScrollArea *m_scroll;
    QVBoxLayout *m_rows;
    QPushButton *m_sync;
};

} // namespace tenantry::ui

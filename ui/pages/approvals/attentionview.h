// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "core/replica/queuedcommand.h"

#include <QWidget>


namespace tenantry::ui
{

class Banner;
class Session;

/// What I decided beside what happened meanwhile, by whom and when (INB-4).
class AttentionView final : public QWidget
{
    Q_OBJECT
public:
    explicit AttentionView(QWidget *parent = nullptr);
    void clear();
    void show(const QueuedCommand &command, const ApplicationRow *application, const Session &session);
    using QWidget::show;

private:
    struct Side {
        QString result, by, at, comment;
    };
    [[nodiscard]] static Side theirs(const QueuedCommand &command, const ApplicationRow *application, const Session &session);
    void fill(const Side &mine, const Side &theirs);

    Banner *m_what;
    QWidget *m_table = nullptr;
};

/// "approved", "withdrawn" … as a title of the timeline: "王芳 approved it".
[[nodiscard]] QString eventSentence(const ApplicationEventRow &event, const directory::Snapshot &snapshot);

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QLabel;
class QPushButton;

namespace tenantry::ui {

class PageHeader;
class StateStack;

/// 平台设置: what holds for every tenant. For system administrators.
class PlatformSettingsPage final : public Page
{
    Q_OBJECT
public:
    explicit PlatformSettingsPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] static bool isFor(const Session &session) { return session.actor().systemAdministrator; }
    void activated() override;
    void edit();

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }

private:
    struct Line
    {
        QString key;
        QLabel *label;
        QLabel *value;
        QLabel *note;
    };
    [[nodiscard]] QWidget *makeLines();
    void refresh();
    void refreshState();

    Session &m_session;
    PageHeader *m_header;
    QPushButton *m_edit;
    QAction *m_editAction;
    QList<Line> m_lines;
    StateStack *m_states;
    directory::SnapshotPtr m_shown; ///< what the page was last made of
};

} // namespace tenantry::ui

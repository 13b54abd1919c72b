// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/notifications/notificationrow.h"
#include "ui/widgets/detailpane.h"

class QLabel;
class QPushButton;

namespace tenantry::ui {

class KeyValueList;

namespace notifications {

/// One notification in full: what it says, all that it holds, and the way to what it speaks of.
class NotificationView final : public DetailPane
{
    Q_OBJECT
public:
    explicit NotificationView(QWidget *parent = nullptr);
    /// Null: none is selected. `openRefusal`: why it leads nowhere, empty where it does.
    void show(const NotificationItem *item, const QString &openRefusal);
    void retranslate();
    using DetailPane::show;

Q_SIGNALS:
    void openRequested();
    void readRequested();

private:
    KeyValueList *m_facts;
    QPushButton *m_open, *m_read;
};

} // namespace notifications
} // namespace tenantry::ui

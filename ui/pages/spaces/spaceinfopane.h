// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

#include <functional>

class QPushButton;

namespace tenantry::ui {
class CommandDialog;
class KeyValueList;
}

namespace tenantry::ui::spaces {

/// 基本信息 of a space (SPC-5): what it is, and the acts on it: edit, modules, transfer, archive or restore,
/// delete.
class SpaceInfoPane final : public QWidget
{
    Q_OBJECT
public:
    explicit SpaceInfoPane(Session &session, QWidget *parent = nullptr);

    void setSpace(SpaceId space);
    void refresh();
    void retranslate();

    void edit();
    void setModules();
    void transfer();
    void archiveOrRestore();
    void remove();

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo);

private:
    void openForm(CommandDialog *(*make)(Session &session, SpaceId space, QWidget *window));
    void refreshValues(directory::SpaceView space);
    void refreshButtons(bool archived);
    [[nodiscard]] QString personName(directory::UserIndex user) const;

    Session &m_session;
    SpaceId m_space;
    QPushButton *m_edit;
    QPushButton *m_modules;
    QPushButton *m_transfer;
    QPushButton *m_archive;
    QPushButton *m_delete;
    QPushButton *m_roles;
    KeyValueList *m_values;
};

} // namespace tenantry::ui::spaces

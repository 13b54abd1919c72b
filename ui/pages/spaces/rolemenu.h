// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/words.h"

#include <QFrame>
#include <QMenu>

#include <functional>

namespace tenantry::ui::spaces
{

/// Fills `menu` with the roles that can be given. Each says in its tool tip what it may do (SPC-6), or why it can't be
/// given: `refusal(role)`, empty where it can. The current one, if any, has a mark.
void fillRoleMenu(QMenu *menu, bool hasBots, Role current, const std::function<QString(Role)> &refusal,
                  const std::function<void(Role)> &chosen);

/// What each role may do, as a table; shown as a pop-up at a widget.
class RoleTable final : public QFrame
{
    Q_OBJECT
public:
    explicit RoleTable(QWidget *parent = nullptr);
    void popupBelow(QWidget *anchor);
};

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QPushButton>

class QMenu;

namespace tenantry::ui::applications {

/// Opens a menu of everything that can be applied for; what the actor can't ask for now says why.
class ApplyButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit ApplyButton(Session &session, QWidget *parent = nullptr);

Q_SIGNALS:
    void submitted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void retranslate();

    Session &m_session;
    QMenu *m_menu;
};

} // namespace tenantry::ui::applications

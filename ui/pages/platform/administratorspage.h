// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QPushButton;
class QTableView;

namespace tenantry::ui {

class PageHeader;
class StateStack;

namespace platform {
class AdministratorsModel;
}

/// Who acts for the platform: appoint and dismiss them (ROL-4). showObject() takes a person's ID.
class AdministratorsPage final : public Page
{
    Q_OBJECT
public:
    explicit AdministratorsPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] static bool isFor(const Session &session) { return session.actor().systemAdministrator; }
    void activated() override;
    bool showObject(const QString &objectId) override;
    void appoint();
    void dismiss();
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QPushButton *dismissButton() const { return m_dismiss; }

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }

private:
    void makeTable();
    void refresh();
    void refreshButtons();
    /// Why the selected one can't be dismissed; empty: they can.
    [[nodiscard]] QString dismissal() const;

    Session &m_session;
    platform::AdministratorsModel *m_model;
    PageHeader *m_header;
    QPushButton *m_dismiss, *m_appoint;
    QTableView *m_table;
    StateStack *m_states;
};

} // namespace tenantry::ui

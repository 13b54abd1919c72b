// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

class QComboBox;
class QPushButton;
class QTableView;

namespace tenantry::ui {

class RecordsList;
class SearchField;

namespace members {

class PlatformPeopleModel;

/// Everybody of every tenant, for the platform team while it has turned to none (ROL-5, ROL-2). Asks the
/// server: a console holds the people of the tenants that it opened alone.
class PlatformPeople final : public QWidget
{
    Q_OBJECT
public:
    explicit PlatformPeople(Session &session, QWidget *parent = nullptr);
    void retranslate();
    [[nodiscard]] PlatformPeopleModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const;

Q_SIGNALS:
    /// Their tenant was turned to.
    void opened(tenantry::UserId user);
    void toastRequested(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void makeTable();
    void ask();
    void openCurrent();
    void refreshButton();

    Session &m_session;
    PlatformPeopleModel *m_model;
    SearchField *m_search;
    QComboBox *m_role, *m_status;
    QPushButton *m_open;
    RecordsList *m_list;
};

} // namespace members
} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/pagedquestion.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace tenantry::ui {

class RecordsRest;
class SearchField;
class StateStack;

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
    [[nodiscard]] QTableView *table() const { return m_table; }

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
    void take(const QJsonObject &page, bool isMore);
    void fail(const Error &error);
    void openCurrent();
    void refreshButton();

    Session &m_session;
    PagedQuestion *m_query;
    PlatformPeopleModel *m_model;
    SearchField *m_search;
    QComboBox *m_role, *m_status;
    QPushButton *m_open;
    QTableView *m_table;
    RecordsRest *m_rest;
    StateStack *m_states;
    bool m_asked = false;
};

} // namespace members
} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/pagedquestion.h"
#include "ui/shell/page.h"

class QComboBox;
class QLabel;
class QTableView;

namespace tenantry::ui {

class SearchField;
class StateStack;
class Tabs;

namespace security {
class SecurityModel;
}

/// 安全: what looks like misuse, and who read what (OPM-6, OPM-7), the newest first. For system administrators
/// that of all tenants, for a tenant's administrator that of its people. Asks the server, so it needs a connection.
class SecurityPage final : public Page
{
    Q_OBJECT
public:
    enum List { Events, Accesses };

    explicit SecurityPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] static bool isFor(const Session &session);
    void activated() override;
    [[nodiscard]] security::SecurityModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    void show(List list);
    using Page::show;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBar();
    void makeTable();
    void connectSession();
    void refreshReader();
    [[nodiscard]] QJsonObject arguments() const;
    void ask();
    void take(const QJsonObject &page, bool isMore);
    void fail(const Error &error);
    void fillKinds(const QJsonArray &kinds);

    Session &m_session;
    QUuid m_reader; ///< the tenant that its administrator reads; null: everything
    PagedQuestion *m_query;
    security::SecurityModel *m_model;
    Tabs *m_lists;
    SearchField *m_person;
    QComboBox *m_kind, *m_time;
    QTableView *m_table;
    StateStack *m_states;
    QLabel *m_note;
    bool m_asked = false;
};

} // namespace tenantry::ui

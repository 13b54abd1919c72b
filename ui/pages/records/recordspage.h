// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/pagedquestion.h"
#include "ui/shell/page.h"

class QComboBox;
class QHBoxLayout;
class QLabel;
class QTableView;
class QVBoxLayout;

namespace tenantry::ui {

class RecordsModel;
class RecordsRest;
class SearchField;
class StateStack;

/// A list of what the server recorded, the newest first, with a filter by person, kind and time. For system
/// administrators that of all tenants, for a tenant's administrator what concerns its people. Asks the
/// server, so it needs a connection.
class RecordsPage : public Page
{
    Q_OBJECT
public:
    [[nodiscard]] static bool isFor(const Session &session);
    void activated() override;
    [[nodiscard]] QTableView *table() const { return m_table; }

protected:
    /// Takes the model over. tenantColumn: shown to the platform team alone.
    RecordsPage(const PageFace &face, Session &session, sync::Question question, RecordsModel *model,
                int tenantColumn, QWidget *parent);

    [[nodiscard]] virtual QString kindText(const QString &kind) const = 0;
    /// What the filter asks for beside person, kind and time.
    [[nodiscard]] virtual QJsonObject ownArguments() const { return {}; }
    /// What an answer says beside its rows.
    virtual void read(const QJsonObject &) {}
    /// After an answer, and after a lock.
    virtual void refresh() {}
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

    [[nodiscard]] Session &session() const { return m_session; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] QHBoxLayout *bar() const { return m_bar; }
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    [[nodiscard]] StateStack *states() const { return m_states; }
    [[nodiscard]] QLabel *note() const { return m_note; }
    void ask();
    /// Another list: nothing of this one stays.
    void askAnew();

private:
    void makeTable();
    void makeBar();
    void connectSession();
    void refreshReader();
    [[nodiscard]] QJsonObject arguments() const;
    void take(const QJsonObject &page, bool isMore);
    void fail(const Error &error);
    void fillKinds(const QJsonArray &kinds);

    Session &m_session;
    QUuid m_reader; ///< the tenant that its administrator reads; null: everything
    RecordsModel *m_model;
    const int m_tenantColumn;
    PagedQuestion *m_query;
    SearchField *m_person;
    QComboBox *m_kind, *m_time;
    QTableView *m_table;
    RecordsRest *m_rest;
    StateStack *m_states;
    QLabel *m_note;
    QVBoxLayout *m_column;
    QHBoxLayout *m_bar, *m_foot;
    bool m_asked = false;
};

} // namespace tenantry::ui

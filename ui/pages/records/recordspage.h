// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QHBoxLayout;
class QLabel;
class QTableView;
class QVBoxLayout;

namespace tenantry::ui {

class KindBox;
class PeriodBox;
class RecordsList;
class RecordsModel;
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
    [[nodiscard]] QTableView *table() const;

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

    [[nodiscard]] Session &session() const { return m_session; }
    [[nodiscard]] QVBoxLayout *column() const { return m_column; }
    [[nodiscard]] QHBoxLayout *bar() const { return m_bar; }
    [[nodiscard]] QHBoxLayout *foot() const { return m_foot; }
    [[nodiscard]] StateStack *states() const;
    [[nodiscard]] QLabel *note() const { return m_note; }
    void ask();
    /// Another list: nothing of this one stays.
    void askAnew();

private:
    void makeBar();
    void refreshReader();
    [[nodiscard]] QJsonObject arguments() const;
    void take(const QJsonObject &page, bool isMore);

    Session &m_session;
    QUuid m_reader; ///< the tenant that its administrator reads; null: everything
    RecordsModel *m_model;
    const int m_tenantColumn;
    SearchField *m_person;
    KindBox *m_kind;
    PeriodBox *m_time;
    RecordsList *m_list;
    QLabel *m_note;
    QVBoxLayout *m_column;
    QHBoxLayout *m_bar, *m_foot;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/pagedquestion.h"
#include "ui/widgets/states.h"

class QTableView;

namespace tenantry::ui {

class RecordsModel;
class RecordsRest;

/// A table of what the server gives in parts: the next one comes before its place is in sight, an export
/// fetches all, a lock leaves nothing. Its owner asks, and asks again when the list wants it to.
class RecordsList final : public StateStack
{
    Q_OBJECT
public:
    /// Takes the model over.
    RecordsList(Session &session, sync::Question question, RecordsModel *model, const QString &iconName,
                QWidget *parent = nullptr);

    void ask(const QJsonObject &arguments);
    /// Nothing of this list stays; what is shown next is asked for when it is seen.
    void clear();
    void retranslate(const QString &accessibleName, const QString &failure);
    [[nodiscard]] QTableView *table() const { return m_table; }

Q_SIGNALS:
    /// Seen for the first time, connected again after a failure, or somebody tries again.
    void askWanted();
    void taken(const QJsonObject &page, bool isMore);
    /// Locked: what was shown is of nobody.
    void locked();
    /// What was read stays, but more of it couldn't be.
    void toastRequested(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;

private:
    RecordsList(Session &session, sync::Question question, RecordsModel *model, const QString &iconName,
                QTableView *table, QWidget *parent);
    void followSession();
    void take(const QJsonObject &page, bool isMore);
    void fail(const Error &error);

    Session &m_session;
    RecordsModel *m_model;
    QTableView *m_table;
    PagedQuestion *m_query;
    RecordsRest *m_rest;
    QString m_failure;
    bool m_asked = false;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/newestwork.h"
#include "ui/pages/access/accesslist.h"
#include "ui/pages/access/pick.h"
#include "ui/past/viewpoint.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace tenantry::ui {
class SearchField;
class StateStack;
} // namespace tenantry::ui

namespace tenantry::ui::spaces {
class ReasonPane;
}

namespace tenantry::ui::explorer {

class AccessModel;

/// The list of one side for a fixed other one, with the reason of the current row beside it. Made and sorted
/// elsewhere; what is shown stays until the new list is there.
class AccessListPane final : public QWidget
{
    Q_OBJECT
public:
    explicit AccessListPane(const Viewpoint &viewpoint, QWidget *parent = nullptr);
    /// Everyone on it, or everything of it.
    void ask(const Pick &fixed);
    /// The same question of what is at the viewpoint now.
    void refresh();
    /// Lets go of the list and of all names.
    void forget();
    void retranslate();
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] AccessModel *model() const { return m_model; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] spaces::ReasonPane *reasons() const { return m_reasons; }

Q_SIGNALS:
    /// The row was opened: this on the other side.
    void opened(const tenantry::ui::explorer::Pick &other);
    void listChanged();

private:
    QWidget *makeToolbar();
    void makeTable();
    void showColumns();
    void take(const AccessListPtr &list);
    [[nodiscard]] QUuid currentId() const;
    void keepCurrent(const QUuid &id, int row);
    void updateCount();
    void explainCurrent();
    void open(const QModelIndex &index);
    void fillRoles();
    [[nodiscard]] bool listsPeople() const { return m_fixed.side == Side::What; }

    const Viewpoint &m_viewpoint;
    Pick m_fixed;
    NewestWork m_task;
    AccessModel *m_model;
    SearchField *m_search;
    QComboBox *m_role;
    QTableView *m_table;
    StateStack *m_states;
    QLabel *m_count;
    spaces::ReasonPane *m_reasons;
};

} // namespace tenantry::ui::explorer

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"
#include "ui/shell/page.h"

class QLabel;
class QPushButton;
class QTableView;

namespace tenantry::ui {

class SearchField;
class StateStack;

namespace outsiders {
class OutsidersModel;
struct OutsiderRow;
} // namespace outsiders

/// 企业设置 › 非企业成员: people of other tenants with access to spaces of this one (EXT-1, EXT-2). For the
/// tenant's administrator. showObject() takes a user's ID.
class OutsidersPage final : public Page
{
    Q_OBJECT
public:
    explicit OutsidersPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] static bool isFor(const Session &session) { return !session.actor().administers.isNull(); }
    void activated() override;
    bool showObject(const QString &objectId) override;
    [[nodiscard]] outsiders::OutsidersModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    /// Asks, naming what is lost, and removes whoever is selected.
    void removeSelected();
    /// Passes on what the one who is selected owns here (ORG-7), without which they can't be removed.
    void handOverSelected();
    void announceHandover(CommandId id);

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeBar();
    void makeTable();
    void refresh();
    void refreshState();
    void refreshButton();
    void showMenu(const QPoint &at);
    [[nodiscard]] std::vector<outsiders::OutsiderRow> selected() const;
    [[nodiscard]] QString removalRefusal(const std::vector<outsiders::OutsiderRow> &rows) const;
    [[nodiscard]] QString handoverRefusal(const std::vector<outsiders::OutsiderRow> &rows) const;
    void remove(const std::vector<outsiders::OutsiderRow> &rows);
    [[nodiscard]] QString countText() const;

    Session &m_session;
    TenantId m_tenant;
    outsiders::OutsidersModel *m_model;
    SearchField *m_search;
    QLabel *m_count;
    QPushButton *m_handOver;
    QPushButton *m_remove;
    QTableView *m_table;
    StateStack *m_states;
    directory::SnapshotPtr m_shown; ///< what the page was last made of
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/completeness.h"
#include "ui/pages/access/pick.h"
#include "ui/session/session.h"
#include "ui/shell/page.h"

#include <optional>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace tenantry::ui {

class AsOfField;
class AsOfView;
class BoundChip;
class EmptyState;
class Viewpoint;

namespace spaces {
class ReasonPane;
}

namespace explorer {
class AccessListPane;
class PickField;
class PlanBar;
class PlanBasket;
} // namespace explorer

/// 权限查询: who may do what, and why, now or at a past moment (PRM-1 to PRM-4, PRM-6, PRM-7). With one of
/// two fields filled the list of the other side, with both the explanation. showObject() takes "user:ID",
/// "organization:ID", "role_group:ID", "space:ID" or "resource:ID", or one of each side with a blank between.
class AccessPage final : public Page
{
    Q_OBJECT
public:
    explicit AccessPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    void activated() override;
    bool showObject(const QString &objectId) override;
    [[nodiscard]] explorer::PickField *who() const { return m_who; }
    [[nodiscard]] explorer::PickField *what() const { return m_what; }
    [[nodiscard]] explorer::AccessListPane *list() const { return m_list; }
    [[nodiscard]] spaces::ReasonPane *explanation() const { return m_explanation; }
    [[nodiscard]] explorer::PlanBasket *basket() const { return m_basket; }
    [[nodiscard]] explorer::PlanBar *planBar() const { return m_planBar; }
    [[nodiscard]] Viewpoint *viewpoint() const { return m_viewpoint; }
    [[nodiscard]] AsOfField *asOf() const { return m_asOfField; }

    /// What two moments differ in: about what is picked, or the whole tenant.
    void compare();

protected:
    void retranslate() override;
    void refreshContent() override { refresh(); }

private:
    enum Shown { Nothing, List, Both, Absent };

    QWidget *makeQuestion();
    QWidget *makeAnswer();
    void addActions();
    void connectAll();
    void ask();
    void refresh();
    void turn();
    void followLock();
    void completeAnswer();
    void showAnswer();
    [[nodiscard]] QString exportNote(access::Bound bound) const;
    [[nodiscard]] QString question() const;
    [[nodiscard]] bool isThere(const explorer::Pick &pick) const;
    void explain();
    void drill(const explorer::Pick &other);
    void goBack();
    void askAboutMe();
    void updateTime();
    void fillWanted();

    Session &m_session;
    Viewpoint *m_viewpoint;
    explorer::PickField *m_who;
    explorer::PickField *m_what;
    QComboBox *m_wanted;
    QLabel *m_wantedLabel;
    AsOfField *m_asOfField;
    QPushButton *m_compare;
    AsOfView *m_asOfView;
    QLabel *m_asOf;
    BoundChip *m_bound;
    QPushButton *m_back;
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    EmptyState *m_absent; ///< what is picked isn't there at that moment
    explorer::AccessListPane *m_list;
    QWidget *m_both;
    spaces::ReasonPane *m_explanation;
    explorer::PlanBar *m_planBar;
    explorer::PlanBasket *m_basket;
    QAction *m_me;
    QAction *m_clear;
    std::optional<explorer::Side> m_drilled; ///< the side that going back empties
    directory::SnapshotPtr m_shown;
    QString m_locked; ///< what was asked when the console was locked, in IDs
};

} // namespace tenantry::ui

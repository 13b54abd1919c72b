// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/approvals/approvallist.h"
#include "ui/pages/approvals/decisionbar.h"
#include "ui/shell/page.h"

class QAction;
class QComboBox;
class QItemSelection;
class QStackedWidget;
class QTableView;
class QTimer;

namespace tenantry::ui
{

class ApplicationChecks;
class ApplicationDetail;
class ApprovalFinder;
class ApprovalsModel;
class Banner;
class BatchDetail;
class SearchField;
class StateStack;
class Tabs;
struct NotQueued;

/// Applications that wait for the actor, that need attention, that they decided, and their own (INB-1 to INB-4).
class ApprovalsPage final : public Page
{
    Q_OBJECT
public:
    explicit ApprovalsPage(Session &session, QWidget *parent = nullptr);
    ~ApprovalsPage() override;

    [[nodiscard]] static PageFace face();
    void activated() override;
    /// An application's ID, or that of a command that needs attention.
    bool showObject(const QString &objectId) override;

    void setBox(Box box);
    [[nodiscard]] Box box() const;

protected:
    void retranslate() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What is decided with one comment; more would be decided without being read.
    static constexpr int mostAtOnce = 500;

    void build();
    void buildTable();
    QWidget *buildList();
    void connectList();
    QWidget *buildDetail();
    void buildActions();
    void refresh();      ///< everything, from the session of this moment
    void askForList();
    void takeList(const ApprovalList &list);
    void refreshCounts();
    void refreshStates();
    void refreshDetail();
    void refreshBanner();
    void refreshBar(const QList<ApprovalItem> &items);
    void showTooMany(int count);
    [[nodiscard]] DecisionBar::State barState(const ApprovalItem &item) const;
    [[nodiscard]] DecisionBar::State queuedState(const ApprovalItem &item) const;
    void fillKinds();

    /// Without more than can be decided at once.
    [[nodiscard]] QList<ApprovalItem> selected() const;
    /// What is selected, or what left the list while its comment was being typed.
    [[nodiscard]] QList<ApprovalItem> shown() const;
    void takeSelection();
    void stayWithWhatLeft();
    void forgetForLock();
    [[nodiscard]] int selectedCount() const;
    void select(const QUuid &key);
    void restoreSelection();
    void selectWanted();
    void selectFirst();
    void move(int rows);
    /// After a decision: the next one that still waits.
    void selectNext(const QSet<QUuid> &done);

    void decide(Decision decision, const QString &comment);
    void decideAgain(const ApprovalItem &item, Decision decision, const QString &comment);
    void withdraw();
    void rate(ApplicationId id, int stars);
    void takeUpAgain(ApplicationId id);
    void undo();
    void discard();
    /// What was decided is safe in the queue, but for some.
    void takeQueued(Decision decision, const QList<ApprovalItem> &items, const QList<CommandId> &commands, const NotQueued &failed);
    /// The undo of a toast; says where it came too late.
    void takeBack(const QList<CommandId> &commands);
    void sayFailed(const NotQueued &failed);
    void sayDecided(Decision decision, const QList<ApprovalItem> &items, const QList<CommandId> &commands);

    Session &m_session;
    ApprovalSource m_source;
    ApprovalFilter m_filter;
    std::shared_ptr<const ApprovalBoxes> m_boxes;
    std::shared_ptr<const ApplicationChecks> m_checks;
    QList<QUuid> m_selectedKeys;
    QHash<QList<QUuid>, QString> m_drafts; ///< comments that were typed and not sent, by what was selected
    QList<ApprovalItem> m_last; ///< what the detail shows
    QList<ApprovalItem> m_left; ///< what it goes on showing although it isn't in the list any more
    bool m_giving = false; ///< decided, and not known to be in the queue yet
    QUuid m_wanted; ///< selected once it is in the list
    bool m_restoring = false;
    bool m_boxChosen = false;

    ApprovalsModel *m_model;
    ApprovalFinder *m_finder;
    Tabs *m_tabs;
    SearchField *m_search;
    QComboBox *m_kinds;
    Banner *m_banner;
    QTableView *m_table;
    StateStack *m_states;
    QStackedWidget *m_details;
    ApplicationDetail *m_detail;
    BatchDetail *m_batch;
    DecisionBar *m_bar;
    QTimer *m_clock;
    QAction *m_approve, *m_reject, *m_submit, *m_find, *m_next, *m_previous;
};

} // namespace tenantry::ui

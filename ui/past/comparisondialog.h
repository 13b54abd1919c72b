// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/completeness.h"
#include "core/access/difference.h"
#include "ui/models/newestwork.h"
#include "ui/pages/access/pick.h"
#include "ui/past/pastreader.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTimer;

namespace tenantry::ui {

class ImpactList;
class MomentEdit;
class StateStack;

/// Who gained and who lost which role where between two moments, about one person, organization, group, space
/// or resource, or the whole tenant (PRM-6). Worked out elsewhere; of what the actor may see today.
class ComparisonDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `from`: nothing: thirty days ago. Until now.
    ComparisonDialog(Session &session, const std::optional<explorer::Pick> &about,
                     const std::optional<Instant> &from, QWidget *parent = nullptr);
    [[nodiscard]] MomentEdit *from() const { return m_from; }
    [[nodiscard]] MomentEdit *until() const { return m_until; }
    [[nodiscard]] QComboBox *about() const { return m_about; }
    [[nodiscard]] ImpactList *list() const { return m_list; }
    [[nodiscard]] const std::shared_ptr<const access::Difference> &difference() const { return m_difference; }

Q_SIGNALS:
    /// What is shown is of what was asked last.
    void ready();

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Question
    {
        directory::PastPtr past;
        Instant from, until;
        std::optional<explorer::Pick> about;
        QList<Scope> held;
        UserId actor;
    };
    struct Answer
    {
        Result<void> done;
        std::shared_ptr<const access::Difference> difference; ///< null: it was stopped
        access::Bound bound = access::Bound::Exact;
    };

    QWidget *makeQuestion();
    void connectAll();
    void ask();
    void work();
    void take(const Answer &answer);
    void showError(const Error &error);
    void showMoments();
    void retranslate();
    [[nodiscard]] static Answer find(const Question &question, const access::Progress &progress);

    PastReader m_reader;
    NewestWork m_task;
    std::optional<explorer::Pick> m_pick;
    std::shared_ptr<const access::Difference> m_difference;
    QTimer *m_pause;
    QLabel *m_title;
    QLabel *m_aboutLabel, *m_fromLabel, *m_untilLabel;
    QComboBox *m_about;
    MomentEdit *m_from, *m_until;
    QLabel *m_reach;
    ImpactList *m_list;
    StateStack *m_states;
    QPushButton *m_close;
};

} // namespace tenantry::ui

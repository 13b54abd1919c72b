// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/plannedchange.h"
#include "ui/dialogs/keptform.h"
#include "ui/pages/spaces/membercommands.h"

#include <QDialog>

class QAbstractItemView;
class QLabel;
class QPushButton;

namespace tenantry::ui {
class Banner;
class ImpactLine;
class SearchField;
struct NotQueued;
} // namespace tenantry::ui

namespace tenantry::ui::spaces {

class ChosenChips;
class DialogTitle;
class RoleAndExpiry;

/// The frame of dialogs that add members to a place: search, a list or tree to tick in, what was chosen, role
/// and expiry. Says before what else follows from it: non-enterprise members (MEM-6), guests of the space
/// (PRM-9).
class AddMembersDialog : public QDialog, public KeptForm
{
    Q_OBJECT
public:
    [[nodiscard]] RoleAndExpiry *choice() const { return m_choice; }
    /// Whom they chose, for which role and how long (KeptForm).
    [[nodiscard]] Draft draft() override;
    void accept() override;

Q_SIGNALS:
    void added(const QString &text, const UndoList &undo);

protected:
    struct Chosen
    {
        SubjectKind kind = SubjectKind::User;
        QUuid id;
        QString name;
        QString iconName;
        bool outsider = false;
    };

    /// `view` shows a model whose rows can be ticked. The subclass calls start() when it is made.
    AddMembersDialog(Session &session, const MemberPlace &place, QAbstractItemView *view, QWidget *parent);
    void start();
    [[nodiscard]] Session &session() const { return m_session; }
    [[nodiscard]] const MemberPlace &place() const { return m_place; }
    [[nodiscard]] SearchField *searchField() const { return m_search; }

    [[nodiscard]] virtual QList<Chosen> chosen() const = 0;
    virtual void takeOut(const QUuid &id) = 0;
    /// False where the snapshot doesn't know them.
    virtual bool choose(SubjectKind kind, const QUuid &id) = 0;
    void setDraft(const Draft &draft) override;
    virtual void search(const QString &query) = 0;
    [[nodiscard]] virtual QString title() const = 0;
    /// Of one or many that are added.
    [[nodiscard]] virtual QString addedText(qsizetype count, const QString &first) const = 0;
    [[nodiscard]] virtual QString nothingChosen() const = 0;
    /// Subclasses set their own texts and call this one.
    virtual void retranslate();
    void setNote(const QString &text);
    /// What is chosen is other than before.
    void update();
    void toggle(const QModelIndex &index);

    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void preview();
    void checkEnd(const std::vector<access::PlannedChange> &changes);
    void showFailed(const QList<CommandId> &commands, const NotQueued &failed);
    [[nodiscard]] QString placeName() const;
    [[nodiscard]] int newOutsiders(const QList<Chosen> &chosen) const;
    [[nodiscard]] QString outsidersText(int count) const;
    /// How many non-enterprise members the tenant has then; over its quota: a refusal.
    [[nodiscard]] QString quotaText(int added, bool *over) const;
    [[nodiscard]] QString guestsText(const QList<Chosen> &chosen) const;

    Session &m_session;
    MemberPlace m_place;
    TenantId m_tenant;
    QString m_tenantName;
    QAbstractItemView *m_view;
    DialogTitle *m_title;
    SearchField *m_search;
    QLabel *m_note;
    ChosenChips *m_chips;
    RoleAndExpiry *m_choice;
    Banner *m_outsiders;
    Banner *m_guests;
    Banner *m_outlasts; ///< why the role can't last so long (PRM-9)
    std::optional<Instant> m_longest;
    ImpactLine *m_impact;
    Banner *m_failed;
    QPushButton *m_add;
    bool m_giving = false; ///< and not known to be in the queue yet
};

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/keptform.h"
#include "ui/models/newestwork.h"
#include "ui/pages/access/pick.h"
#include "ui/session/session.h"

#include <QAbstractListModel>
#include <QDialog>
#include <QHash>

class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace tenantry::ui {
class SearchField;
} // namespace tenantry::ui

namespace tenantry::ui::spaces {
class ChosenChips;
class DialogTitle;
} // namespace tenantry::ui::spaces

namespace tenantry::ui {

/// People and organizations of a tenant that can be chosen: what a search found, to be ticked. What was
/// ticked stays chosen when the search changes; who is taken already can't be.
class CandidatesModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    /// `taken`: who can't be chosen, and why.
    explicit CandidatesModel(QHash<QUuid, QString> taken, QObject *parent = nullptr);
    void setPicks(QList<explorer::Pick> picks, const QString &query);
    [[nodiscard]] const QList<explorer::Pick> &chosen() const { return m_chosen; }
    void setChosen(const explorer::Pick &pick, bool on);
    void unchoose(const QUuid &id);
    [[nodiscard]] const explorer::Pick &pick(int row) const { return m_picks[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_picks.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    void chosenChanged();

private:
    const QHash<QUuid, QString> m_taken;
    QList<explorer::Pick> m_picks, m_chosen;
    QString m_query;
};

/// Chooses several people, or people and organizations, of one tenant by searching for them.
class CandidatesDialog : public QDialog, public KeptForm
{
    Q_OBJECT
public:
    struct Choice
    {
        TenantId tenant = {};
        directory::SearchKinds kinds = {};
        QHash<QUuid, QString> taken = {}; ///< as of CandidatesModel
    };
    struct Texts
    {
        QString title, subtitle, searchHint, listName, note;
        QString act; ///< "Add"; with how many behind it
    };

    [[nodiscard]] CandidatesModel *model() const { return m_model; }
    [[nodiscard]] SearchField *search() const { return m_search; }
    /// Whom they chose (KeptForm).
    [[nodiscard]] Draft draft() override;
    void accept() override;

Q_SIGNALS:
    /// Accepted with these.
    void chosen(const QList<tenantry::ui::explorer::Pick> &picks);
    void found();

protected:
    CandidatesDialog(Session &session, const Choice &choice, QWidget *parent);
    void setTexts(const Texts &texts);
    /// Above the buttons.
    void addBelow(QWidget *widget);
    void setDraft(const Draft &draft) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void find(const QString &query);
    void toggle(const QModelIndex &index);
    void update();

    Session &m_session;
    const Choice m_choice;
    QString m_act;
    NewestWork m_task;
    CandidatesModel *m_model;
    spaces::DialogTitle *m_title;
    SearchField *m_search;
    QListView *m_list;
    QLabel *m_note;
    spaces::ChosenChips *m_chips;
    QVBoxLayout *m_below;
    QPushButton *m_add;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/newestwork.h"
#include "ui/pages/access/pick.h"
#include "ui/past/viewpoint.h"
#include "ui/widgets/typedvalue.h"

#include <QAbstractListModel>
#include <QLineEdit>

#include <optional>

class QCompleter;
class QTimer;

namespace tenantry::ui::explorer {

/// What a search found, for the pop-up below a field.
class PickModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    void setPicks(const QList<Pick> &picks, const QString &query);
    [[nodiscard]] const QList<Pick> &picks() const { return m_picks; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_picks.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<Pick> m_picks;
    QString m_query;
};

/// One side of a question: type a part of a name, choose among what is found. The search runs elsewhere; what
/// was chosen stays until another is chosen or the field is emptied. Whom this console can't know are found by
/// applications::FoundPicker, which asks the server and says how that goes.
class PickField : public QLineEdit, public TypedEditor
{
    Q_OBJECT
public:
    PickField(const Session &session, Side side, QWidget *parent = nullptr);
    /// Things of these kinds only.
    PickField(const Session &session, directory::SearchKinds kinds, const QString &iconName,
              QWidget *parent = nullptr);
    /// Finds what there is at this viewpoint, in place of now; it must outlive the field.
    void setViewpoint(const Viewpoint *viewpoint) { m_viewpoint = viewpoint; }

    /// Only those may be chosen; asked on another thread.
    void setFilter(PickFilter filter) { m_filter = std::move(filter); }
    /// What was typed and names nothing stays when the field is left: for forms, which say so at the field.
    void setKeepsText(bool keeps) { m_keepsText = keeps; }

    [[nodiscard]] const std::optional<Pick> &chosen() const { return m_chosen; }
    void choose(const std::optional<Pick> &pick);
    /// Empties it with all that was found.
    void forget();
    /// The ID of what is chosen, or the letters that choose nothing.
    [[nodiscard]] QVariant typed() const override;
    void setTyped(const QVariant &typed) override;
    /// Placeholder and accessible name.
    void setHint(const QString &hint);
    /// What was found last, for tests.
    [[nodiscard]] const PickModel *found() const { return m_found; }

Q_SIGNALS:
    void chosenChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void take(const QModelIndex &index);

    const Session &m_session;
    const Viewpoint *m_viewpoint = nullptr;
    const directory::SearchKinds m_kinds;
    PickFilter m_filter;
    bool m_keepsText = false;
    std::optional<Pick> m_chosen;
    PickModel *m_found;
    QCompleter *m_completer;
    QTimer *m_pause;
    NewestWork m_task;
};

} // namespace tenantry::ui::explorer

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/pickfield.h"

#include "ui/models/textmatches.h"
#include "ui/theme/icons.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/viewstyle.h"

#include <QAction>
#include <QCompleter>
#include <QKeyEvent>
#include <QListView>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

void PickModel::setPicks(const QList<Pick> &picks, const QString &query)
{
    beginResetModel(); // what another query found: another list, not a later state of this one
    m_picks = picks;
    m_query = query;
    endResetModel();
}

QVariant PickModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Pick &pick = m_picks[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return pick.name;
    case SubtitleRole:
        return pick.detail;
    case Qt::AccessibleTextRole:
        return QString(pick.name + u", "_s + pick.detail);
    case IconNameRole:
        return pick.iconName;
    case AvatarIdRole:
        return pick.iconName.isEmpty() ? pick.id.toString(QUuid::WithoutBraces) : QString();
    case MatchesRole:
        return QVariant::fromValue(textMatches(pick.name, m_query));
    default:
        return {};
    }
}

PickField::PickField(const Session &session, Side side, QWidget *parent)
    : PickField(session, kindsOf(side), side == Side::Who ? u"members"_s : u"space"_s, parent)
{
}

PickField::PickField(const Session &session, directory::SearchKinds kinds, const QString &iconName,
                     QWidget *parent)
    : QLineEdit(parent), m_session(session), m_kinds(kinds), m_found(new PickModel(this)),
      m_completer(new QCompleter(m_found, this)), m_pause(new QTimer(this))
{
    addAction(icon(iconName), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    auto *popup = new QListView;
    m_completer->setPopup(popup);
    styleList(popup, metrics::twoLineRowHeight);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(8);
    setCompleter(m_completer);
    popup->installEventFilter(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(120);
    connect(m_pause, &QTimer::timeout, this, &PickField::search);
    connect(this, &QLineEdit::textEdited, this, [this] { m_pause->start(); });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            choose({});
    });
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &PickField::take);
}

void PickField::setHint(const QString &hint)
{
    setPlaceholderText(hint);
    setAccessibleName(hint);
}

void PickField::choose(const std::optional<Pick> &pick)
{
    m_pause->stop();
    m_task.cancel();
    const bool another = pick != m_chosen;
    m_chosen = pick;
    setText(pick ? pick->name : QString());
    setCursorPosition(0);
    setToolTip(pick ? pick->name + u'\n' + pick->detail : QString());
    if (another)
        Q_EMIT chosenChanged();
}

void PickField::forget()
{
    m_found->setPicks({}, {});
    choose({});
}

QVariant PickField::typed() const
{
    if (!m_chosen || text() != m_chosen->name)
        return text();
    return QVariantList{int(m_chosen->side), int(m_chosen->subjectKind), int(m_chosen->objectKind), m_chosen->id};
}

void PickField::setTyped(const QVariant &typed)
{
    if (typed.typeId() == QMetaType::QString)
        return setText(typed.toString());
    const QVariantList parts = typed.toList();
    Pick pick;
    pick.side = Side(parts.value(0).toInt());
    pick.subjectKind = SubjectKind(parts.value(1).toInt());
    pick.objectKind = ObjectKind(parts.value(2).toInt());
    pick.id = parts.value(3).toUuid();
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    if (!holds(*snapshot, pick))
        return choose({}); // gone meanwhile
    choose(pick.side == Side::Who ? pickOf(*snapshot, subjectOf(*snapshot, pick))
                                  : pickOf(*snapshot, objectOf(*snapshot, pick)));
}

void PickField::search()
{
    const directory::SearchIndexPtr index =
        m_viewpoint ? m_viewpoint->searchIndex() : m_session.searchIndex();
    const QString query = text().trimmed();
    if (!index || query.isEmpty()) {
        m_found->setPicks({}, {});
        return;
    }
    m_task.run([index, query, kinds = m_kinds, filter = m_filter](
                   const std::stop_token &stop) { return findPicks(*index, kinds, query, stop, filter); },
               [this, query](const QList<Pick> &picks) {
                   m_found->setPicks(picks, query);
                   if (hasFocus() && !picks.isEmpty())
                       m_completer->complete();
               });
}

void PickField::take(const QModelIndex &index)
{
    if (index.row() < m_found->rowCount())
        choose(m_found->picks()[index.row()]);
}

void PickField::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !m_task.isBusy() && !m_pause->isActive() && m_found->rowCount() > 0 &&
        m_chosen.value_or(Pick()).name != text()) {
        take(m_found->index(0)); // the best
        return;
    }
    if (event->key() == Qt::Key_Escape && text() != (m_chosen ? m_chosen->name : QString())) {
        choose(std::optional(m_chosen));
        return;
    }
    QLineEdit::keyPressEvent(event);
}

/// Enter takes the best hit where the arrows have chosen none; the completer would only close its pop-up.
bool PickField::eventFilter(QObject *watched, QEvent *event)
{
    const QListView *popup = qobject_cast<QListView *>(m_completer->popup());
    if (watched == popup && event->type() == QEvent::KeyPress && !popup->currentIndex().isValid() &&
        m_found->rowCount() > 0) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_completer->popup()->hide();
            take(m_found->index(0));
            return true;
        }
    }
    return QLineEdit::eventFilter(watched, event);
}

void PickField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    // What was typed and not chosen asks nothing: say what the answer below is about.
    if (!m_keepsText && event->reason() != Qt::PopupFocusReason && m_chosen && text() != m_chosen->name)
        choose(std::optional(m_chosen));
}

} // namespace tenantry::ui::explorer

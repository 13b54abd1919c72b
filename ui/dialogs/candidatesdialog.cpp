// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/candidatesdialog.h"

#include "ui/models/textmatches.h"
#include "ui/pages/spaces/chosenchips.h"
#include "ui/pages/spaces/dialogparts.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using explorer::Pick;

namespace {

/// Those that the server would take: of the tenant, active people and any organization.
QList<Pick> candidates(const directory::SearchIndex &index, directory::TenantIndex tenant,
                       directory::SearchKinds kinds, const QString &query, const std::stop_token &stop)
{
    const directory::Snapshot &snapshot = *index.snapshot();
    QList<Pick> picks;
    directory::SearchOptions options;
    options.kinds = kinds;
    options.limit = 4 * explorer::mostPicks; // some are of other tenants
    for (const directory::SearchHit &hit : index.find(query, options, stop).hits) {
        const bool fits = hit.user().isValid() ? snapshot.user(hit.user()).tenant() == tenant &&
                                                     snapshot.user(hit.user()).status() == UserStatus::Active
                                               : snapshot.organization(hit.organization()).tenant() == tenant;
        if (fits && picks.size() < explorer::mostPicks)
            picks +=
                explorer::pickOf(snapshot, hit.user().isValid() ? directory::Subject(hit.user())
                                                                : directory::Subject(hit.organization()));
    }
    return picks;
}

} // namespace

CandidatesModel::CandidatesModel(QHash<QUuid, QString> taken, QObject *parent)
    : QAbstractListModel(parent), m_taken(std::move(taken))
{
}

void CandidatesModel::setPicks(QList<Pick> picks, const QString &query)
{
    beginResetModel(); // what another query found: another list
    m_picks = std::move(picks);
    m_query = query;
    endResetModel();
}

void CandidatesModel::setChosen(const Pick &pick, bool on)
{
    m_chosen.removeIf([&](const Pick &other) { return other.id == pick.id; });
    if (on)
        m_chosen += pick;
    if (!m_picks.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {Qt::CheckStateRole});
    Q_EMIT chosenChanged();
}

void CandidatesModel::unchoose(const QUuid &id)
{
    const auto at = std::ranges::find(m_chosen, id, &Pick::id);
    if (at != m_chosen.end())
        setChosen(Pick(*at), false);
}

QVariant CandidatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Pick &pick = m_picks[index.row()];
    const bool in = m_taken.contains(pick.id);
    switch (role) {
    case Qt::DisplayRole:
        return pick.name;
    case SubtitleRole:
        return pick.detail;
    case Qt::AccessibleTextRole:
        return QString(pick.name + u", "_s + pick.detail +
                       (in ? u", "_s + m_taken.value(pick.id) : QString()));
    case Qt::CheckStateRole:
        return int(in || m_chosen.contains(pick) ? Qt::Checked : Qt::Unchecked);
    case IconNameRole:
        return pick.iconName;
    case AvatarIdRole:
        return pick.iconName.isEmpty() ? pick.id.toString(QUuid::WithoutBraces) : QString();
    case DimmedRole:
        return in;
    case spaces::ChipsRole:
        return QVariant::fromValue(in ? QList<spaces::RowChip>{{m_taken.value(pick.id), Tone::Neutral}}
                                      : QList<spaces::RowChip>());
    case MatchesRole:
        return QVariant::fromValue(textMatches(pick.name, m_query));
    default:
        return {};
    }
}

Qt::ItemFlags CandidatesModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (!index.isValid())
        return {};
    return m_taken.contains(m_picks[index.row()].id) ? usual
                                                     : usual | Qt::ItemIsEnabled | Qt::ItemIsUserCheckable;
}

bool CandidatesModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    setChosen(Pick(m_picks[index.row()]), Qt::CheckState(value.toInt()) == Qt::Checked);
    return true;
}

CandidatesDialog::CandidatesDialog(Session &session, const Choice &choice, QWidget *parent)
    : QDialog(parent), KeptForm(static_cast<QDialog &>(*this)), m_session(session), m_choice(choice), m_model(new CandidatesModel(choice.taken, this)),
      m_title(new spaces::DialogTitle), m_search(new SearchField), m_list(new QListView),
      m_note(makeLabel(TextStyle::Small)), m_chips(new spaces::ChosenChips), m_below(new QVBoxLayout),
      m_add(makeButton(ButtonStyle::Primary))
{
    build();
    connect(m_search, &SearchField::queryChanged, this, &CandidatesDialog::find);
    connect(m_list, &QListView::clicked, this, &CandidatesDialog::toggle);
    connect(m_chips, &spaces::ChosenChips::removed, m_model, &CandidatesModel::unchoose);
    connect(m_model, &CandidatesModel::chosenChanged, this, &CandidatesDialog::update);
    m_search->setFocus();
}

void CandidatesDialog::build()
{
    resize(600, 640);
    m_search->setResultView(m_list);
    styleList(m_list, metrics::twoLineRowHeight);
    m_list->setItemDelegate(new spaces::NameDelegate(metrics::twoLineRowHeight, m_list));
    m_list->setModel(m_model);
    m_list->installEventFilter(this);
    m_chips->setHint(tr("Nobody chosen yet"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_chips);
    layout->addWidget(makeSeparator());
    layout->addLayout(m_below);
    layout->addWidget(spaces::makeButtonRow(this, m_add));
}

void CandidatesDialog::setTexts(const Texts &texts)
{
    setWindowTitle(texts.title);
    m_title->setTexts(texts.title, texts.subtitle);
    m_search->setHint(texts.searchHint);
    m_list->setAccessibleName(texts.listName);
    m_note->setText(texts.note);
    m_act = texts.act;
    update();
}

void CandidatesDialog::addBelow(QWidget *widget)
{
    m_below->addWidget(widget);
}

void CandidatesDialog::find(const QString &query)
{
    const directory::SearchIndexPtr index = m_session.searchIndex();
    if (!index) {
        m_note->setText(tr("The search is being prepared. Try again in a moment."));
        return;
    }
    m_task.run(
        [index, choice = m_choice, query](const std::stop_token &stop) {
            return candidates(*index, index->snapshot()->findTenant(choice.tenant), choice.kinds, query,
                              stop);
        },
        [this, query](const QList<Pick> &picks) {
            m_model->setPicks(picks, query);
            m_note->setText(picks.isEmpty()                      ? tr("Nobody found in the tenant.")
                            : picks.size() < explorer::mostPicks ? QString()
                                                                 : tr("There are more. Type more letters."));
            Q_EMIT found();
        });
}

/// The delegate ticks at the left end; a click anywhere else on the row does too.
void CandidatesDialog::toggle(const QModelIndex &index)
{
    const int x = m_list->viewport()->mapFromGlobal(QCursor::pos()).x();
    if (x > 12 + metrics::iconSize + 4)
        m_model->setData(index,
                         index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked,
                         Qt::CheckStateRole);
}

bool CandidatesDialog::eventFilter(QObject *watched, QEvent *event)
{
    const QModelIndex current = m_list->currentIndex();
    if (watched == m_list && event->type() == QEvent::KeyPress && current.isValid()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
            !(key->modifiers() & Qt::ControlModifier)) {
            m_model->setData(current,
                             current.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked
                                                                                     : Qt::Checked,
                             Qt::CheckStateRole);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CandidatesDialog::update()
{
    QList<spaces::ChosenChips::Item> items;
    for (const Pick &pick : m_model->chosen())
        items += {pick.id, pick.name, pick.iconName};
    m_chips->setItems(items);
    m_add->setText(items.isEmpty() ? m_act : tr("%1 (%2)").arg(m_act, QLocale().toString(items.size())));
    setUsable(m_add, !items.isEmpty(), tr("Choose somebody first"));
}

KeptForm::Draft CandidatesDialog::draft()
{
    QVariantList chosen;
    for (const Pick &pick : m_model->chosen())
        chosen += chosenOne(int(pick.subjectKind), pick.id);
    return chosen.isEmpty() ? Draft() : Draft{{{u"chosen"_s, chosen}}, {}, {}};
}

void CandidatesDialog::setDraft(const Draft &draft)
{
    chooseAgain(draft.typed[u"chosen"_s], [this](int kind, const QUuid &id) {
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        const directory::Subject subject = snapshot->findSubject(SubjectKind(kind), id);
        if (subject.isValid() && !m_choice.taken.contains(id))
            m_model->setChosen(explorer::pickOf(*snapshot, subject), true);
    });
}

void CandidatesDialog::accept()
{
    if (m_model->chosen().isEmpty())
        return;
    Q_EMIT chosen(m_model->chosen());
    QDialog::accept();
}

} // namespace tenantry::ui

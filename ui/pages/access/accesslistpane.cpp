// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/accesslistpane.h"

#include "core/access/explanationtext.h"
#include "ui/pages/access/accessmodel.h"
#include "ui/pages/spaces/reasonpane.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QComboBox>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

AccessListPane::AccessListPane(const Viewpoint &viewpoint, QWidget *parent)
    : QWidget(parent), m_viewpoint(viewpoint), m_model(new AccessModel(this)), m_search(new SearchField),
      m_role(new QComboBox), m_table(new QTableView), m_count(makeLabel(TextStyle::Small)),
      m_reasons(new spaces::ReasonPane)
{
    makeTable();
    auto *left = new QWidget;
    auto *list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    m_states = new StateStack(m_table, u"key"_s);
    list->addWidget(makeToolbar());
    list->addWidget(makeSeparator());
    list->addWidget(m_states, 1);
    list->addWidget(makeSeparator());
    m_count->setContentsMargins(metrics::pageMargin, 6, metrics::pageMargin, 6);
    list->addWidget(m_count);
    auto *right = new QWidget;
    auto *reasons = new QVBoxLayout(right);
    reasons->setContentsMargins(0, 8, metrics::pageMargin, 12);
    reasons->addWidget(m_reasons);
    auto *splitter = new Splitter;
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({700, 340});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(m_search, &SearchField::queryChanged, this, &AccessListPane::refresh);
    connect(m_role, &QComboBox::currentIndexChanged, this, &AccessListPane::refresh);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &AccessListPane::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &AccessListPane::explainCurrent);
    connect(m_table, &QTableView::activated, this, &AccessListPane::open);
}

QWidget *AccessListPane::makeToolbar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, 8);
    layout->setSpacing(8);
    m_search->setMaximumWidth(300);
    m_search->setResultView(m_table);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_role);
    layout->addWidget(makeTableButton(m_table));
    layout->addStretch();
    return bar;
}

void AccessListPane::makeTable()
{
    m_table->setObjectName(u"access"_s);
    m_table->setProperty("exportsAllColumns",
                         true); // PRM-4 names them; the fixed side is only left out of sight
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(int(Column::Role), Qt::DescendingOrder);
    header->setStretchLastSection(true);
    for (const auto &[column, width] : {std::pair(Column::Subject, 150),
                                        {Column::Department, 150},
                                        {Column::Object, 300},
                                        {Column::Role, 128},
                                        {Column::Through, 190},
                                        {Column::GrantedBy, 100},
                                        {Column::GrantedAt, 110},
                                        {Column::Expires, 100}})
        m_table->setColumnWidth(int(column), width);
}

void AccessListPane::showColumns()
{
    m_table->setColumnHidden(int(Column::Subject), !listsPeople());
    m_table->setColumnHidden(int(Column::Department), !listsPeople());
    m_table->setColumnHidden(int(Column::Object), listsPeople());
}

void AccessListPane::ask(const Pick &fixed)
{
    if (fixed == m_fixed && m_model->list())
        return;
    m_fixed = fixed;
    {
        const QSignalBlocker search(m_search);
        const QSignalBlocker role(m_role);
        m_search->clear();
        m_role->setCurrentIndex(0);
    }
    m_model->setList({});
    m_reasons->clear();
    showColumns();
    retranslate();
    refresh();
}

void AccessListPane::refresh()
{
    const directory::SnapshotPtr snapshot = m_viewpoint.snapshot();
    ListQuestion question;
    if (m_fixed.side == Side::Who) {
        const directory::Subject subject = subjectOf(*snapshot, m_fixed);
        if (!subject.isValid())
            return take({});
        question.fixed = subject;
    } else {
        const directory::Object object = objectOf(*snapshot, m_fixed);
        if (!object.isValid())
            return take({});
        question.fixed = object;
    }
    question.snapshot = snapshot;
    question.index = m_viewpoint.searchIndex();
    question.now = m_viewpoint.now();
    if (const auto mark = m_viewpoint.mark(); mark && !m_viewpoint.isNow())
        question.tenant = snapshot->findTenant(mark->tenant);
    question.filter = m_search->query();
    question.only = Role(m_role->currentData().toInt());
    const QHeaderView *header = m_table->horizontalHeader();
    question.sortedBy = Column(std::clamp(header->sortIndicatorSection(), 0, explorer::columnCount - 1));
    question.descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    if (!m_model->list())
        m_states->showLoading();
    m_task.run([question](const std::stop_token &stop) { return makeList(question, stop); },
               [this](const AccessListPtr &list) { take(list); });
}

void AccessListPane::forget()
{
    m_task.cancel();
    m_fixed = {};
    m_search->clear();
    m_model->setList({});
    m_reasons->clear();
    m_table->setAccessibleName({});
}

/// Of the other side of the current row; null: there is none.
QUuid AccessListPane::currentId() const
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_model->list())
        return {};
    const directory::Snapshot &snapshot = *m_model->list()->question.snapshot;
    return listsPeople() ? snapshot.idOf(m_model->subject(current.row()))
                         : snapshot.idOf(m_model->object(current.row()));
}

/// Where that is now; where it went, its neighbour.
void AccessListPane::keepCurrent(const QUuid &id, int row)
{
    if (m_model->rowCount() == 0 || (!id.isNull() && currentId() == id))
        return;
    int at = std::clamp(row, 0, m_model->rowCount() - 1);
    const directory::Snapshot &snapshot = *m_model->list()->question.snapshot;
    for (int i = 0; i < m_model->rowCount() && !id.isNull(); ++i)
        if ((listsPeople() ? snapshot.idOf(m_model->subject(i)) : snapshot.idOf(m_model->object(i))) == id)
            at = i;
    m_table->setCurrentIndex(m_model->index(at, listsPeople() ? int(Column::Subject) : int(Column::Object)));
}

void AccessListPane::take(const AccessListPtr &list)
{
    const QUuid current = currentId();
    const int row = m_table->currentIndex().row();
    m_model->setList(list);
    keepCurrent(current, row);
    updateCount();
    explainCurrent();
    Q_EMIT listChanged();
}

void AccessListPane::updateCount()
{
    const auto &list = m_model->list();
    const size_t all = list ? list->all : 0;
    const QString shown = QLocale().toString(m_model->rowCount());
    const QString total = QLocale().toString(qulonglong(all));
    m_count->setText(size_t(m_model->rowCount()) == all
                         ? (listsPeople() ? tr("%1 people", nullptr, int(all)).arg(total)
                                          : tr("%1 spaces and resources", nullptr, int(all)).arg(total))
                         : tr("%1 of %2 shown").arg(shown, total));
    if (m_model->rowCount() > 0)
        return m_states->showContent();
    if (all > 0)
        m_states->empty()->setTexts(tr("Nothing fits"),
                                    tr("No row has this name or role. Try fewer letters or another role."));
    else if (listsPeople())
        m_states->empty()->setTexts(
            tr("Nobody has a role on it"),
            tr("Nobody that you can see reaches it, directly or through an organization or a role group."));
    else
        m_states->empty()->setTexts(
            tr("No role anywhere"),
            tr("Nothing that you can see is open to it. Fill the other field to see what would be enough."));
    m_states->showEmpty();
}

void AccessListPane::explainCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_model->list()) {
        m_reasons->clear();
        return;
    }
    const ListQuestion &question = m_model->list()->question;
    m_reasons->setExplanation(question.snapshot,
                              access::Resolver(question.snapshot, question.now)
                                  .explain(m_model->subject(current.row()), m_model->object(current.row())));
}

void AccessListPane::open(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const directory::Snapshot &snapshot = *m_model->list()->question.snapshot;
    Q_EMIT opened(listsPeople() ? pickOf(snapshot, m_model->subject(index.row()))
                                : pickOf(snapshot, m_model->object(index.row())));
}

void AccessListPane::fillRoles()
{
    const QSignalBlocker quiet(m_role);
    const int before = std::max(0, m_role->currentIndex());
    m_role->clear();
    m_role->addItem(tr("All roles"), int(Role::None));
    for (const Role role :
         {Role::Owner, Role::Administrator, Role::Editor, Role::Commenter, Role::Viewer, Role::Guest})
        m_role->addItem(access::roleName(role), int(role));
    m_role->setCurrentIndex(before);
    m_role->setAccessibleName(tr("Role"));
}

void AccessListPane::retranslate()
{
    fillRoles();
    m_search->setHint(listsPeople() ? tr("Name or organization, pinyin too")
                                    : tr("Name of a space or resource"));
    m_table->setAccessibleName(listsPeople() ? tr("Who may do something on %1").arg(m_fixed.name)
                                             : tr("What %1 may do").arg(m_fixed.name));
    m_states->loading()->setText(tr("Working it out…"));
    m_model->retranslate();
    updateCount();
    explainCurrent();
}

} // namespace tenantry::ui::explorer

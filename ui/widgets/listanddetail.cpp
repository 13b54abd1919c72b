// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/listanddetail.h"

#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/states.h"
#include "ui/widgets/viewstyle.h"

#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int narrowestList = 220;
constexpr int usualDetail = 1000;

} // namespace

ListAndDetail::ListAndDetail(QWidget *detail, const QString &iconName, QWidget *parent)
    : QWidget(parent), m_search(new SearchField), m_list(new QListView), m_buttons(new QHBoxLayout),
      m_hits(new StateStack(m_list, u"search"_s))
{
    auto *splitter = new Splitter;
    splitter->addWidget(makeLeft());
    splitter->addWidget(detail);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    m_states = new StateStack(splitter, iconName);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    setListWidth(narrowestList);
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) {
        Q_EMIT queryChanged(query);
        chooseSomething();
        refreshHits();
    });
}

QWidget *ListAndDetail::makeLeft()
{
    auto *left = new QWidget;
    styleList(m_list, metrics::twoLineRowHeight);
    removeFrame(m_list);
    m_search->setResultView(m_list);
    m_buttons->setContentsMargins(12, 16, 12, 0);
    m_buttons->setSpacing(metrics::grid);
    auto *searchLine = new QHBoxLayout;
    searchLine->setContentsMargins(12, 8, 12, 10);
    searchLine->addWidget(m_search);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_buttons);
    layout->addLayout(searchLine);
    layout->addWidget(m_hits, 1);
    left->setMinimumWidth(narrowestList);
    return left;
}

void ListAndDetail::setModel(QAbstractItemModel *model, QAbstractItemDelegate *delegate)
{
    delegate->setParent(m_list);
    m_list->setItemDelegate(delegate);
    m_list->setModel(model);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ListAndDetail::currentChanged);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ListAndDetail::refreshHits);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &ListAndDetail::refreshHits);
}

void ListAndDetail::addButton(QWidget *button, int stretch)
{
    m_buttons->addWidget(button, stretch);
}

void ListAndDetail::setListWidth(int width)
{
    findChild<Splitter *>()->setSizes({width, usualDetail});
}

bool ListAndDetail::isNoHitsShown() const
{
    return m_list->isHidden();
}

void ListAndDetail::setNoHitsTexts(const QString &title, const QString &sentence)
{
    m_hits->empty()->setTexts(title, sentence);
}

void ListAndDetail::choose(const QModelIndex &index)
{
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
}

void ListAndDetail::chooseSomething()
{
    const QAbstractItemModel *model = m_list->model();
    if (!m_list->currentIndex().isValid() && model->rowCount() > 0)
        m_list->setCurrentIndex(model->index(0, 0));
}

void ListAndDetail::refreshHits()
{
    const bool none = !m_search->query().isEmpty() && m_list->model()->rowCount() == 0;
    none ? m_hits->showEmpty() : m_hits->showContent();
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/viewstyle.h"

#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QHeaderView>
#include <QListView>
#include <QMouseEvent>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

namespace tenantry::ui
{

namespace
{

/// Qt shows the pointer's cell, not its row: keeps the row in a property that ConsoleStyle reads.
class RowHover final : public QObject
{
public:
    explicit RowHover(QTableView *view) : QObject(view), m_view(view)
    {
        view->viewport()->setMouseTracking(true);
        view->viewport()->installEventFilter(this);
    }

    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::MouseMove)
            setRow(m_view->rowAt(static_cast<QMouseEvent *>(event)->pos().y()));
        else if (event->type() == QEvent::Leave)
            setRow(-1);
        return false;
    }

private:
    void setRow(int row)
    {
        if (row == m_row)
            return;
        m_row = row;
        m_view->setProperty("hoverRow", row);
        m_view->viewport()->update();
    }

    QTableView *m_view;
    int m_row = -1;
};

/// Gives every row of a list or tree the same height, whatever the model says.
class FixedHeightDelegate final : public RowDelegate
{
public:
    FixedHeightDelegate(int height, QObject *parent) : RowDelegate(parent), m_height(height) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = RowDelegate::sizeHint(option, index);
        size.setHeight(m_height);
        return size;
    }

private:
    int m_height;
};

void styleView(QAbstractItemView *view, int rowHeight)
{
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setTabKeyNavigation(false);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers); // forms change things
    view->setMouseTracking(true);
    view->viewport()->setAttribute(Qt::WA_Hover);
    view->setItemDelegate(new FixedHeightDelegate(rowHeight, view));
}

void styleHeader(QHeaderView *header)
{
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setFixedHeight(metrics::headerHeight);
    header->setMinimumSectionSize(40);
    header->setStretchLastSection(true);
    header->setSectionsMovable(true);
}

} // namespace

void styleTable(QTableView *view, int rowHeight)
{
    styleView(view, rowHeight);
    new RowHover(view);
    view->setShowGrid(false);
    view->setAlternatingRowColors(false);
    view->setWordWrap(false);
    view->setCornerButtonEnabled(false);
    view->verticalHeader()->hide();
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setMinimumSectionSize(rowHeight);
    view->verticalHeader()->setDefaultSectionSize(rowHeight);
    styleHeader(view->horizontalHeader());
    addTableTools(view);
}

void styleTree(QTreeView *view, int rowHeight)
{
    styleView(view, rowHeight);
    view->setUniformRowHeights(true);
    view->setAnimated(false);
    view->setAllColumnsShowFocus(false);
    view->setIndentation(20);
    styleHeader(view->header());
    addTableTools(view);
}

void styleList(QListView *view, int rowHeight)
{
    styleView(view, rowHeight);
    view->setUniformItemSizes(true);
}

void setColumnWidths(QTableView *view, const QList<int> &widths)
{
    view->horizontalHeader()->setStretchLastSection(false);
    for (int column = 0; column < widths.size(); ++column) {
        if (widths[column] == 0)
            view->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            view->setColumnWidth(column, widths[column]);
    }
}

void fillWithRows(QWidget *frame, const QList<QWidget *> &rows)
{
    auto *layout = new QVBoxLayout(frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (QWidget *row : rows) {
        if (row != rows.constFirst())
            layout->addWidget(makeSeparator());
        layout->addWidget(row, qobject_cast<StateStack *>(row) ? 1 : 0);
    }
}

void removeFrame(QAbstractItemView *view)
{
    view->setFrameShape(QFrame::NoFrame);
}

} // namespace tenantry::ui

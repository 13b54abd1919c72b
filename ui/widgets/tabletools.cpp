// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabletools.h"

#include "ui/theme/icons.h"
#include "ui/widgets/accessevent.h"
#include "ui/widgets/exportdialog.h"
#include "ui/widgets/tableexport.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr auto exportKeys = Qt::CTRL | Qt::Key_E;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TableTools)
};

void fillMenu(QMenu *menu, QAbstractItemView *view)
{
    QHeaderView *header = headerOf(view);
    menu->clear();
    menu->addSection(Words::tr("Columns"));
    for (int section = 1; section < header->count(); ++section) {
        const QString title = columnName(header, section);
        if (title.isEmpty())
            continue;
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(section));
        QObject::connect(action, &QAction::toggled, header,
                         [header, section](bool shown) { header->setSectionHidden(section, !shown); });
    }
    menu->addSeparator();
    // Only shown here: the view itself has the shortcut.
    const QString keys = QKeySequence(exportKeys).toString(QKeySequence::NativeText);
    menu->addAction(icon(u"download"_s), Words::tr("Export…") + u'\t' + keys, view,
                    [view] { openExport(view); });
}

void showColumnMenu(QAbstractItemView *view, const QPoint &at)
{
    auto *menu = new QMenu(view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, view);
    menu->popup(headerOf(view)->viewport()->mapToGlobal(at));
}

void addTools(QAbstractItemView *view, QHeaderView *header)
{
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(header, &QWidget::customContextMenuRequested, view,
                     [view](const QPoint &at) { showColumnMenu(view, at); });
    const auto add = [view](const QKeySequence &keys, auto act) {
        auto *action = new QAction(view);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut);
        view->addAction(action);
        QObject::connect(action, &QAction::triggered, view, act);
    };
    add(QKeySequence::Copy, [view, header] {
        const QString text = selectedText(view, header);
        if (!text.isEmpty())
            QApplication::clipboard()->setText(text);
    });
    add(exportKeys, [view] { openExport(view); });
}

/// Names the button in the language of the moment.
class ButtonTexts final : public QObject
{
public:
    explicit ButtonTexts(QToolButton *button) : QObject(button) { button->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            setButtonName(static_cast<QToolButton *>(watched), Words::tr("Columns and export"));
        return false;
    }
};

/// In the order of the screen: of the columns, and of the rows from top to bottom at any depth of a tree.
bool isAbove(const QModelIndex &a, const QModelIndex &b)
{
    QList<int> left;
    QList<int> right;
    for (QModelIndex i = a; i.isValid(); i = i.parent())
        left.prepend(i.row());
    for (QModelIndex i = b; i.isValid(); i = i.parent())
        right.prepend(i.row());
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
}

} // namespace

void addTableTools(QTableView *view)
{
    addTools(view, view->horizontalHeader());
}

void addTableTools(QTreeView *view)
{
    addTools(view, view->header());
}

QHeaderView *headerOf(const QAbstractItemView *view)
{
    if (const auto *table = qobject_cast<const QTableView *>(view))
        return table->horizontalHeader();
    const auto *tree = qobject_cast<const QTreeView *>(view);
    return tree ? tree->header() : nullptr;
}

QToolButton *makeTableButton(QAbstractItemView *view)
{
    QToolButton *button = makeIconButton(u"columns"_s, Words::tr("Columns and export"));
    new ButtonTexts(button);
    auto *menu = new QMenu(button);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    QObject::connect(menu, &QMenu::aboutToShow, view, [menu, view] { fillMenu(menu, view); });
    return button;
}

void openExport(QAbstractItemView *view)
{
    QHeaderView *header = headerOf(view);
    if (!header || !view->model())
        return;
    const QString title = view->accessibleName().isEmpty() ? Words::tr("Table") : view->accessibleName();
    auto *dialog = new ExportDialog(view, header, title, view->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ExportDialog::written, view, [view](int rows, const QString &path) {
        noteAccess(view, AccessEvent::Act::Export, u"list"_s, {}, rows);
        // The window's own, where it has one.
        auto *toast = view->window()->findChild<Toast *>(QString(), Qt::FindDirectChildrenOnly);
        if (!toast)
            toast = new Toast(view->window());
        toast->show(Words::tr("%1 rows written to %2", nullptr, rows)
                        .arg(QLocale().toString(rows), QDir::toNativeSeparators(path)));
    });
    dialog->open();
}

QString selectedText(const QAbstractItemView *view, const QHeaderView *header)
{
    QModelIndexList rows =
        view->selectionModel() ? view->selectionModel()->selectedRows() : QModelIndexList();
    std::sort(rows.begin(), rows.end(), isAbove);
    const QList<int> columns = shownColumns(header);
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (const int column : columns)
            cells.append(cellText(row.siblingAtColumn(column)).replace(u'\t', u' ').replace(u'\n', u' '));
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QByteArray columnState(const QHeaderView *header)
{
    return QByteArray::number(header->count()) + ' ' + header->saveState().toBase64();
}

void restoreColumnState(QHeaderView *header, const QByteArray &state)
{
    const qsizetype blank = state.indexOf(' ');
    if (blank > 0 && state.left(blank).toInt() == header->count())
        header->restoreState(QByteArray::fromBase64(state.mid(blank + 1)));
}

} // namespace tenantry::ui

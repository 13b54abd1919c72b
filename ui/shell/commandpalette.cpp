// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandpalette.h"

#include "ui/shell/pageregistry.h"
#include "ui/shell/palettemodel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

CommandPalette::CommandPalette(const PageRegistry &pages, QWidget *window)
    : Overlay(window), m_pages(pages), m_field(new SearchField), m_list(new QListView),
      m_model(new PaletteModel(this))
{
    styleList(m_list);
    removeFrame(m_list);
    m_list->setModel(m_model);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);

    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { run(index.row()); });
    retranslate();
}

void CommandPalette::openWith(const QList<QAction *> &pageActions)
{
    m_pageActions = pageActions;
    m_field->clear();
    m_found.clear();
    search();
    open();
}

void CommandPalette::forget()
{
    close();
    ++m_searches;
    m_found.clear();
    m_field->clear();
    m_model->setEntries({}, {});
}

void CommandPalette::search()
{
    const QString query = m_field->query();
    const quint64 asked = ++m_searches;
    if (query.isEmpty())
        m_found.clear();
    showEntries(); // what was found for the letters before stays until there is something better: nothing flickers
    if (!m_objects || query.isEmpty())
        return;
    m_objects(query, [this, asked, guard = QPointer(this)](const QList<PaletteObject> &objects) {
        if (!guard || asked != m_searches)
            return;
        m_found = objects;
        showEntries();
    });
}

void CommandPalette::showEntries()
{
    QList<PaletteEntry> entries = pagesAndActions();
    for (const PaletteObject &object : std::as_const(m_found)) {
        PaletteEntry line;
        line.kind = PaletteEntry::Kind::Object;
        line.iconName = object.iconName;
        line.title = object.title;
        line.detail = object.detail;
        line.pageId = object.pageId;
        line.objectId = object.objectId;
        entries.append(line);
    }
    m_model->setEntries(std::move(entries), m_field->query());
    m_list->setCurrentIndex(m_model->index(0));
    if (isVisible())
        place();
}

QList<PaletteEntry> CommandPalette::pagesAndActions() const
{
    QList<PaletteEntry> entries;
    for (const auto &entry : m_pages.entries()) {
        if (!entry->isAvailable())
            continue;
        PaletteEntry line;
        line.kind = PaletteEntry::Kind::Page;
        line.iconName = entry->iconName();
        line.title = entry->title();
        line.detail = tr("Go to page");
        line.pageId = entry->id();
        entries.append(line);
    }
    for (QAction *action : m_pageActions + m_actions) {
        if (action->isSeparator() || !action->isEnabled() || !action->isVisible() || action->text().isEmpty())
            continue;
        PaletteEntry line;
        line.kind = PaletteEntry::Kind::Action;
        const QString iconName = action->property("iconName").toString();
        line.iconName = iconName.isEmpty() ? u"chevron-right"_s : iconName;
        line.title = action->text().remove(u'&');
        line.shortcut = action->shortcut().toString(QKeySequence::NativeText);
        line.action = action;
        entries.append(line);
    }
    return entries;
}

void CommandPalette::run(int row)
{
    if (row < 0 || row >= m_model->rowCount())
        return;
    const PaletteEntry entry = m_model->entry(row);
    close();
    if (entry.action)
        entry.action->trigger();
    else if (!entry.pageId.isEmpty())
        Q_EMIT pageChosen(entry.pageId, entry.objectId);
}

void CommandPalette::place()
{
    const QWidget *window = parentWidget();
    const int rows = std::clamp(m_model->rowCount(), 1, 9);
    const int width = std::min(620, window->width() - 48);
    resize(width, 16 + 8 + metrics::controlHeight + 4 + rows * metrics::rowHeight);
    move((window->width() - width) / 2, std::min(96, window->height() / 8));
}

QWidget *CommandPalette::firstControl()
{
    return m_field;
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run(m_list->currentIndex().row());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return moveInList(*m_list, key);
    }
}

void CommandPalette::changeEvent(QEvent *event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void CommandPalette::retranslate()
{
    setAccessibleName(tr("Command palette"));
    m_field->setHint(tr("Search pages, commands, people…"));
    m_list->setAccessibleName(tr("Hits"));
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/overlay.h"
#include "ui/shell/shellviews.h"

#include <functional>

class QAction;
class QListView;

namespace tenantry::ui
{

class PageRegistry;
class PaletteModel;
struct PaletteEntry;
class SearchField;

/// Ctrl+K: one field over pages, actions and objects. Enter runs the first hit, arrows choose, Escape closes.
class CommandPalette final : public Overlay
{
    Q_OBJECT
public:
    using ObjectsFound = std::function<void(const QList<PaletteObject> &objects)>;
    /// Looks for a query of one character or more and answers with hits, best first, at once or later, in this thread.
    /// Called at each pause of typing; an answer that comes after the next query is for nobody.
    using ObjectSource = std::function<void(const QString &query, const ObjectsFound &found)>;

    /// Floats over `window`; hidden at first.
    CommandPalette(const PageRegistry &pages, QWidget *window);

    void setObjectSource(const ObjectSource &source) { m_objects = source; }
    /// Actions of the shell itself; those of the current page come at opening.
    void setActions(const QList<QAction *> &actions) { m_actions = actions; }
    void openWith(const QList<QAction *> &pageActions);
    /// Closes, and keeps nothing of what was typed and found.
    void forget();

    [[nodiscard]] SearchField *field() const { return m_field; }
    [[nodiscard]] QListView *list() const { return m_list; }

Q_SIGNALS:
    void pageChosen(const QString &pageId, const QString &objectId);

protected:
    void place() override;
    QWidget *firstControl() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void search();
    void showEntries();
    [[nodiscard]] QList<PaletteEntry> pagesAndActions() const;
    void run(int row);
    void retranslate();

    const PageRegistry &m_pages;
    SearchField *m_field;
    QListView *m_list;
    PaletteModel *m_model;
    ObjectSource m_objects;
    QList<QAction *> m_actions;
    QList<QAction *> m_pageActions;
    QList<PaletteObject> m_found;
    quint64 m_searches = 0;
};

} // namespace tenantry::ui

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
class SearchField;

/// Ctrl+K: one field over pages, actions and objects. Enter runs the first hit, arrows choose, Escape closes.
class CommandPalette final : public Overlay
{
    Q_OBJECT
public:
    /// Hits for a query of one character or more, best first; called at each pause of typing.
    using ObjectSource = std::function<QList<PaletteObject>(const QString &query)>;

    /// Floats over `window`; hidden at first.
    CommandPalette(const PageRegistry &pages, QWidget *window);

    void setObjectSource(const ObjectSource &source) { m_objects = source; }
    /// Actions of the shell itself; those of the current page come at opening.
    void setActions(const QList<QAction *> &actions) { m_actions = actions; }
    void openWith(const QList<QAction *> &pageActions);

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
    void run(int row);
    void retranslate();

    const PageRegistry &m_pages;
    SearchField *m_field;
    QListView *m_list;
    PaletteModel *m_model;
    ObjectSource m_objects;
    QList<QAction *> m_actions;
    QList<QAction *> m_pageActions;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractItemDelegate;
class QAbstractItemModel;
class QHBoxLayout;
class QListView;
class QModelIndex;

namespace tenantry::ui {

class SearchField;
class StateStack;

/// The frame of a page that shows one thing of a list: buttons, search and list at the left, what is chosen
/// at the right, and the page's states over both. A search without hits says so in the list's place.
class ListAndDetail final : public QWidget
{
    Q_OBJECT
public:
    /// `iconName`: of an empty page. Takes `detail`.
    ListAndDetail(QWidget *detail, const QString &iconName, QWidget *parent = nullptr);

    /// The view takes the delegate, not the model.
    void setModel(QAbstractItemModel *model, QAbstractItemDelegate *delegate);
    void addButton(QWidget *button, int stretch = 0);
    void setListWidth(int width);

    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] StateStack *states() const { return m_states; }
    [[nodiscard]] bool isNoHitsShown() const;
    void setNoHitsTexts(const QString &title, const QString &sentence);
    void choose(const QModelIndex &index);
    /// The first row, where none is chosen.
    void chooseSomething();

Q_SIGNALS:
    /// The model follows at once: afterwards the first hit is chosen where nothing is.
    void queryChanged(const QString &query);
    void currentChanged();

private:
    QWidget *makeLeft();
    void refreshHits();

    SearchField *m_search;
    QListView *m_list;
    QHBoxLayout *m_buttons;
    StateStack *m_hits;
    StateStack *m_states;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/itemroles.h"

#include <QAbstractListModel>
#include <QPointer>

class QAction;

namespace tenantry::ui
{

/// One line of the command palette.
struct PaletteEntry {
    enum class Kind { Page, Action, Object };
    Kind kind = Kind::Page;
    QString iconName;
    QString title;
    QString detail;
    QString shortcut;
    QString pageId;
    QString objectId;
    QPointer<QAction> action;
    QList<TextRange> matches;
    int score = 0;
};

class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    /// Keeps entries whose title matches, best first; equal ones stay in the order given.
    void setEntries(QList<PaletteEntry> entries, const QString &query);
    [[nodiscard]] const PaletteEntry &entry(int row) const { return m_entries[row]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<PaletteEntry> m_entries;
};

} // namespace tenantry::ui

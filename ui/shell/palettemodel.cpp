// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palettemodel.h"

#include "ui/shell/fuzzy.h"

#include <QAction>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

void PaletteModel::setEntries(QList<PaletteEntry> entries, const QString &query)
{
    QList<PaletteEntry> kept;
    for (PaletteEntry &entry : entries) {
        // Objects were found by their source, by rules of its own (pinyin).
        const auto match = fuzzyMatch(query, entry.title);
        if (!match && entry.kind != PaletteEntry::Kind::Object)
            continue;
        entry.matches = match ? match->ranges : QList<TextRange>();
        entry.score = match && entry.kind != PaletteEntry::Kind::Object ? match->score : 0;
        kept.append(std::move(entry));
    }
    std::stable_sort(kept.begin(), kept.end(), [](const auto &a, const auto &b) { return a.score > b.score; });
    beginResetModel();
    m_entries = std::move(kept);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    const PaletteEntry &entry = m_entries[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::AccessibleTextRole:
        return entry.detail.isEmpty() ? entry.title : entry.title + u", "_s + entry.detail;
    case SecondaryTextRole:
        return entry.shortcut.isEmpty() ? entry.detail : entry.detail + u"   "_s + entry.shortcut;
    case IconNameRole:
        return entry.iconName;
    case MatchesRole:
        return QVariant::fromValue(entry.matches);
    default:
        return {};
    }
}

} // namespace tenantry::ui

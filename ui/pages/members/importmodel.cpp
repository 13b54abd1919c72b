// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/importmodel.h"

#include "core/exchange/importfiles.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/itemroles.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

using exchange::ImportAct;
using exchange::ImportColumn;
using exchange::ImportFault;
using exchange::ImportRow;

namespace {

/// Where each column of a file is shown.
int shownAt(ImportColumn column)
{
    switch (column) {
    case ImportColumn::Email:
        return ImportModel::Email;
    case ImportColumn::Name:
        return ImportModel::Name;
    case ImportColumn::Phone:
        return ImportModel::Phone;
    case ImportColumn::Mis:
        return ImportModel::Mis;
    case ImportColumn::Organization:
        return ImportModel::Organization;
    case ImportColumn::Primary:
        return ImportModel::Primary;
    case ImportColumn::Role:
        return ImportModel::Role;
    }
    Q_UNREACHABLE();
}

ImportColumn columnShown(int column)
{
    for (int i = 0; i < exchange::importColumnCount; ++i)
        if (shownAt(ImportColumn(i)) == column)
            return ImportColumn(i);
    Q_UNREACHABLE();
}

} // namespace

ImportModel::ImportModel(const exchange::ImportDraft &draft, QObject *parent)
    : DenseTableModel(parent), m_draft(draft)
{
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columnsInAll;
}

bool ImportModel::fits(const ImportRow &row) const
{
    switch (m_filter) {
    case Filter::All:
        return true;
    case Filter::Changes:
        return row.isGood() && row.act != ImportAct::None && row.act != ImportAct::Unknown;
    case Filter::Unchanged:
        return row.isGood() && row.act == ImportAct::None;
    case Filter::Bad:
        return !row.isGood();
    }
    Q_UNREACHABLE();
}

void ImportModel::setFilter(Filter filter)
{
    m_filter = filter;
    refresh();
}

std::vector<ImportModelRow> ImportModel::fittingRows() const
{
    std::vector<ImportModelRow> rows;
    for (size_t i = 0; i < m_draft.rows.size(); ++i)
        if (fits(m_draft.rows[i]))
            rows.push_back({int(i)});
    return rows;
}

void ImportModel::refresh()
{
    takeRows(fittingRows());
}

void ImportModel::startOver()
{
    beginResetModel();
    setRows(fittingRows());
    endResetModel();
}

void ImportModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnsInAll - 1);
    touchAll();
}

QString ImportModel::outcome(const ImportRow &row) const
{
    if (!row.isGood())
        return exchange::faultText(row, QLocale().language());
    switch (row.act) {
    case ImportAct::Unknown:
        return tr("Being checked…");
    case ImportAct::None:
        return tr("Nothing to change");
    case ImportAct::Add:
        return tr("Comes into the organization");
    case ImportAct::Change:
        return tr("Role or primary organization changes");
    case ImportAct::Invite:
        return tr("Is invited, to accept within 7 days");
    case ImportAct::Create:
        return tr("New account, to be activated");
    }
    Q_UNREACHABLE();
}

QString ImportModel::faults(int row) const
{
    return exchange::faultText(m_draft.rows[size_t(rows()[size_t(row)].index)], QLocale().language());
}

QString ImportModel::text(int row, int column) const
{
    const auto at = size_t(row);
    if (column == Number)
        return QLocale().toString(m_draft.table.rows[at].number);
    if (column == Outcome)
        return outcome(m_draft.rows[at]);
    const int cell = m_draft.columns[size_t(columnShown(column))];
    return cell < 0 ? QString() : m_draft.table.rows[at].cells.value(cell);
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const int row = rows()[size_t(index.row())].index;
    const ImportRow &judged = m_draft.rows[size_t(row)];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column()).simplified();
    case Qt::ToolTipRole:
        return index.column() == Outcome && !judged.isGood() ? outcome(judged) : QVariant();
    case IconNameRole:
        if (index.column() == Outcome && !judged.isGood())
            return u"warning"_s;
        return std::ranges::any_of(
                   judged.faults,
                   [&](const ImportFault &fault) { return shownAt(fault.column) == index.column(); })
                   ? u"warning"_s
                   : QVariant();
    case IconToneRole:
        return int(Tone::Danger);
    case DimmedRole:
        return judged.isGood() && judged.act == ImportAct::None;
    case Qt::TextAlignmentRole:
        return index.column() == Number ? int(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    if (section == Number)
        return tr("Row");
    if (section == Outcome)
        return tr("What happens");
    return exchange::columnTitle(columnShown(section), QLocale().language());
}

} // namespace tenantry::ui::members

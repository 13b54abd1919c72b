// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/groupusesmodel.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::groups {

void GroupUsesModel::setItems(std::vector<UseItem> items, Instant now)
{
    m_now = now;
    takeRows(m_items, std::move(items));
}

void GroupUsesModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_items.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString GroupUsesModel::text(const UseItem &use, int column) const
{
    switch (column) {
    case Object:
        return use.name.isEmpty() ? tr("Something you can't see") : use.name;
    case RoleColumn:
        return access::roleName(use.role);
    case GrantedBy:
        return use.grantedBy;
    case GrantedAt:
        return QLocale().toString(spaces::localTime(use.grantedAt).date(), QLocale::ShortFormat);
    default:
        return spaces::countdownText(use.expiresAt, m_now);
    }
}

QVariant GroupUsesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const UseItem &use = item(index.row());
    const bool isObject = index.column() == Object;
    const bool expired = use.expiresAt && *use.expiresAt <= m_now;
    switch (role) {
    case Qt::DisplayRole:
        return text(use, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Expires && use.expiresAt)
            return momentText(spaces::localTime(*use.expiresAt));
        return index.column() == GrantedAt ? momentText(spaces::localTime(use.grantedAt))
                                           : text(use, index.column());
    case Qt::AccessibleTextRole:
        return isObject ? QStringList{text(use, Object), use.spaceName, text(use, RoleColumn)}.join(u", "_s)
                        : text(use, index.column());
    case ToneRole:
        return index.column() == RoleColumn
                   ? QVariant(int(expired ? Tone::Neutral : spaces::roleTone(use.role)))
                   : QVariant();
    case IconNameRole:
        return !isObject                       ? QString()
               : use.kind == ObjectKind::Space ? u"space"_s
                                               : spaces::resourceIconName(use.resourceKind);
    case SecondaryTextRole:
        return isObject ? use.spaceName : QString();
    case DimmedRole:
        return expired;
    default:
        return {};
    }
}

QVariant GroupUsesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Object:
        return tr("Space or resource");
    case RoleColumn:
        return tr("Role");
    case GrantedBy:
        return tr("Granted by");
    case GrantedAt:
        return tr("Granted");
    default:
        return tr("Expires");
    }
}

} // namespace tenantry::ui::groups

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"
#include "ui/widgets/rowdelegate.h"

#include <QList>

namespace tenantry::ui::spaces
{

struct RowChip {
    QString text;
    Tone tone = Tone::Neutral;
};

inline constexpr int ChipsRole = Qt::UserRole + 0x180; ///< QList<RowChip>: behind name and secondary text

/// A row whose name has chips behind it (staff, outsider …); the name gives way to them.
class NameDelegate : public RowDelegate
{
    Q_OBJECT
public:
    explicit NameDelegate(int rowHeight, QObject *parent = nullptr) : RowDelegate(parent), m_rowHeight(rowHeight) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int m_rowHeight;
};

} // namespace tenantry::ui::spaces

Q_DECLARE_METATYPE(tenantry::ui::spaces::RowChip)

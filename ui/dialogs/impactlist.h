// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/completeness.h"
#include "core/access/difference.h"

#include <QWidget>

class QLabel;
class QTableView;

namespace tenantry::ui {

class BoundChip;
class ImpactModel;

/// Who gains and who loses: the numbers, and below them each single change, to be searched through and
/// exported (PRM-5, PRM-6, APP-5).
class ImpactList final : public QWidget
{
    Q_OBJECT
public:
    explicit ImpactList(QWidget *parent = nullptr);
    /// Null: nothing is known (yet).
    void setDifference(std::shared_ptr<const access::Difference> difference, access::Bound bound);
    /// What both roles are headed where they are of two past moments.
    void setMoments(const QString &before, const QString &after);
    [[nodiscard]] ImpactModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString summary() const;
    void retranslate();

private:
    std::shared_ptr<const access::Difference> m_difference;
    ImpactModel *m_model;
    QLabel *m_summary;
    BoundChip *m_bound;
    QTableView *m_table;
};

} // namespace tenantry::ui

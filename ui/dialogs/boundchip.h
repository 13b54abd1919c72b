// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/completeness.h"
#include "ui/widgets/chip.h"

namespace tenantry::ui {

/// Says beside an answer what is not sure about it (PRM-7); hidden where it is exact.
class BoundChip final : public Chip
{
    Q_OBJECT
public:
    explicit BoundChip(QWidget *parent = nullptr);

    void setBound(access::Bound bound);
    [[nodiscard]] access::Bound bound() const { return m_bound; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    access::Bound m_bound = access::Bound::Exact;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/boundchip.h"

#include <QEvent>

namespace tenantry::ui {

BoundChip::BoundChip(QWidget *parent) : Chip({}, Tone::Warning, parent)
{
    retranslate();
    hide();
}

void BoundChip::setBound(access::Bound bound)
{
    m_bound = bound;
    retranslate();
    setVisible(bound != access::Bound::Exact);
}

void BoundChip::retranslate()
{
    const bool uncertain = m_bound == access::Bound::Uncertain;
    setText(uncertain ? tr("Not certain") : tr("At least"));
    setToolTip(
        uncertain
            ? tr("It counts people of other tenants. You don't see whether their tenant is frozen: "
                 "then they have no role at all.")
            : tr("You don't see everything that this rests on: there may be more, and roles may be higher."));
}

void BoundChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Chip::changeEvent(event);
}

} // namespace tenantry::ui

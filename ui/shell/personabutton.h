// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellviews.h"

#include <QAbstractButton>

namespace tenantry::ui
{

/// A person of the demo: avatar, name, role and tenant.
class PersonaButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit PersonaButton(const PersonaView &persona, QWidget *parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {320, 52}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PersonaView m_persona;
};

} // namespace tenantry::ui

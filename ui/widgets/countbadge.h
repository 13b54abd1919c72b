// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

namespace tenantry::ui
{

/// A number in a pill; hidden at 0, "999+" above. Its accessible name is the number.
class CountBadge : public QWidget
{
    Q_OBJECT
public:
    explicit CountBadge(QWidget *parent = nullptr);
    void setCount(int count);
    [[nodiscard]] int count() const { return m_count; }
    void setTone(Tone tone);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    [[nodiscard]] static QString textFor(int count);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_count = 0;
    Tone m_tone = Tone::Neutral;
};

} // namespace tenantry::ui

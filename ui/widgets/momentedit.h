// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QDateTimeEdit>

namespace tenantry::ui {

/// A date with its time, in local time and as the language writes it. Tab leaves it; arrows go from part to
/// part.
class MomentEdit final : public QDateTimeEdit
{
    Q_OBJECT
public:
    explicit MomentEdit(QWidget *parent = nullptr);
    [[nodiscard]] Instant moment() const;
    void setMoment(Instant moment);
    void setLatest(Instant latest);
    /// In the language of the moment.
    void retranslate();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool focusNextPrevChild(bool next) override { return QWidget::focusNextPrevChild(next); }
};

} // namespace tenantry::ui

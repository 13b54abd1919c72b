// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellviews.h"
#include "ui/theme/tokens.h"

#include <QAbstractButton>

namespace tenantry::ui
{

/// The state of syncing in a few words, always in sight (APP-4); a click opens the panel.
class SyncChip final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit SyncChip(QWidget *parent = nullptr);
    void setStatus(const SyncStatus &status);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Part {
        QString iconName;
        QString text;
        Tone tone;
    };
    void refresh();
    [[nodiscard]] Part connectionPart() const;

    SyncStatus m_status;
    QList<Part> m_parts;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QStyleOptionViewItem;

namespace tenantry::ui
{

/// A status as coloured text in a rounded box, with an optional icon. The text is the accessible name.
class Chip : public QWidget
{
    Q_OBJECT
public:
    explicit Chip(QWidget *parent = nullptr);
    Chip(const QString &text, Tone tone, QWidget *parent = nullptr);

    void setText(const QString &text);
    [[nodiscard]] QString text() const { return m_text; }
    void setTone(Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }
    void setIconName(const QString &name);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    static constexpr int height = 22;
    [[nodiscard]] static int widthFor(const QString &text, const QFont &font, bool withIcon = false);
    /// Draws a chip at the left of `rect`, centred vertically, elided at its right end; returns its width.
    static int paint(QPainter *painter, const QRect &rect, const QString &text, Tone tone, const QFont &font,
                     const QString &iconName = {});

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_text;
    QString m_iconName;
    Tone m_tone = Tone::Neutral;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"
#include "ui/widgets/avatarchoice.h"

#include <QPixmap>
#include <QWidget>

namespace tenantry::ui
{

/// A person's (or tenant's, space's) picture, or initials on a colour that follows from the ID.
class Avatar : public QWidget
{
    Q_OBJECT
public:
    explicit Avatar(int size = metrics::avatarSize, QWidget *parent = nullptr);
    /// Round for persons, a rounded square for everything else.
    void setSquare(bool square);
    void setSubject(const QString &id, const QString &name);
    void setPicture(const QPixmap &picture);
    /// An icon or picture in place of the initials (SPC-4); the default kind takes it away.
    void setChoice(const AvatarChoice &choice);

    [[nodiscard]] QSize sizeHint() const override { return {m_size, m_size}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    /// "张三" → "三", "Ana María López" → "AL", "" → "?": what fits into a small circle.
    [[nodiscard]] static QString initials(const QString &name);
    [[nodiscard]] static QColor colourFor(const QString &id);
    static void paint(QPainter *painter, const QRectF &rect, const QString &id, const QString &name,
                      bool square = false);
    /// The same with an icon or picture in place of the initials.
    static void paint(QPainter *painter, const QRectF &rect, const QString &id, const QString &name, bool square,
                      const AvatarChoice &choice);
    /// The picture of a choice, decoded with bounds and kept for the next time; null where it is none.
    [[nodiscard]] static QPixmap pictureOf(const AvatarChoice &choice);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_size;
    bool m_square = false;
    QString m_id;
    QString m_name;
    QPixmap m_picture;
    AvatarChoice m_choice;
};

} // namespace tenantry::ui

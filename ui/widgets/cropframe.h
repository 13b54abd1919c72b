// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace tenantry::ui
{

/// A picture with a square frame in it: dragged with the mouse or the arrow keys, made larger and smaller with the wheel or
/// + and -; Home takes the largest square in the middle.
class CropFrame final : public QWidget
{
    Q_OBJECT
public:
    explicit CropFrame(QWidget *parent = nullptr);

    void setImage(const QImage &image);
    [[nodiscard]] const QImage &image() const { return m_image; }
    /// In pixels of the image, always inside it.
    [[nodiscard]] QRect part() const;
    /// 1: the largest square; at most maximumZoom().
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const;
    [[nodiscard]] double maximumZoom() const;
    void moveBy(QPointF pixels);

    [[nodiscard]] QSize sizeHint() const override { return {320, 200}; }

Q_SIGNALS:
    void partChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setPart(QPointF centre, double side);
    void reset();
    void retranslate();
    [[nodiscard]] double largest() const;
    [[nodiscard]] QRectF target() const;  ///< where the image is drawn
    [[nodiscard]] double scale() const;   ///< of the drawing

    QImage m_image;
    QPointF m_centre;
    double m_side = 0;
    QPointF m_dragged;
};

} // namespace tenantry::ui

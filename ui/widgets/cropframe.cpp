// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/cropframe.h"

#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QPainter>

namespace tenantry::ui
{

namespace
{

constexpr double step = 0.05;     ///< of the frame's side, for an arrow key
constexpr double zoomStep = 1.15; ///< of a key or a notch of the wheel
constexpr double smallest = 32;   ///< pixels of the image

} // namespace

CropFrame::CropFrame(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMinimumHeight(160);
    setCursor(Qt::SizeAllCursor);
    retranslate();
}

void CropFrame::retranslate()
{
    setAccessibleName(tr("Part of the picture"));
    setAccessibleDescription(tr("Arrow keys move the frame, plus and minus change its size, Home takes the middle."));
    setToolTip(accessibleDescription());
}

void CropFrame::setImage(const QImage &image)
{
    m_image = image;
    reset();
}

double CropFrame::largest() const
{
    return std::min(m_image.width(), m_image.height());
}

void CropFrame::reset()
{
    setPart(QRectF(m_image.rect()).center(), largest());
}

void CropFrame::setPart(QPointF centre, double side)
{
    m_side = std::clamp(side, std::min(smallest, largest()), largest());
    const double half = m_side / 2;
    m_centre = {std::clamp(centre.x(), half, std::max(half, m_image.width() - half)), std::clamp(centre.y(), half, std::max(half, m_image.height() - half))};
    update();
    Q_EMIT partChanged();
}

QRect CropFrame::part() const
{
    const int side = std::max(1, int(m_side));
    const QPoint corner(std::min(int(m_centre.x() - m_side / 2), m_image.width() - side), std::min(int(m_centre.y() - m_side / 2), m_image.height() - side));
    return {QPoint(std::max(0, corner.x()), std::max(0, corner.y())), QSize(side, side)};
}

double CropFrame::zoom() const
{
    return m_side > 0 ? largest() / m_side : 1;
}

double CropFrame::maximumZoom() const
{
    return std::max(1.0, largest() / smallest);
}

void CropFrame::setZoom(double zoom)
{
    setPart(m_centre, largest() / std::clamp(zoom, 1.0, maximumZoom()));
}

void CropFrame::moveBy(QPointF pixels)
{
    setPart(m_centre + pixels, m_side);
}

QRectF CropFrame::target() const
{
    const QSizeF size = QSizeF(m_image.size()).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
}

double CropFrame::scale() const
{
    return m_image.isNull() ? 1 : target().width() / m_image.width();
}

void CropFrame::paintEvent(QPaintEvent *)
{
    if (m_image.isNull())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF all = target();
    painter.drawImage(all, m_image);
    const QRectF inner(all.topLeft() + QRectF(part()).topLeft() * scale(), QSizeF(m_side, m_side) * scale());
    QPainterPath outside;
    outside.addRect(all);
    outside.addRect(inner); // odd-even: a hole
    painter.fillPath(outside, tokens().scrim);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? tokens().accent.solid : tokens().borderStrong, 2));
    painter.drawRect(inner.adjusted(1, 1, -1, -1));
}

void CropFrame::keyPressEvent(QKeyEvent *event)
{
    const double far = m_side * step;
    switch (event->key()) {
    case Qt::Key_Left: return moveBy({-far, 0});
    case Qt::Key_Right: return moveBy({far, 0});
    case Qt::Key_Up: return moveBy({0, -far});
    case Qt::Key_Down: return moveBy({0, far});
    case Qt::Key_Plus:
    case Qt::Key_Equal: return setZoom(zoom() * zoomStep);
    case Qt::Key_Minus: return setZoom(zoom() / zoomStep);
    case Qt::Key_Home: return reset();
    default: QWidget::keyPressEvent(event);
    }
}

void CropFrame::mousePressEvent(QMouseEvent *event)
{
    m_dragged = event->position();
}

void CropFrame::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton))
        return;
    moveBy((event->position() - m_dragged) / scale());
    m_dragged = event->position();
}

void CropFrame::wheelEvent(QWheelEvent *event)
{
    setZoom(zoom() * std::pow(zoomStep, event->angleDelta().y() / 120.0));
    event->accept();
}

void CropFrame::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tenantry::ui

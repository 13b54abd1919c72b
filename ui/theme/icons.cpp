// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

QString pathOf(const QString &name)
{
    return u":/icons/"_s + name + u".svg"_s;
}

/// The picture of `pixels` × `pixels` device pixels, from the cache of the process.
QPixmap render(const QString &name, int pixels, const QColor &colour)
{
    const QString key =
        u"tenantry-icon/"_s + name + u'/' + QString::number(pixels) + u'/' + QString::number(colour.rgba(), 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(pathOf(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray svg = file.readAll();
    svg.replace("currentColor"_ba, colour.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(svg);
    pixmap = QPixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(colour.alphaF());
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

enum class Role { Text, Toned, OnSolid };

/// Asks for the colour at each painting, so that an icon handed out once follows the theme.
class ThemeIconEngine final : public QIconEngine
{
public:
    ThemeIconEngine(const QString &name, Role role, Tone tone) : m_name(name), m_role(role), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        paintIcon(painter, m_name, rect, colour(mode, state), std::min(rect.width(), rect.height()));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        const int side = std::min(size.width(), size.height());
        const QPixmap square = render(m_name, side, colour(mode, state));
        if (size.width() == side || square.isNull())
            return square;
        // Wider than high: the icon at the left, so that a button's text keeps a distance.
        QPixmap wide(size);
        wide.fill(Qt::transparent);
        QPainter(&wide).drawPixmap(0, (size.height() - side) / 2, square);
        return wide;
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override
    {
        return pixmap(size, mode, state);
    }

    QIconEngine *clone() const override { return new ThemeIconEngine(m_name, m_role, m_tone); }
    QString key() const override { return u"tenantry"_s; }

private:
    [[nodiscard]] QColor colour(QIcon::Mode mode, QIcon::State state) const
    {
        const Tokens &t = tokens();
        if (mode == QIcon::Disabled)
            return t.textDisabled;
        if (m_role == Role::OnSolid)
            return t.tone(m_tone).onSolid;
        if (m_role == Role::Toned)
            return t.tone(m_tone).text;
        if (state == QIcon::On)
            return t.accent.text;
        return mode == QIcon::Normal ? t.textMuted : t.text;
    }

    QString m_name;
    Role m_role;
    Tone m_tone;
};

QIcon makeIcon(const QString &name, Role role, Tone tone)
{
    return QFile::exists(pathOf(name)) ? QIcon(new ThemeIconEngine(name, role, tone)) : QIcon();
}

} // namespace

QIcon icon(const QString &name)
{
    return makeIcon(name, Role::Text, Tone::Neutral);
}

QIcon icon(const QString &name, Tone tone)
{
    return makeIcon(name, Role::Toned, tone);
}

QIcon iconOnSolid(const QString &name, Tone tone)
{
    return makeIcon(name, Role::OnSolid, tone);
}

void paintIcon(QPainter *painter, const QString &name, const QRectF &rect, const QColor &colour, int size)
{
    const qreal ratio = painter->device()->devicePixelRatioF();
    const QPixmap pixmap = render(name, int(std::ceil(size * ratio)), colour);
    if (pixmap.isNull())
        return;
    // On whole device pixels: a picture between pixels is drawn blurred.
    const auto snap = [ratio](qreal value) { return std::round(value * ratio) / ratio; };
    const QRectF target(snap(rect.center().x() - size / 2.0), snap(rect.center().y() - size / 2.0), size, size);
    painter->drawPixmap(target, pixmap, pixmap.rect());
}

QStringList iconNames()
{
    QStringList names;
    for (const QString &file : QDir(u":/icons"_s).entryList({u"*.svg"_s}, QDir::Files, QDir::Name))
        names.append(file.chopped(4));
    return names;
}

} // namespace tenantry::ui

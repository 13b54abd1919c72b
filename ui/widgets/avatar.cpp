// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImageReader>
#include <QPainter>
#include <QPainterPath>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

bool isIdeograph(char32_t c)
{
    return (c >= 0x3400 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) || c >= 0x20000;
}

QPainterPath outline(const QRectF &rect, bool square)
{
    QPainterPath path;
    if (square)
        path.addRoundedRect(rect, rect.width() / 4, rect.width() / 4);
    else
        path.addEllipse(rect);
    return path;
}

void paintPicture(QPainter *painter, const QRectF &rect, const QPixmap &picture, bool square)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->setClipPath(outline(rect, square), Qt::IntersectClip);
    painter->drawPixmap(rect, picture, picture.rect());
    painter->restore();
}

} // namespace

Avatar::Avatar(int size, QWidget *parent) : QWidget(parent), m_size(size)
{
    setFixedSize(size, size);
}

void Avatar::setSquare(bool square)
{
    m_square = square;
    update();
}

void Avatar::setSubject(const QString &id, const QString &name)
{
    m_id = id;
    m_name = name;
    setAccessibleName(name);
    update();
}

void Avatar::setPicture(const QPixmap &picture)
{
    m_picture = picture;
    update();
}

QString Avatar::initials(const QString &name)
{
    const QList<uint> letters = name.trimmed().toUcs4();
    if (letters.isEmpty())
        return u"?"_s;
    const auto text = [](uint c) { return QString::fromUcs4(reinterpret_cast<const char32_t *>(&c), 1).toUpper(); };
    // A Chinese given name stands last, and people are called by it.
    if (isIdeograph(letters.first())) {
        const bool personal = letters.size() <= 4;
        return text(personal ? letters.last() : letters.first());
    }
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    QString result = text(words.first().toUcs4().first());
    if (words.size() > 1)
        result += text(words.last().toUcs4().first());
    return result;
}

QColor Avatar::colourFor(const QString &id)
{
    // Qt's own hash differs from run to run; a face keeps its colour.
    const QByteArray digest = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Md5);
    const int hue = (quint8(digest[0]) * 256 + quint8(digest[1])) % 360;
    return tokens().dark ? QColor::fromHsl(hue, 70, 95) : QColor::fromHsl(hue, 105, 118);
}

void Avatar::paint(QPainter *painter, const QRectF &rect, const QString &id, const QString &name, bool square)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->fillPath(outline(rect, square), colourFor(id));
    const QString text = initials(name);
    const qreal scale = text.size() > 1 ? 0.40 : 0.50;
    painter->setFont(uiFont(std::max(9, int(rect.width() * scale)), true));
    painter->setPen(tokens().accent.onSolid);
    painter->drawText(rect, Qt::AlignCenter, text);
    painter->restore();
}

void Avatar::setChoice(const AvatarChoice &choice)
{
    m_choice = choice;
    update();
}

// Pictures come from other people: of a decoder's formats only those two, and nothing that unfolds to more than a small square.
QPixmap Avatar::pictureOf(const AvatarChoice &choice)
{
    if (choice.kind != AvatarChoice::Kind::Picture || choice.picture.size() > AvatarChoice::maximumBytes)
        return {};
    const QString key = u"avatar-"_s + QString::fromLatin1(QCryptographicHash::hash(choice.picture, QCryptographicHash::Md5).toHex());
    QPixmap picture;
    if (QPixmapCache::find(key, &picture))
        return picture;
    QBuffer buffer;
    buffer.setData(choice.picture);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, choice.picture.startsWith("\x89PNG") ? "png" : "jpeg");
    constexpr int mostSide = 4 * AvatarChoice::pictureSide;
    const QSize size = reader.size();
    if (size.isValid() && size.width() <= mostSide && size.height() <= mostSide)
        picture = QPixmap::fromImageReader(&reader);
    QPixmapCache::insert(key, picture);
    return picture;
}

void Avatar::paint(QPainter *painter, const QRectF &rect, const QString &id, const QString &name, bool square, const AvatarChoice &choice)
{
    if (choice.kind == AvatarChoice::Kind::Icon && !icon(choice.icon).isNull()) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillPath(outline(rect, square), colourFor(id));
        paintIcon(painter, choice.icon, rect, tokens().accent.onSolid, int(rect.width() * 0.6));
        painter->restore();
    } else if (const QPixmap picture = pictureOf(choice); !picture.isNull()) {
        paintPicture(painter, rect, picture, square);
    } else {
        paint(painter, rect, id, name, square);
    }
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_picture.isNull())
        return paint(&painter, rect(), m_id, m_name, m_square, m_choice);
    paintPicture(&painter, rect(), m_picture, m_square);
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/picturecodec.h"

#include "ui/widgets/avatarchoice.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QImageReader>
#include <QPainter>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::PictureFault)
};

/// 96 MB while it is read: below the limit that Qt sets by itself, so that what is refused is refused with its reason.
constexpr qint64 mostPixels = 24'000'000;
constexpr int longestSide = 1600;

QByteArray encoded(const QImage &image, const char *format, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format, quality) ? bytes : QByteArray();
}

} // namespace

QString sentence(PictureFault fault)
{
    switch (fault) {
    case PictureFault::None: return {};
    case PictureFault::Unreadable: return Words::tr("The file can't be read.");
    case PictureFault::TooLarge: return Words::tr("The file is larger than 2 MiB.");
    case PictureFault::UnknownFormat: return Words::tr("This is no PNG, JPEG or WebP picture.");
    case PictureFault::TooManyPixels: return Words::tr("The picture has too many pixels. Make it smaller first.");
    case PictureFault::Damaged: return Words::tr("The picture is damaged.");
    }
    return {};
}

DecodedPicture decodePicture(const QByteArray &file)
{
    if (file.size() > maximumPictureFile)
        return {{}, PictureFault::TooLarge};
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    static const QList<QByteArray> formats{"png", "jpeg", "jpg", "webp"};
    if (!reader.canRead() || !formats.contains(reader.format()))
        return {{}, PictureFault::UnknownFormat};
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return {{}, PictureFault::Damaged};
    if (qint64(size.width()) * size.height() > mostPixels)
        return {{}, PictureFault::TooManyPixels};
    if (std::max(size.width(), size.height()) > longestSide) {
        const QSize scaled = size.scaled(longestSide, longestSide, Qt::KeepAspectRatio);
        reader.setScaledSize(scaled.expandedTo({1, 1}));
    }
    QImage image = reader.read();
    if (image.isNull())
        return {{}, PictureFault::Damaged};
    return {std::move(image), PictureFault::None};
}

DecodedPicture readPicture(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {{}, PictureFault::Unreadable};
    return decodePicture(file.read(maximumPictureFile + 1)); // a device that never ends is no trap
}

namespace
{

QByteArray encodeSquare(const QImage &picture, const QRect &part, int side, qsizetype most)
{
    const QImage square = picture.copy(part).scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QByteArray png = encoded(square.convertToFormat(QImage::Format_ARGB32), "png", -1);
    if (!png.isEmpty() && png.size() <= most)
        return png;
    QImage opaque(side, side, QImage::Format_RGB32); // JPEG knows no transparency
    opaque.fill(QColorConstants::White); // as every program that writes JPEG does; no colour of the window's
    QPainter(&opaque).drawImage(0, 0, square);
    for (int quality = 92; quality > 0; quality -= 10) {
        const QByteArray jpeg = encoded(opaque, "jpeg", quality);
        if (!jpeg.isEmpty() && jpeg.size() <= most)
            return jpeg;
    }
    return {};
}

} // namespace

QByteArray encodeAvatar(const QImage &picture, const QRect &part)
{
    return encodeSquare(picture, part, AvatarChoice::pictureSide, AvatarChoice::maximumBytes);
}

QByteArray encodePortrait(const QImage &picture, const QRect &part)
{
    return encodeSquare(picture, part, AvatarChoice::personSide, AvatarChoice::personBytes);
}

} // namespace tenantry::ui

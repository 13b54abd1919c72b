// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace tenantry::ui
{

/// Why a file can't become an avatar (SPC-4).
enum class PictureFault { None, Unreadable, TooLarge, UnknownFormat, TooManyPixels, Damaged };

/// In a sentence that says what can be done.
[[nodiscard]] QString sentence(PictureFault fault);

struct DecodedPicture {
    QImage image; ///< upright, its longer side at most 1,600 pixels
    PictureFault fault = PictureFault::None;
};

inline constexpr qint64 maximumPictureFile = 2 * 1024 * 1024;

/// PNG, JPEG or WebP of at most 2 MiB, told by content. Looks at the size that the file claims before it reads a pixel: a small file
/// that swells to gigabytes is refused. Takes up to some 100 ms: not for the UI's thread.
[[nodiscard]] DecodedPicture decodePicture(const QByteArray &file);
/// The same, from the disk.
[[nodiscard]] DecodedPicture readPicture(const QString &path);

/// The part as an avatar: AvatarChoice::pictureSide squared, PNG where that is small enough, else JPEG.
[[nodiscard]] QByteArray encodeAvatar(const QImage &picture, const QRect &part);
/// The same of a person: AvatarChoice::personSide squared, at most AvatarChoice::personBytes, because it travels with their card.
[[nodiscard]] QByteArray encodePortrait(const QImage &picture, const QRect &part);

} // namespace tenantry::ui

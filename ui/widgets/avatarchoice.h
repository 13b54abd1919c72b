// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tenantry::ui {

/// What stands for a space (SPC-4): drawn from its name and ID, one of the icons that are shipped, or a
/// picture, be it uploaded or generated.
struct AvatarChoice
{
    enum class Kind { Default, Icon, Picture };

    static constexpr int pictureSide = 128;              ///< pixels; pictures are square
    static constexpr qsizetype maximumBytes = 24 * 1024; ///< of an encoded picture
    static constexpr int personSide = 64;                ///< the same of a person's own picture (ACC-7)
    static constexpr qsizetype personBytes = 3 * 1024;

    Kind kind = Kind::Default;
    QString icon;       ///< of Icon: one of iconNames() (ui/theme/icons.h)
    QByteArray picture; ///< of Picture: PNG or JPEG, pictureSide × pictureSide, at most maximumBytes

    /// A person's own picture as rows hold it (base64; empty: none).
    [[nodiscard]] static AvatarChoice ofPerson(const QString &base64)
    {
        return base64.isEmpty() ? AvatarChoice() : AvatarChoice{Kind::Picture, {}, QByteArray::fromBase64(base64.toLatin1())};
    }
    friend bool operator==(const AvatarChoice &, const AvatarChoice &) = default;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <Qt>

namespace tenantry::ui
{

/// A part of a text, in UTF-16 units.
struct TextRange {
    int start = 0;
    int length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// What RowDelegate understands beside Qt's own roles (DisplayRole, DecorationRole, ForegroundRole …).
enum ItemRole {
    ToneRole = Qt::UserRole + 0x100, ///< int(Tone): the DisplayRole is drawn as a chip of this tone
    SecondaryTextRole,               ///< QString: muted, behind the text
    SubtitleRole,                    ///< QString: muted, on a second line (give the view two-line rows)
    MatchesRole,                     ///< QList<TextRange>: parts of the text to highlight, wins over setQuery
    AvatarIdRole,                    ///< QString: an avatar before the text; its colour comes from this ID
    PortraitRole,                    ///< QString: the person's own picture (base64), in that avatar's place
    IconNameRole,                    ///< QString: an icon of icons.h before the text, instead of an avatar
    IconToneRole,                    ///< int(Tone) of that icon
    DimmedRole,                      ///< bool: drawn faint (disabled, or no hit itself but above one)
    QueuedRole,                      ///< bool: a change of this row waits in the queue; a mark at the end
    CopyTextRole,                    ///< QString: copied and exported in place of what is drawn (cells of icons)
};

} // namespace tenantry::ui

Q_DECLARE_METATYPE(tenantry::ui::TextRange)

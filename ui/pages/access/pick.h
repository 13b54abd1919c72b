// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/searchindex.h"

#include <QList>
#include <QString>

#include <functional>

namespace tenantry::ui::explorer {

/// The two sides of a permission question.
enum class Side {
    Who,  ///< a person, an organization or a role group
    What, ///< a space or a resource
};

/// One thing of a side, found or chosen.
struct Pick
{
    Side side = Side::Who;
    SubjectKind subjectKind = SubjectKind::User;
    ObjectKind objectKind = ObjectKind::Space;
    QUuid id;
    QString name;
    QString detail;   ///< department, kind and space …
    QString iconName; ///< empty: a person's avatar

    friend bool operator==(const Pick &a, const Pick &b)
    {
        return a.side == b.side && a.subjectKind == b.subjectKind && a.objectKind == b.objectKind &&
               a.id == b.id;
    }
};

[[nodiscard]] Pick pickOf(const directory::Snapshot &snapshot, directory::Subject subject);
[[nodiscard]] Pick pickOf(const directory::Snapshot &snapshot, directory::Object object);
/// Invalid where the snapshot hasn't got it.
[[nodiscard]] directory::Subject subjectOf(const directory::Snapshot &snapshot, const Pick &pick);
[[nodiscard]] directory::Object objectOf(const directory::Snapshot &snapshot, const Pick &pick);

/// Whether the snapshot holds it as a row of its own.
[[nodiscard]] bool holds(const directory::Snapshot &snapshot, const Pick &pick);

inline constexpr qsizetype mostPicks = 30;

/// What a query finds of these kinds, best first (names, pinyin, initials; of people mail, phone and MIS
/// too). Spaces come with resources; for a thread of its own, because these are searched one by one.
using PickFilter = std::function<bool(const directory::Snapshot &snapshot, directory::Subject subject)>;
/// `filter`: which people, organizations and groups may be chosen; none: all.
[[nodiscard]] QList<Pick> findPicks(const directory::SearchIndex &index, directory::SearchKinds kinds,
                                    const QString &query, std::stop_token stop, const PickFilter &filter = {});
[[nodiscard]] directory::SearchKinds kindsOf(Side side);

} // namespace tenantry::ui::explorer

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/resolver.h"
#include "core/directory/searchindex.h"

#include <QString>

#include <optional>
#include <variant>

namespace tenantry::ui::explorer {

/// The columns of PRM-4.
enum class Column { Subject, Department, Object, Role, Through, GrantedBy, GrantedAt, Expires };
inline constexpr int columnCount = int(Column::Expires) + 1;

/// Everyone on an object, or everything of a subject, as the page shows it.
struct ListQuestion
{
    directory::SnapshotPtr snapshot;
    directory::SearchIndexPtr index; ///< may be null, or of the snapshot before
    Instant now;
    std::variant<directory::Subject, directory::Object> fixed; ///< one side; the other is listed
    directory::TenantIndex tenant; ///< valid: only objects of this one, whose past it is
    QString filter;
    Role only = Role::None; ///< none: every role
    Column sortedBy = Column::Role;
    bool descending = true;
};

/// A row: the other side and the role. Eight bytes: there may be hundreds of thousands.
struct ListRow
{
    quint32 index = 0;
    Role role = Role::None;
    bool isResource = false; ///< where objects are listed

    [[nodiscard]] quint64 key() const { return quint64(index) << 1 | quint64(isResource); }
    friend bool operator==(const ListRow &, const ListRow &) = default;
};

struct AccessList
{
    ListQuestion question;
    std::vector<ListRow> rows;
    size_t all = 0; ///< without filter and role

    [[nodiscard]] directory::Subject subject(const ListRow &row) const;
    [[nodiscard]] directory::Object object(const ListRow &row) const;
};
using AccessListPtr = std::shared_ptr<const AccessList>;

/// Not for the UI's thread: tens of milliseconds for many thousands of rows. Null when stopped.
[[nodiscard]] AccessListPtr makeList(const ListQuestion &question, std::stop_token stop);

/// "技术中心 / 质效技术部" of a person, "" of a group, the one above of an organization.
[[nodiscard]] QString departmentOf(const directory::Snapshot &snapshot, directory::Subject subject);

} // namespace tenantry::ui::explorer

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberrow.h"

#include <QCollator>
#include <QHash>
#include <QLocale>

#include <memory>

namespace tenantry::ui::spaces {

/// By what members are sorted; in the order of the table's columns.
enum class MemberOrder { Type, Name, Department, Role, AddedBy, AddedAt, Expires };

/// How members are shown (MEM-1, MEM-2).
struct MemberFilter
{
    QString query;          ///< name or department, pinyin and initials too, or MIS; empty: all
    Role role = Role::None; ///< none: all
    MemberOrder order = MemberOrder::Type;
    Qt::SortOrder direction = Qt::AscendingOrder;
    friend bool operator==(const MemberFilter &, const MemberFilter &) = default;
};

struct MemberQuestion
{
    MemberSource source;
    MemberPlace place;
    MemberFilter filter;
    QLocale locale; ///< sorts and names
};

struct MemberList
{
    std::shared_ptr<const std::vector<MemberRow>> all; ///< in no order that means anything
    std::vector<MemberRow> shown;
};

/// Makes lists of members: organizations, then role groups, then people until another order is chosen; the
/// owner stays on top whatever is sorted. Keeps what it took long to find out. For one thread at a time.
class MemberLister final
{
public:
    MemberLister();
    /// Worth nothing when stopped.
    [[nodiscard]] MemberList list(const MemberQuestion &question, std::stop_token stop = {});

private:
    struct Sortable;

    void useLocale(const QLocale &locale);

    [[nodiscard]] bool matches(const MemberRow &row, const MemberFilter &filter) const;
    [[nodiscard]] QCollatorSortKey key(const QString &text);
    [[nodiscard]] Sortable sortable(const MemberRow &row, MemberOrder order);

    QLocale m_locale;
    QCollator m_collator;
    QHash<QString, QCollatorSortKey> m_keys; ///< collating is slow, names repeat from list to list
};

} // namespace tenantry::ui::spaces

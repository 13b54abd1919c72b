// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberlist.h"

#include "core/directory/searchindex.h"

namespace tenantry::ui::spaces {

namespace {

constexpr qsizetype mostKeys = 100'000; ///< kept

int rank(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::Organization:
        return 0;
    case SubjectKind::RoleGroup:
        return 1;
    case SubjectKind::User:
        break;
    }
    return 2;
}

} // namespace

/// A row with what it is compared by: a number or a text, then its name.
struct MemberLister::Sortable
{
    const MemberRow *row;
    qint64 number;
    QCollatorSortKey text;
    QCollatorSortKey name;

    [[nodiscard]] int compare(const Sortable &other) const
    {
        if (number != other.number)
            return number < other.number ? -1 : 1;
        return text.compare(other.text);
    }
};

MemberLister::MemberLister()
{
    useLocale(QLocale());
}

void MemberLister::useLocale(const QLocale &locale)
{
    m_keys.clear();
    m_locale = locale;
    m_collator = QCollator(locale);
    m_collator.setNumericMode(true); // 成员 2 before 成员 10
}

QCollatorSortKey MemberLister::key(const QString &text)
{
    auto found = m_keys.constFind(text);
    if (found == m_keys.cend())
        found = m_keys.insert(text, m_collator.sortKey(text));
    return *found;
}

MemberLister::Sortable MemberLister::sortable(const MemberRow &row, MemberOrder order)
{
    const QCollatorSortKey name = key(row.name), none = key({});
    switch (order) {
    case MemberOrder::Type:
        return {&row, rank(row.kind), none, name};
    case MemberOrder::Name:
        return {&row, 0, name, name};
    case MemberOrder::Department:
        return {&row, 0, key(row.department), name};
    case MemberOrder::Role:
        return {&row, -qint64(row.role), none, name};
    case MemberOrder::AddedBy:
        return {&row, 0, key(row.grantedBy), name};
    case MemberOrder::AddedAt:
        return {&row, toMicroseconds(row.grantedAt), none, name};
    case MemberOrder::Expires:
        break;
    }
    return {&row, row.expiresAt ? toMicroseconds(*row.expiresAt) : std::numeric_limits<qint64>::max(), none,
            name};
}

bool MemberLister::matches(const MemberRow &row, const MemberFilter &filter) const
{
    if (filter.role != Role::None && row.role != filter.role)
        return false;
    return filter.query.isEmpty() ||
           directory::matches(QStringList{row.name, row.department, row.mis}.join(u'\n'), filter.query);
}

MemberList MemberLister::list(const MemberQuestion &question, std::stop_token stop)
{
    if (question.locale != m_locale || m_keys.size() > mostKeys)
        useLocale(question.locale);
    MemberList list;
    const auto all =
        std::make_shared<const std::vector<MemberRow>>(memberRows(question.source, question.place, stop));
    list.all = all;
    std::vector<Sortable> shown;
    for (const MemberRow &row : *all) {
        if (stop.stop_requested())
            return list;
        if (matches(row, question.filter))
            shown.push_back(sortable(row, question.filter.order));
    }
    const bool ascending = question.filter.direction == Qt::AscendingOrder;
    std::sort(shown.begin(), shown.end(), [ascending](const Sortable &a, const Sortable &b) {
        if ((a.row->role == Role::Owner) != (b.row->role == Role::Owner))
            return a.row->role == Role::Owner;
        if (const int first = a.compare(b); first != 0)
            return (first < 0) == ascending;
        // What is equal stays in the order of names, also when the column is turned over.
        const int then = a.name.compare(b.name);
        return then != 0 ? then < 0 : a.row->id < b.row->id;
    });
    list.shown.reserve(shown.size());
    for (const Sortable &each : shown)
        list.shown.push_back(*each.row);
    return list;
}

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace tenantry {

namespace {

// One list of words per vocabulary, in the order of its enumerators; `first` is the number of the first one.
template <class Enum>
struct Vocabulary;

template <>
struct Vocabulary<RowKind>
{
    static constexpr int first = 1;
    static constexpr std::array words{"tenant",
                                      "user",
                                      "user_private",
                                      "organization",
                                      "membership",
                                      "role_group",
                                      "role_group_member",
                                      "space",
                                      "resource",
                                      "grant",
                                      "outsider",
                                      "application",
                                      "application_event",
                                      "plan",
                                      "setting",
                                      "notification",
                                      "notification_read",
                                      "role_assignment",
                                      "space_picture",
                                      "tenant_role",
                                      "organization_permission",
                                      "tenant_standing"};
};
template <>
struct Vocabulary<ScopeKind>
{
    static constexpr int first = 1;
    static constexpr std::array words{"everyone",     "platform", "people", "tenant",     "chart",
                                      "organization", "subject",  "space",  "management", "person"};
};
template <>
struct Vocabulary<Role>
{
    static constexpr int first = 0;
    static constexpr std::array words{"none",   "guest",         "viewer", "commenter",
                                      "editor", "administrator", "owner"};
};
template <>
struct Vocabulary<SubjectKind>
{
    static constexpr int first = 0;
    static constexpr std::array words{"user", "organization", "role_group"};
};
template <>
struct Vocabulary<ObjectKind>
{
    static constexpr int first = 0;
    static constexpr std::array words{"space", "resource"};
};
template <>
struct Vocabulary<UserStatus>
{
    static constexpr int first = 0;
    static constexpr std::array words{"pending_activation", "active", "suspended", "departed"};
};
template <>
struct Vocabulary<TenantState>
{
    static constexpr int first = 0;
    static constexpr std::array words{"active", "closing", "frozen", "deleted"};
};
template <>
struct Vocabulary<ApplicationStatus>
{
    static constexpr int first = 0;
    static constexpr std::array words{"pending", "approved", "rejected", "withdrawn", "ended"};
};

static_assert(Vocabulary<RowKind>::words.size() == rowKindCount);

template <class Enum>
QLatin1String nameOf(Enum value)
{
    return QLatin1String(Vocabulary<Enum>::words.at(size_t(value) - Vocabulary<Enum>::first));
}

} // namespace

QLatin1String wireName(RowKind kind)
{
    return nameOf(kind);
}
QLatin1String wireName(ScopeKind kind)
{
    return nameOf(kind);
}
QLatin1String wireName(Role role)
{
    return nameOf(role);
}
QLatin1String wireName(SubjectKind kind)
{
    return nameOf(kind);
}
QLatin1String wireName(ObjectKind kind)
{
    return nameOf(kind);
}
QLatin1String wireName(UserStatus status)
{
    return nameOf(status);
}
QLatin1String wireName(TenantState state)
{
    return nameOf(state);
}
QLatin1String wireName(ApplicationStatus status)
{
    return nameOf(status);
}

template <class Enum>
std::optional<Enum> fromWireName(QByteArrayView word)
{
    constexpr auto &words = Vocabulary<Enum>::words;
    const auto found =
        std::find_if(words.begin(), words.end(), [word](const char *w) { return word == QByteArrayView(w); });
    if (found == words.end())
        return std::nullopt;
    return Enum(std::distance(words.begin(), found) + Vocabulary<Enum>::first);
}

template std::optional<RowKind> fromWireName(QByteArrayView);
template std::optional<ScopeKind> fromWireName(QByteArrayView);
template std::optional<Role> fromWireName(QByteArrayView);
template std::optional<SubjectKind> fromWireName(QByteArrayView);
template std::optional<ObjectKind> fromWireName(QByteArrayView);
template std::optional<UserStatus> fromWireName(QByteArrayView);
template std::optional<TenantState> fromWireName(QByteArrayView);
template std::optional<ApplicationStatus> fromWireName(QByteArrayView);

} // namespace tenantry

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/delta.h"

#include "core/directory/rowset.h"

namespace tenantry::directory
{

namespace
{

template <size_t I = 0>
Result<Row> parseAs(RowKind kind, QByteArrayView text)
{
    if constexpr (I == std::variant_size_v<Row>) {
        return failure(ErrorClass::Data, QStringLiteral("row.unknown_kind"), {{QStringLiteral("kind"), int(kind)}});
    } else {
        using This = std::variant_alternative_t<I, Row>;
        if (This::kind != kind)
            return parseAs<I + 1>(kind, text);
        auto row = parseRow<This>(text);
        if (!row)
            return tl::unexpected(row.error());
        return Row(std::move(*row));
    }
}

} // namespace

Result<Row> parseAnyRow(RowKind kind, QByteArrayView text)
{
    return parseAs(kind, text);
}

RowKind kindOf(const Row &row)
{
    return std::visit([](const auto &r) { return std::decay_t<decltype(r)>::kind; }, row);
}

QUuid idOf(const Row &row)
{
    return std::visit([](const auto &r) { return uuidOf(r.id); }, row);
}

} // namespace tenantry::directory

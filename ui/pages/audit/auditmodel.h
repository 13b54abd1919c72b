// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/pages/records/recordsmodel.h"

#include <optional>

namespace tenantry::ui::audit {

/// One entry as the server gave it.
struct AuditEntry
{
    qint64 id = 0;
    std::optional<qint64> sealNumber;
    Instant at;
    QString actor; ///< the name; empty: the installation or its worker
    QString kind, objectKind, object;
    std::optional<QJsonObject> detail; ///< nothing: erased (AUD-3)
    friend bool operator==(const AuditEntry &, const AuditEntry &) = default;

    [[nodiscard]] QString reason() const
    {
        return detail ? (*detail)[QLatin1String("reason")].toString() : QString();
    }
};

/// Entries of a chain, the newest first: api.audit_page.
class AuditModel final : public RecordsModelOf<AuditEntry>
{
    Q_OBJECT
public:
    enum Column { When, Who, What, About, Reason, ColumnCount };
    using RecordsModelOf::RecordsModelOf;

    [[nodiscard]] std::unique_ptr<RecordsModel> makeEmpty() const override;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] AuditEntry rowFrom(const QJsonObject &json, const QJsonObject &names) const override;
    [[nodiscard]] QLatin1String rowsKey() const override { return QLatin1String("entries"); }

private:
    [[nodiscard]] QString text(const AuditEntry &entry, int column) const;
};

} // namespace tenantry::ui::audit

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A file of members as far as it can be judged without the server (ORG-5): fields by the same rules as
// commands, departments by the snapshot, rows by each other. One row puts one person into one department;
// whoever is to be in several has several rows.
#pragma once

#include "core/directory/snapshot.h"
#include "core/domain/rules.h"
#include "core/exchange/importcolumns.h"
#include "core/exchange/tablefile.h"

#include <QJsonObject>

#include <optional>
#include <stop_token>

namespace tenantry::exchange {

struct ImportFault
{
    ImportColumn column = ImportColumn::Email;
    QString value; ///< as it stands in the file
    Error error;
};

/// What a row would do, as the server says.
enum class ImportAct : quint8 {
    Unknown, ///< not asked yet, or refused
    None,    ///< it is so already
    Add,     ///< a member comes into a department
    Change,  ///< role or primary department of a member
    Invite,  ///< somebody of the default system tenant, who must accept
    Create,  ///< an account that its owner activates
};

struct ImportRow
{
    QString email, name, phone, mis; ///< without blanks at the ends
    OrganizationId organization;     ///< null: none named
    QString role;                    ///< "leader", "member"; empty: as it is
    bool primary = false;
    QList<ImportFault> faults;
    ImportAct act = ImportAct::Unknown;

    [[nodiscard]] bool isGood() const { return faults.isEmpty(); }
    /// As the server's functions want it; `number` is the index of the row in the draft.
    [[nodiscard]] QJsonObject toJson(int number) const;
};

struct ImportDraft
{
    TableFile table;
    ImportColumns columns{};
    std::vector<ImportRow> rows; ///< of table.rows, in their order
};

/// For a thread of its own. Errors: of recogniseColumns(), "import.no_rows" (Data), "table.stopped".
[[nodiscard]] Result<ImportDraft> draftImport(TableFile table, const RuleSet &rules,
                                              const directory::Snapshot &snapshot, TenantId tenant,
                                              const std::stop_token &stop);

/// The act of this name in an answer of the server.
[[nodiscard]] ImportAct importAct(const QString &wireName);

} // namespace tenantry::exchange

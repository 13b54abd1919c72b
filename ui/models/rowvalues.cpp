// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowvalues.h"

#include "core/domain/recordtext.h"
#include "core/server/schemafiles.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

namespace {

struct Column
{
    QString name, type;
};
using Columns = std::array<QList<Column>, rowKindCount>;

Columns readColumns()
{
    Columns columns;
    const auto files = server::SchemaFiles::embedded();
    for (const server::SchemaFile &file : files.declarations) {
        if (file.name != u"synced.json"_s)
            continue;
        const QJsonArray kinds = QJsonDocument::fromJson(file.content)[u"kinds"_s].toArray();
        for (const QJsonValue &kind : kinds)
            for (const QJsonValueConstRef column : kind[u"columns"_s].toArray())
                columns.at(size_t(kind[u"number"_s].toInt()) - 1)
                    .append({column[u"name"_s].toString(), column[u"type"_s].toString()});
    }
    return columns;
}

QJsonValue valueOf(const QString &type, const std::optional<QByteArray> &text)
{
    if (!text)
        return QJsonValue::Null;
    if (type == u"boolean")
        return *text == "t";
    if (type == u"integer" || type == u"time")
        return text->toLongLong();
    if (type == u"json")
        return QJsonDocument::fromJson('[' + *text + ']')
            .array()
            .at(0); // settings hold words and numbers too
    if (type == u"text_array") {
        const QString inner = QString::fromUtf8(*text).sliced(1).chopped(1);
        return QJsonArray::fromStringList(inner.split(u',', Qt::SkipEmptyParts));
    }
    return QString::fromUtf8(*text);
}

} // namespace

QJsonObject valuesOf(const directory::Row &row)
{
    static const Columns columns = readColumns(); // immutable, compiled in
    const QByteArray text = std::visit([](const auto &each) { return printRow(each); }, row);
    RecordReader reader(text);
    QJsonObject values;
    for (const Column &column : columns.at(size_t(directory::kindOf(row)) - 1))
        values.insert(column.name, valueOf(column.type, reader.next()));
    return values;
}

QJsonObject recordValues(const directory::Snapshot &snapshot, const QUuid &id)
{
    for (int kind = 1; kind <= rowKindCount; ++kind)
        if (const auto row = snapshot.row({RowKind(kind), id}))
            return valuesOf(*row);
    return {};
}

std::optional<int> versionOf(const directory::Snapshot &snapshot, const QUuid &id, const QString &group)
{
    if (group == u"permissions") { // of an organization: in a row of its own, which comes with the first setting
        const OrganizationPermissionRow *set = snapshot.permissionsSetAt(OrganizationId(id));
        return set ? set->version : 0;
    }
    const QString column = group.isEmpty() ? u"version"_s : u"version_"_s + group;
    // A person's card and private data have the same ID: the group says which of them is meant, none being that of the latter.
    for (int kind = 1; kind <= rowKindCount; ++kind) {
        if (group.isEmpty() && RowKind(kind) == RowKind::User)
            continue;
        const auto row = snapshot.row({RowKind(kind), id});
        if (!row)
            continue;
        if (const QJsonValue version = valuesOf(*row).value(column); version.isDouble())
            return version.toInt();
    }
    return std::nullopt;
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/schemafiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

// A resource in a static library must be named, or the linker leaves it out. Not inside a namespace.
static void initialiseSchemaResource()
{
    Q_INIT_RESOURCE(tenantry_schema);
}

using namespace Qt::StringLiterals;

namespace tenantry::server {

namespace {

tl::unexpected<Error> badFile(const QString &file, const QString &reason)
{
    return failure(ErrorClass::Data, u"schema.files"_s, {{u"file"_s, file}, {u"reason"_s, reason}});
}

Result<QList<SchemaFile>> readAll(const QString &folder)
{
    QList<SchemaFile> files;
    QDirIterator it(folder, {u"*.sql"_s, u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString path = it.next();
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return badFile(path, file.errorString());
        files.append({QDir(folder).relativeFilePath(path), file.readAll()});
    }
    std::ranges::sort(files, {}, &SchemaFile::name);
    return files;
}

Result<SchemaFiles> sorted(const QList<SchemaFile> &files)
{
    static const QRegularExpression stepName(u"^steps/([0-9]{3})_[a-z0-9_]+\\.sql$"_s);
    SchemaFiles result;
    QSet<int> numbers;
    for (SchemaFile file : files) {
        if (file.name.startsWith(u"steps/"_s)) {
            file.number = stepName.match(file.name).captured(1).toInt();
            if (file.number == 0)
                return badFile(file.name, u"a step is called NNN_name.sql"_s);
            if (numbers.contains(file.number))
                return badFile(file.name, u"two steps have this number"_s);
            numbers.insert(file.number);
            result.steps.append(file);
        } else if (file.name.startsWith(u"functions/"_s)) {
            result.functions.append(file);
        } else if (file.name.endsWith(u".json"_s)) {
            if (QJsonDocument::fromJson(file.content).isNull())
                return badFile(file.name, u"not JSON"_s);
            result.declarations.append(file);
        } else if (file.name == u"roles.sql"_s) {
            result.roles.append(file);
        } else if (file.name == u"hardening.sql"_s) {
            result.hardening.append(file);
        }
    }
    return result;
}

} // namespace

SchemaFiles SchemaFiles::embedded()
{
    initialiseSchemaResource();
    const auto files = fromFolder(u":/schema"_s);
    if (!files)
        qFatal("the embedded schema is malformed: %s",
               qPrintable(files.error().parameters.value(u"file"_s).toString()));
    return *files;
}

Result<SchemaFiles> SchemaFiles::fromFolder(const QString &folder)
{
    const auto files = readAll(folder);
    if (!files)
        return tl::make_unexpected(files.error());
    return sorted(*files);
}

QByteArray SchemaFiles::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QList<SchemaFile> *list : {&roles, &steps, &declarations, &functions, &hardening}) {
        for (const SchemaFile &file : *list) {
            hash.addData(file.name.toUtf8());
            hash.addData(QByteArrayView("\0", 1));
            hash.addData(QByteArray::number(file.content.size()));
            hash.addData(QByteArrayView("\0", 1));
            hash.addData(file.content);
        }
    }
    return hash.result().toHex();
}

} // namespace tenantry::server

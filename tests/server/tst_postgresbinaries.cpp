// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/postgresbinaries.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::server;

class TestPostgresBinaries : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void findsTheRealOne()
    {
        const auto found = findPostgresBinaries(0);
        QVERIFY(found);
        QVERIFY(found->major >= 15);
        QVERIFY(QFile::exists(found->initdb()));
    }

    void prefersTheVersionOfTheData()
    {
        for (const int major : {9, 15, 16, 100})
            put(u"versions/%1/bin"_s.arg(major), major);
        QFile data(m_folder->filePath(u"PG_VERSION"_s));
        QVERIFY(data.open(QIODevice::WriteOnly));
        data.write("16\n");
        data.close();
        QCOMPARE(dataMajorVersion(m_folder->path()), 16);
        QCOMPARE(find(16)->major, 16);
        QCOMPARE(find(0)->major, 100); // by number, not by letters
        QVERIFY(!find(17));
    }

    void refusesOldAndIncompleteOnes()
    {
        put(u"versions/14/bin"_s, 14);
        put(u"versions/15/bin"_s, 15);
        QFile::remove(m_folder->filePath(u"versions/15/bin/initdb"_s));
        const auto none = find(0);
        QVERIFY(!none);
        QCOMPARE(none.error().code, u"private_server.no_binaries"_s);
    }

    void followsALinkOnThePath()
    {
        put(u"elsewhere/pg/bin"_s, 17);
        put(u"versions/16/bin"_s, 16);
        QDir().mkpath(m_folder->filePath(u"bin"_s));
        QVERIFY(QFile::link(m_folder->filePath(u"elsewhere/pg/bin/postgres"_s),
                            m_folder->filePath(u"bin/postgres"_s)));
        const auto found = find(0, {m_folder->filePath(u"bin"_s)});
        QVERIFY(found);
        QCOMPARE(found->major, 17);
        QVERIFY(found->directory.endsWith(u"elsewhere/pg/bin"_s));
        QCOMPARE(find(16, {m_folder->filePath(u"bin"_s)})->major, 16);
    }

private:
    void put(const QString &folder, int major) const
    {
        QDir().mkpath(m_folder->filePath(folder));
        for (const QString &name : {u"/initdb"_s, u"/postgres"_s}) {
            QFile file(m_folder->filePath(folder + name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("#!/bin/sh\necho 'postgres (PostgreSQL) " + QByteArray::number(major) +
                       ".3 (Debian)'\n");
            file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        }
    }
    [[nodiscard]] tenantry::Result<PostgresBinaries> find(int wanted, const QStringList &path = {}) const
    {
        return findPostgresBinaries(wanted, {path, m_folder->filePath(u"versions"_s)});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestPostgresBinaries)
#include "tst_postgresbinaries.moc"

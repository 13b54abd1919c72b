// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/resolver.h"
#include "core/domain/words.h"
#include "core/exchange/directoryexport.h"
#include "core/exchange/questions.h"
#include "tests/support/worldsnapshot.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::exchange;
using namespace tenantry::tests;
using namespace Qt::StringLiterals;

// APP-7, design §9: what is exported answers as what it was exported from.
class TestDirectoryExport : public QObject
{
    Q_OBJECT

    static QByteArray ask(const Questions &questions, UserId user, const char *kind, const QUuid &object)
    {
        const QByteArray person = user.uuid().toByteArray(QUuid::WithoutBraces);
        const QByteArray thing = object.toByteArray(QUuid::WithoutBraces);
        return questions.answer({"check", person, kind, thing}).value_or("error");
    }

private Q_SLOTS:
    void answersAreTheSame_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 25; ++seed)
            QTest::addRow("%d", int(seed)) << seed;
    }
    void answersAreTheSame()
    {
        QFETCH(const quint64, seed);
        const World world = makeWorld(smallShape(seed));
        const directory::SnapshotPtr snapshot = snapshotOf(world);
        const QTemporaryDir folder;
        QVERIFY(writeDirectoryFiles(*snapshot, folder.filePath(u"export"_s)));
        auto files = readDirectoryFiles(folder.filePath(u"export"_s));
        QVERIFY2(files.has_value(),
                 files ? "" : qPrintable(files.error().parameters.value(u"reason"_s).toString()));
        const Questions questions(std::move(*files), worldNow);
        const access::Resolver resolver(snapshot, worldNow);
        int given = 0;
        for (const UserRow &user : world.users) {
            const auto expect = [&](directory::Object object) {
                const QLatin1String role = wireName(resolver.check(snapshot->findUser(user.id), object));
                given += role != "none"_L1;
                return QByteArray(role.data(), role.size());
            };
            for (const SpaceRow &space : world.spaces)
                QCOMPARE(ask(questions, user.id, "space", space.id.uuid()),
                         expect(snapshot->findSpace(space.id)));
            for (const ResourceRow &resource : world.resources)
                QCOMPARE(ask(questions, user.id, "resource", resource.id.uuid()),
                         expect(snapshot->findResource(resource.id)));
        }
        if (world.tenants.size() == 1 && world.tenants.front().state == TenantState::Active)
            QVERIFY(given > 0);
    }

    void namesMaySayAnything()
    {
        World world = makeWorld(smallShape(1));
        world.users.front().name = u"\"O'Neil\", 张三\r\nline"_s;
        const QTemporaryDir folder;
        QVERIFY(writeDirectoryFiles(*snapshotOf(world), folder.path()));
        QFile file(folder.filePath(u"users.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"\"\"O'Neil\"\", 张三\r\nline\""));
        QVERIFY(readDirectoryFiles(folder.path()).has_value());
    }

    void saysWhatCannotBeWritten()
    {
        const QTemporaryDir folder;
        QFile inTheWay(folder.filePath(u"export"_s));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto written = writeDirectoryFiles(*directory::Snapshot::empty(), inTheWay.fileName());
        QVERIFY(!written);
        QCOMPARE(written.error().code, u"export.unwritable"_s);
        QCOMPARE(written.error().parameters.value(u"file"_s).toString(), inTheWay.fileName());
    }
};

QTEST_GUILESS_MAIN(TestDirectoryExport)
#include "tst_directoryexport.moc"

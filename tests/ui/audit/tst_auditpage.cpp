// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// AUD-1, AUD-2, APP-2
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/auditserver.h"
#include "ui/pages/audit/auditdiff.h"
#include "ui/pages/audit/auditmodel.h"
#include "ui/pages/audit/auditpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tableexport.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::audit;
using test::AuditServer;
using test::FixedSession;

class AuditPageTest final : public QObject
{
    Q_OBJECT

    /// A session with a server behind it, and what the console keeps of chains.
    struct Console
    {
        FixedSession session{u"tenant_administrator"_s};
        AuditServer server{session, session.actor().administers};
        QHash<QUuid, exchange::AuditHead> heads;

        Console() { server.addExamples(session); }
        [[nodiscard]] std::unique_ptr<AuditPage> page()
        {
            auto page = std::make_unique<AuditPage>(
                session, HeadStore{[this](const QUuid &tenant) { return heads.value(tenant); },
                                   [this](const QUuid &tenant, const exchange::AuditHead &head) {
                                       heads.insert(tenant, head);
                                   }});
            QEvent event(QEvent::LanguageChange);
            QCoreApplication::sendEvent(page.get(), &event);
            page->resize(1000, 600);
            page->show();
            return page;
        }
    };

private Q_SLOTS:
    void listsTheNewestFirstInWords() // AUD-2
    {
        Console console;
        const auto page = console.page();
        QAbstractItemModelTester tester(page->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(page->model()->rowCount(), 6);
        const auto text = [&](int row, int column) {
            return page->model()->index(row, column).data().toString();
        };
        QCOMPARE(text(1, AuditModel::What), u"Organizations of a person changed"_s);
        QCOMPARE(text(1, AuditModel::Who), u"马刚"_s);
        QCOMPARE(text(1, AuditModel::About), console.session.world().users[5].name);
        QCOMPARE(text(1, AuditModel::Reason), u"转岗"_s);
        QCOMPARE(text(0, AuditModel::What), u"of_tomorrow"_s); // of a newer server
        QCOMPARE(text(5, AuditModel::Who), u"Tenantry itself"_s);
        QCOMPARE(console.server.asked.first()["tenant"_L1].toString(),
                 console.session.actor().administers.toString());
    }

    void differencesAreInNames() // AUD-2
    {
        Console console;
        const auto page = console.page();
        QTRY_COMPARE(page->model()->rowCount(), 6);
        const auto diff = [&](int row) {
            return auditDiff(*page->model()->rowAt(row).detail, page->model()->names());
        };
        const demo::World &world = console.session.world();
        QCOMPARE(diff(4), (QList<DiffLine>{{u"Leader"_s, {}, world.users[5].name},
                                           {u"Name"_s, u"平台组"_s, world.organizations[4].name}}));
        QCOMPARE(diff(3), (QList<DiffLine>{{u"Parent organization"_s, world.organizations[2].name,
                                            u"(no longer known)"_s}}));
        const QList<DiffLine> grants = diff(2);
        QCOMPARE(grants.size(), 1);
        QCOMPARE(grants.first().after, u"Role: Editor; Subject: %1\nRole: Viewer; Subject: %2"_s.arg(
                                           world.users[5].name, world.organizations[4].name));
        for (const QJsonObject &entry : console.server.entries) // never an ID
            if (entry["detail"_L1].isObject())
                for (const DiffLine &line : auditDiff(entry["detail"_L1].toObject(), page->model()->names()))
                    QVERIFY2(!(line.before + line.after)
                                  .contains(QRegularExpression(u"[0-9a-f]{8}-[0-9a-f]{4}"_s)),
                             qPrintable(line.before + line.after));
    }

    void filtersAskTheServer() // AUD-2
    {
        Console console;
        const auto page = console.page();
        QTRY_COMPARE(page->model()->rowCount(), 6);
        page->setFilter({u"马"_s, u"平台"_s, u"organization_edit"_s, 7});
        QTRY_COMPARE(page->model()->rowCount(), 1);
        const QJsonObject asked = console.server.asked.last();
        QCOMPARE(asked["actor"_L1].toString(), u"马"_s);
        QCOMPARE(asked["object"_L1].toString(), u"平台"_s);
        QCOMPARE(asked["kind"_L1].toString(), u"organization_edit"_s);
        QCOMPARE(asked["from"_L1].toInteger(),
                 qint64((console.session.now() - std::chrono::days(7)).time_since_epoch().count()));
        page->setFilter({{}, {}, {}, 0});
        QTRY_COMPARE(page->model()->rowCount(), 6);
        QCOMPARE(console.server.asked.last().keys(), QStringList{u"tenant"_s});
    }

    void moreComesWhileScrolling() // AUD-2
    {
        Console console;
        for (int i = 0; i < 150; ++i)
            console.server.add(u"space_edit"_s, u"space"_s, console.session.world().spaces.front().id.uuid(),
                               {}, console.session.userId(), console.session.now());
        const auto page = console.page();
        QTRY_COMPARE(page->model()->rowCount(), 100);
        page->table()->verticalScrollBar()->setValue(page->table()->verticalScrollBar()->maximum());
        QTRY_COMPARE(page->model()->rowCount(), 156);
    }

    void aTableExportWritesAll() // AUD-2, APP-5: what wasn't read yet too
    {
        Console console;
        for (int i = 0; i < 150; ++i)
            console.server.add(u"space_edit"_s, u"space"_s, console.session.world().spaces.front().id.uuid(),
                               {}, console.session.userId(), console.session.now());
        const auto page = console.page();
        QTRY_COMPARE(page->model()->rowCount(), 100);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"audit.csv"_s);
        TableExport run(page->table(), page->table()->horizontalHeader());
        QSignalSpy finished(&run, &TableExport::finished);
        run.start(path, exchange::TableFormat::Csv, false);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(finished.constFirst().constFirst().toInt(), 156);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString written = QString::fromUtf8(file.readAll());
        QVERIFY(written.contains(u"Tenant created"_s)); // the oldest
        QVERIFY(!written.contains(u"as far as"_s));     // nothing is left out
        QCOMPARE(page->model()->rowCount(), 100);       // the page stays as it was
    }

    void theConsoleIsAWitness() // AUD-1
    {
        Console console;
        auto page = console.page();
        QTRY_VERIFY(page->watch()->state() == ChainWatch::State::Verified);
        const QUuid tenant = console.session.actor().administers.uuid();
        QCOMPARE(console.heads.value(tenant).sealNumber, 6);
        QVERIFY(page->findChild<Banner *>()->isHidden());
        page = console.page(); // goes on from there
        QTRY_VERIFY(page->watch()->state() == ChainWatch::State::Verified);
        QCOMPARE(page->watch()->verified(), console.heads.value(tenant));
    }

    void tamperingIsSeen_data() // AUD-1
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<qint64>("after");
        QTest::newRow("the tail cut") << u"cut"_s << qint64(6);
        QTest::newRow("cut and written anew") << u"anew"_s << qint64(6);
        QTest::newRow("a new link that is none") << u"link"_s << qint64(6);
        QTest::newRow("all gone") << u"gone"_s << qint64(6);
    }
    void tamperingIsSeen()
    {
        QFETCH(QString, how);
        QFETCH(qint64, after);
        Console console;
        auto page = console.page();
        QTRY_VERIFY(page->watch()->state() == ChainWatch::State::Verified);
        const auto kept = console.heads;
        const auto more = [&] {
            console.server.add(u"space_edit"_s, u"space"_s, QUuid::createUuid(), {}, console.session.userId(),
                               console.session.now());
        };
        if (how == u"cut") {
            console.server.links.removeLast();
        } else if (how == u"anew") {
            console.server.links.removeLast();
            console.server.entries.removeLast();
            more();
            more();
        } else if (how == u"link") {
            more();
            console.server.links.last().text.replace("space_edit", "space_edat");
        } else {
            console.server.links.clear();
        }
        page->watch()->look();
        QTRY_VERIFY(page->watch()->state() == ChainWatch::State::Broken);
        QCOMPARE(page->watch()->brokenAfter(), after);
        QVERIFY(!page->findChild<Banner *>()->isHidden());
        QVERIFY(console.heads == kept); // what was seen is not given up
    }

    void theExportProvesItself() // AUD-2
    {
        Console console;
        const auto page = console.page();
        QSignalSpy toasts(page.get(), &Page::toastRequested);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"audit.jsonl"_s);
        page->exportTo(path);
        QTRY_COMPARE(toasts.size(), 1);
        QVERIFY2(toasts.first().first().toString().contains(u"6"_s),
                 qPrintable(toasts.first().first().toString()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto report = exchange::verifyAuditFile(file);
        QVERIFY(report);
        QVERIFY(report->faults.isEmpty());
        QCOMPARE(report->checked, 6);
        page->exportTo(u"/nowhere/at/all.jsonl"_s);
        QTRY_COMPARE(toasts.size(), 2);
        QVERIFY(!QFile::exists(u"/nowhere/at/all.jsonl"_s));
    }

    void offlineItSaysSo() // ERR-1
    {
        Console console;
        sync::SyncState state = console.session.state();
        state.online = false;
        console.session.setState(state);
        const auto page = console.page();
        auto *error = page->findChild<ErrorState *>();
        QTRY_VERIFY(error->isVisible());
        state.online = true;
        console.session.setState(state); // and goes on by itself
        QTRY_COMPARE(page->model()->rowCount(), 6);
        state.store = sync::StoreState::Closed;
        console.session.setState(state); // locked
        QCOMPARE(page->model()->rowCount(), 0);
    }

    void whoSeesWhich() // AUD-2, ROL-2
    {
        const HeadStore none{[](const QUuid &) { return exchange::AuditHead(); },
                             [](const QUuid &, const exchange::AuditHead &) {}};
        FixedSession member(u"member"_s);
        QVERIFY(!AuditPage(member, none).isAvailable());
        FixedSession platform(u"system_administrator"_s);
        AuditServer server(platform, {});
        AuditPage page(platform, none);
        QVERIFY(page.isAvailable());
        page.show();
        QTRY_VERIFY(!server.asked.isEmpty());
        const TenantRow *tenant = platform.snapshot()->tenant(
            TenantId(QUuid::fromString(server.asked.first()["tenant"_L1].toString())));
        QVERIFY(tenant && tenant->isDefault);
    }

    void keysReachEverything() // APP-2
    {
        Console console;
        const auto page = console.page();
        QTRY_COMPARE(page->model()->rowCount(), 6);
        page->table()->selectRow(1);
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
        QCOMPARE(test::unreachableControls(page.get()), QStringList());
        QCOMPARE(test::unnamedControls(page.get()), QStringList());
    }
};

QTEST_MAIN(AuditPageTest)
#include "tst_auditpage.moc"

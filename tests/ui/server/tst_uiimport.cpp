// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/server/desk.h"
#include "ui/pages/members/importdialog.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui::members;
using test::CommandWorld;
using test::Desk;
using test::patience;
using Stage = ImportRun::Stage;

// An import that is cancelled while a real server applies it (ORG-5): it ends there, and nothing is left of it.
class TestUiImport : public QObject
{
    Q_OBJECT
private:
    CommandWorld m_world;
    std::unique_ptr<Desk> m_desk;
    QTemporaryDir m_folder;

    [[nodiscard]] QString file(int rows) const
    {
        QFile file(m_folder.filePath(u"members.csv"_s));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("no file");
        file.write("e-mail,name\n");
        for (int i = 0; i < rows; ++i)
            file.write("p" + QByteArray::number(i) + "@import.example,Person\n");
        return file.fileName();
    }
    /// Everything that an import writes.
    [[nodiscard]] QString traces() const
    {
        return m_world.must(u"select (select count(*) from app.users), (select count(*) from app.invitations), (select count(*) from app.import_rows),"
                            " (select count(*) from app.import_changes), (select count(*) from app.imports where applied_at is not null),"
                            " (select count(*) from app.audit_entries where kind = 'members_imported'), (select count(*) from app.answers)"_s);
    }
    [[nodiscard]] QString waiting() const
    {
        return m_world.must(u"select count(*) from pg_stat_activity where usename = ? and wait_event_type = 'Lock'"_s, {m_world.adminA.role});
    }
    void begin(ImportDialog &dialog)
    {
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        dialog.openFile(file(20));
        QTRY_COMPARE_WITH_TIMEOUT(dialog.run()->stage(), Stage::Checked, patience);
        dialog.reason()->setText(u"new term"_s);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_world.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        m_world.must(u"alter function api.execute(uuid, text, jsonb, jsonb, uuid[], jsonb) set lock_timeout = '1min'"_s);
        m_desk = std::make_unique<Desk>(m_world.cluster(), m_world.adminA);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->session->state().online && !m_desk->session->actor().administers.isNull(), patience);
    }
    void cleanupTestCase() { m_desk.reset(); }

    void cancelledInTheMiddle()
    {
        const QString before = traces();
        ImportDialog dialog(*m_desk->session, CommandWorld::tenantId(m_world.tenantA), nullptr);
        begin(dialog);
        const auto other = m_world.cluster().ownerConnection();
        auto held = server::Transaction::begin(*other);
        QVERIFY(held && other->exec(u"lock table app.notifications in exclusive mode"_s)); // what an import writes last
        dialog.next()->click();
        QTRY_COMPARE_WITH_TIMEOUT(dialog.run()->stage(), Stage::Applying, patience);
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), u"1"_s, patience);
        QElapsedTimer timer;
        timer.start();
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(dialog.run()->stage(), Stage::Checked, patience);
        qInfo("cancelled after %lld ms", timer.elapsed());
        QCOMPARE(dialog.run()->cancelled(), ImportRun::Cancelled::Yes);
        QCOMPARE(waiting(), u"0"_s); // it doesn't wait on for nobody
        held->rollback();
        QTRY_COMPARE_WITH_TIMEOUT(traces(), before, patience); // the staged rows go right after
        // The same file again, from the same dialog.
        dialog.next()->click();
        QTRY_COMPARE_WITH_TIMEOUT(dialog.run()->stage(), Stage::Done, patience);
        QCOMPARE(dialog.run()->result()["created"_L1].toInt(), 20);
        QCOMPARE(dialog.run()->cancelled(), ImportRun::Cancelled::No);
    }
};

QTEST_MAIN(TestUiImport)
#include "tst_uiimport.moc"

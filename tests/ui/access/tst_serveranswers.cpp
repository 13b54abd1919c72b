// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PRM-3 to PRM-5, PRM-7: who manages a space without seeing everybody asks the server, against a real one
#include "tests/schema/commandworld.h"
#include "tests/sync/console.h"
#include "ui/dialogs/boundchip.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/access/accesslistpane.h"
#include "ui/pages/access/accessmodel.h"
#include "ui/pages/access/accesspage.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/pages/spaces/permissiondetailmodel.h"
#include "ui/session/enginesession.h"
#include "ui/widgets/tableexport.h"

#include <QFile>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::ui;

/// A department of twenty, below it one of ten, whom the owner of the space can't see.
class ServerAnswersTest final : public QObject
{
    Q_OBJECT

    CommandWorld m_world;
    QString m_space, m_department, m_below, m_grant, m_person;
    std::unique_ptr<test::Console> m_options;
    std::unique_ptr<EngineSession> m_session;
    std::unique_ptr<AccessPage> m_page;

    [[nodiscard]] int people() const { return m_page->list()->model()->rowCount(); }
    [[nodiscard]] bool isSure() const { return m_page->findChild<BoundChip *>()->isHidden(); }
    [[nodiscard]] int everyone() const
    {
        return m_world.sql(u"select count(*) from app.everyone_on('%1')"_s.arg(m_space)).toInt();
    }
    void openAs(const Person &person)
    {
        m_page.reset();
        m_session.reset();
        m_options =
            std::make_unique<test::Console>(m_world.cluster().profileFor(person.role), SchemaWorld::password);
        m_session = std::make_unique<EngineSession>(m_options->options, CommandWorld::userId(person));
        m_session->start();
        QTRY_VERIFY(m_session->snapshot()->findSpace(CommandWorld::spaceId(m_space)).isValid());
        m_page = std::make_unique<AccessPage>(*m_session);
        m_page->resize(1100, 720);
        m_page->show();
        QVERIFY(m_page->showObject(u"space:"_s + m_space));
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_world.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        m_department = m_world.addOrganization(u"质效技术部"_s);
        m_below = m_world.addOrganization(u"后端组"_s, m_department);
        for (int i = 0; i < 30; ++i) {
            m_person = m_world.addCard(u"同事 %1"_s.arg(i));
            m_world.addMembership(m_person, i < 20 ? m_department : m_below);
        }
        m_space = m_world.addSpace(m_world.ownerA);
        m_grant = m_world.addGrant(m_space, u"organization"_s, m_department, u"editor"_s);
        m_world.addGrant(m_space, u"user"_s, m_world.memberA.id, u"viewer"_s);
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void theOwnerFindsOutWhoReachesTheSpace() // PRM-4
    {
        openAs(m_world.ownerA);
        QTRY_COMPARE(people(), everyone());
        QVERIFY(everyone() >= 30);
        QVERIFY(isSure());
        // What is more than the owner sees is named, with the way by which it counts.
        const auto &model = *m_page->list()->model();
        int throughBelow = 0;
        for (int row = 0; row < people(); ++row) {
            const QString name = model.index(row, int(explorer::Column::Subject)).data().toString();
            QVERIFY(!name.isEmpty());
            const QModelIndex through = model.index(row, int(explorer::Column::Through));
            throughBelow += through.data(Qt::ToolTipRole).toString().contains(u"后端组"_s);
        }
        QVERIFY(throughBelow >= 10);
        // It goes on with what changes.
        const QString newcomer = m_world.addCard(u"新同事"_s);
        m_world.addMembership(newcomer, m_below);
        const QString extra = m_world.addCard(u"直接授权"_s);
        m_world.addGrant(m_space, u"user"_s, extra, u"viewer"_s); // which the owner sees
        QTRY_COMPARE(people(), everyone());
        QVERIFY(isSure());
    }

    void aMemberIsToldWhatTheySee() // EXT-2
    {
        openAs(m_world.memberA);
        QTRY_VERIFY(people() > 0);
        QVERIFY(!isSure());
        Result<QJsonValue> given = QJsonValue();
        QSignalSpy answered(this, &ServerAnswersTest::answered);
        m_session->ask(sync::Question::AccessBasis, {{u"space_id"_s, m_space}}, this,
                       [&](const Result<QJsonValue> &answer) {
                           given = answer;
                           Q_EMIT this->answered();
                       });
        QVERIFY(answered.wait(test::atMost));
        QVERIFY(!given);
        QCOMPARE(given.error().code, u"grant.not_allowed"_s);
    }

    void removingADepartmentSaysWhomItConcerns() // PRM-5
    {
        openAs(m_world.ownerA);
        ImpactLine line(*m_session);
        line.setVisible(true);
        line.setCommands({grantsRemove(CommandWorld::spaceId(m_space), {CommandWorld::grantId(m_grant)})});
        QTRY_VERIFY(line.difference() && line.difference()->losing() >= 30);
        QVERIFY(line.findChild<BoundChip *>()->isHidden());
    }

    void theDetailOfADepartmentIsExact() // PRM-1
    {
        openAs(m_world.ownerA);
        spaces::PermissionDetailDialog dialog(*m_session, CommandWorld::spaceId(m_space),
                                              SubjectKind::Organization, QUuid::fromString(m_below));
        dialog.show();
        QTRY_VERIFY(dialog.findChild<BoundChip *>()->isHidden());
        QCOMPARE(dialog.model()->row(dialog.model()->index(0, 0, {})).role, Role::Editor);
    }

    void theFileSaysOfWhenItIsAndHowSure() // PRM-4, PRM-7
    {
        QTemporaryDir folder;
        const auto last = [&](const QString &name) {
            TableExport run(m_page->list()->table(), m_page->list()->table()->horizontalHeader());
            QSignalSpy finished(&run, &TableExport::finished);
            run.start(folder.filePath(name), exchange::TableFormat::Csv, false);
            if (!finished.wait(test::atMost))
                return QString();
            QFile file(folder.filePath(name));
            return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed().section(u'\n', -1)
                                              : QString();
        };
        openAs(m_world.ownerA);
        QTRY_VERIFY(isSure() && people() >= 30);
        QVERIFY2(last(u"sure.csv"_s).contains(u"As of"_s), qPrintable(last(u"again.csv"_s)));
        QVERIFY(!last(u"sure2.csv"_s).contains(u"At least"_s));
        openAs(m_world.memberA);
        QTRY_VERIFY(people() > 0);
        QVERIFY(last(u"part.csv"_s).contains(u"At least"_s));
    }

    void withoutAConnectionItIsAtLeast() // PRM-7; last, because the server goes
    {
        openAs(m_world.ownerA);
        QTRY_COMPARE(people(), everyone());
        QVERIFY(isSure());
        const int all = people();
        m_world.cluster().stop();
        QTRY_VERIFY(!isSure());
        QTRY_VERIFY(people() < all);
        QCOMPARE(m_world.cluster().start(), QString());
        QTRY_VERIFY(isSure());
        QTRY_COMPARE(people(), all);
    }

Q_SIGNALS:
    void answered();
};

QTEST_MAIN(ServerAnswersTest)
#include "tst_serveranswers.moc"

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TEN-6, TEN-10, TEN-15: all tenants, for the platform team
#include "tests/uisupport/fixedsession.h"
#include "tests/uisupport/loopwatch.h"
#include "tests/uisupport/somesecurity.h"
#include "ui/pages/applications/foundpicker.h"
#include "ui/pages/applications/replacementform.h"
#include "ui/pages/applications/tenantform.h"
#include "ui/pages/tenants/breakglassbar.h"
#include "ui/pages/tenants/breakglassdialog.h"
#include "ui/pages/tenants/tenantplandialog.h"
#include "ui/pages/tenants/tenantsmodel.h"
#include "ui/pages/tenants/tenantspage.h"
#include "ui/pages/tenants/tenantstatedialog.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;

class TenantsPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<TenantsPage> m_page;
    QTableView *m_table = nullptr;

    void open(const QString &persona = u"system_administrator"_s)
    {
        m_page.reset();
        m_session = std::make_unique<FixedSession>(persona);
        m_page = std::make_unique<TenantsPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->show();
        m_table = m_page->findChild<QTableView *>();
    }
    [[nodiscard]] QString cell(int row, int column) const
    {
        return m_table->model()->index(row, column).data().toString();
    }

private Q_SLOTS:
    void onlyThePlatformTeamHasIt()
    {
        open();
        QVERIFY(m_page->isAvailable());
        open(u"tenant_administrator"_s);
        QVERIFY(!m_page->isAvailable());
    }

    void showsAllTenants() // TEN-15
    {
        open();
        const QAbstractItemModelTester tester(m_table->model(),
                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_table->model()->rowCount(), int(m_session->snapshot()->tenants().size()));
        TenantRow tenant = m_session->world().tenants.back();
        QVERIFY(m_page->showObject(tenant.id.toString()));
        const int row = m_table->currentIndex().row();
        QCOMPARE(cell(row, tenants::TenantsModel::Name), tenant.name);
        QCOMPARE(cell(row, tenants::TenantsModel::Domain), tenant.domain);
        tenant.name = u"另一个名称"_s;
        tenant.state = TenantState::Frozen;
        m_session->apply({{tenant}, {}});
        QCOMPARE(cell(m_table->currentIndex().row(), tenants::TenantsModel::Name),
                 tenant.name); // the selection went with it
        m_page->findChild<SearchField *>()->setText(u"另一个"_s);
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
    }

    // Design §6: so many are listed beside the window's thread.
    void twentyThousandDontHoldTheWindow()
    {
        open();
        directory::Delta delta;
        TenantRow tenant = m_session->world().tenants.back();
        constexpr int many = 20'000;
        for (int i = 0; i < many; ++i) {
            tenant.id = TenantId::make(m_session->now());
            tenant.name = u"租户 %1"_s.arg((i * 7919) % many);
            tenant.code = u"T%1"_s.arg(i);
            delta.upserted.emplace_back(tenant);
        }
        m_session->apply(delta);
        const directory::SnapshotPtr snapshot = m_session->snapshot();
        const int all = int(snapshot->tenants().size());
        m_session->setSnapshot(directory::Snapshot::empty());
        const test::LoopWatch watch;
        m_session->setSnapshot(snapshot);
        QTRY_COMPARE(m_table->model()->rowCount(), all);
        m_table->sortByColumn(tenants::TenantsModel::Code, Qt::DescendingOrder);
        // "system" comes before it or not: as the locale has it.
        QTRY_VERIFY(
            (QStringList{cell(0, tenants::TenantsModel::Code), cell(1, tenants::TenantsModel::Code)}.contains(
                u"T9999"_s)));
        m_page->findChild<SearchField *>()->setText(u"T1999"_s);
        QTRY_COMPARE(m_table->model()->rowCount(), 11); // and T19990 to T19999
        m_page->findChild<SearchField *>()->clear();
        QVERIFY(m_page->showObject(tenant.id.toString())); // its row is still to come
        QTRY_COMPARE(cell(m_table->currentIndex().row(), tenants::TenantsModel::Code), tenant.code);
        QVERIFY2(watch.longest() < 50, qPrintable(QString::number(watch.longest())));
    }

    void buttonsSayWhyNot()
    {
        open();
        m_table->clearSelection();
        int unusable = 0;
        for (const QPushButton *button : m_page->findChildren<QPushButton *>())
            if (!button->text().isEmpty() && !button->isEnabled()) {
                ++unusable;
                QVERIFY2(!button->toolTip().isEmpty(), qPrintable(button->text()));
            }
        QVERIFY(unusable >= 2);
    }

    [[nodiscard]] TenantRow select(TenantState state)
    {
        TenantRow tenant = m_session->world().tenants.back();
        tenant.state = state;
        m_session->apply({{tenant}, {}});
        if (!m_page->showObject(tenant.id.toString()))
            qWarning("not there");
        return tenant;
    }

    void actsFollowTheState_data() // TEN-15
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<QString>("may");
        QTest::newRow("active") << int(TenantState::Active)
                                << u"Freeze… Begin the closing… Change the plan… Open for maintenance…"_s;
        QTest::newRow("closing")
            << int(TenantState::Closing)
            << u"Freeze… Take back the closing… Change the plan… Open for maintenance…"_s;
        QTest::newRow("frozen") << int(TenantState::Frozen)
                                << u"Unfreeze… Change the plan… Open for maintenance…"_s;
        QTest::newRow("deleted") << int(TenantState::Deleted) << QString();
    }
    void actsFollowTheState()
    {
        QFETCH(int, state);
        QFETCH(QString, may);
        open();
        (void)select(TenantState(state));
        QStringList usable;
        for (const QAction *act : m_page->acts()) {
            if (act->isEnabled())
                usable += act->text();
            else
                QVERIFY2(!act->toolTip().isEmpty(), qPrintable(act->text()));
        }
        QCOMPARE(usable.join(u' '), may);
    }

    void freezesWithReasonAndCode() // TEN-11
    {
        open();
        const TenantRow tenant = select(TenantState::Active);
        m_page->setState(TenantState::Frozen);
        auto *dialog = m_page->findChild<tenants::TenantStateDialog *>();
        QVERIFY(dialog);
        dialog->save();
        QVERIFY(dialog->form()->hasErrors());
        dialog->reason()->setText(u"欠费"_s);
        dialog->code()->setText(u"something else"_s);
        dialog->save();
        QVERIFY(m_session->commands().isEmpty());
        dialog->code()->setText(tenant.code);
        dialog->save();
        const Command command = m_session->commands().constLast().command;
        QCOMPARE(command.kind, u"tenant_set_state"_s);
        QCOMPARE(command.payload["state"_L1].toString(), u"frozen"_s);
        QCOMPARE(command.seen[tenant.id.toString()][QString()].toInt(), tenant.version);
    }

    void changesThePlan() // TEN-15: what it gives is shown before
    {
        open();
        const auto plan = [](const QString &name, int members) {
            PlanRow row;
            row.id = QUuid::createUuid();
            row.key = row.nameEn = row.nameZh = name;
            row.quotas = {{u"members"_s, members}};
            row.version = 1;
            return row;
        };
        const PlanRow small = plan(u"small"_s, 100), large = plan(u"large"_s, 5000);
        TenantRow tenant = m_session->world().tenants.back();
        tenant.planId = small.id;
        m_session->apply({{small, large, tenant}, {}});
        QVERIFY(m_page->showObject(tenant.id.toString()));
        m_page->changePlan();
        auto *dialog = m_page->findChild<tenants::TenantPlanDialog *>();
        QVERIFY(dialog);
        dialog->reason()->setText(u"升级"_s);
        dialog->save(); // the same one
        QVERIFY(dialog->form()->hasErrors());
        dialog->plan()->setCurrentIndex(dialog->plan()->findData(large.id));
        dialog->save();
        QVERIFY(!m_session->commands().isEmpty());
        const Command command = m_session->commands().constLast().command;
        QCOMPARE(command.kind, u"tenant_set_plan"_s);
        QCOMPARE(QUuid::fromString(command.payload["plan_id"_L1].toString()), large.id);
    }

    void opensForMaintenance() // TEN-13: the form, the bar with the time left, its end
    {
        open();
        const TenantRow tenant = select(TenantState::Active);
        m_page->openForMaintenance();
        auto *dialog = m_page->findChild<tenants::BreakGlassDialog *>();
        QVERIFY(dialog);
        dialog->save();
        QVERIFY(m_session->commands().isEmpty()); // a reason is wanted
        QCOMPARE(dialog->minutes()->maximum(), 240);
        dialog->reason()->setText(u"巡检"_s);
        dialog->minutes()->setValue(90);
        dialog->save();
        const QueuedCommand queued = m_session->commands().constLast();
        QCOMPARE(queued.command.kind, u"break_glass_open"_s);
        QCOMPARE(queued.command.payload["minutes"_L1].toInt(), 90);
        m_session->answer(queued.command.id);
        QTRY_COMPARE(m_session->currentTenant(), tenant.id); // it turns to it

        BreakGlassBar bar(*m_session);
        QVERIFY(bar.isHidden());
        QVERIFY(m_session->actor().administers.isNull());
        test::openForMaintenance(*m_session, tenant.id, m_session->userId());
        QTRY_VERIFY(!bar.isHidden());
        QVERIFY2(bar.accessibleName().contains(u"43 min"_s) && bar.accessibleName().contains(tenant.name),
                 qPrintable(bar.accessibleName()));
        QCOMPARE(m_session->actor().administers, tenant.id); // pages of the tenant's administrator follow
        QVERIFY(m_session->refusal(u"organization_create"_s, tenant.id).isEmpty());
        QVERIFY(
            !m_session->refusal(u"organization_create"_s, m_session->world().tenants.front().id).isEmpty());
        QVERIFY(!m_page->acts().constLast()->isEnabled()); // it is open already
        Q_EMIT bar.actionRequested();
        Q_EMIT bar.actionRequested(); // once is enough
        const Command end = m_session->commands().constLast().command;
        QCOMPARE(end.kind, u"break_glass_end"_s);
        QCOMPARE(m_session->commands().size(), 2);
        m_session->setNow(m_session->now() + std::chrono::minutes(44)); // by itself, before any pull
        QTRY_VERIFY(bar.isHidden());
        test::endMaintenance(*m_session); // the pull
        QVERIFY(m_session->actor().administers.isNull());
        QVERIFY(!m_session->refusal(u"organization_create"_s, tenant.id).isEmpty());
    }

    void aTenantSeesWhoHasItOpen() // TEN-13: on its members page and in the access explorer
    {
        FixedSession session(u"tenant_administrator"_s);
        BreakGlassNotice notice(session);
        QVERIFY(notice.isHidden());
        const UserId somebody = session.world().users[3].id;
        test::openForMaintenance(session, session.currentTenant(), somebody);
        QTRY_VERIFY(!notice.isHidden());
        QVERIFY(notice.accessibleName().contains(session.world().users[3].name));
        QVERIFY(notice.accessibleName().contains(u"OPS-2041"_s));
    }

    void lastActivity() // TEN-15
    {
        open();
        const TenantRow tenant = m_session->world().tenants.back();
        m_session->setAnswer(sync::Question::TenantActivity, [&](const QJsonObject &) -> Result<QJsonValue> {
            return QJsonObject{
                {u"tenants"_s,
                 QJsonObject{{tenant.id.toString(), qint64(m_session->now().time_since_epoch().count())}}},
                {u"members"_s, QJsonObject{{tenant.id.toString(), 4321}}}};
        });
        QVERIFY(m_page->showObject(tenant.id.toString()));
        m_page->activated();
        QTRY_VERIFY(!cell(m_table->currentIndex().row(), tenants::TenantsModel::Activity).isEmpty());
    }

    void createsATenantDirectly() // TEN-6
    {
        open();
        m_page->create();
        auto *form = m_page->findChild<applications::TenantForm *>();
        QVERIFY(form);
        form->save();
        QVERIFY(m_session->commands().isEmpty());
        const QUuid head = QUuid::createUuid();
        form->edit(u"department"_s)->setText(u"质效技术部"_s);
        form->edit(u"name"_s)->setText(u"质效技术部-Bots租户"_s);
        form->edit(u"code"_s)->setText(u"ZX_TECH"_s);
        form->administrator()->choose(applications::FoundPicker::Found{head, u"张三"_s, {}});
        form->reason()->setPlainText(u"seed"_s);
        form->save();
        const Command command = m_session->commands().constLast().command;
        QCOMPARE(command.kind, u"tenant_create"_s);
        QCOMPARE(QUuid::fromString(command.payload["administrator_id"_L1].toString()), head);
    }
};

QTEST_MAIN(TenantsPageTest)
#include "tst_tenantspage.moc"

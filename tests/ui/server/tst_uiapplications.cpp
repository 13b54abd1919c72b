// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/applicationworld.h"
#include "tests/ui/server/desk.h"
#include "ui/pages/applications/domainform.h"
#include "ui/pages/applications/foundpicker.h"
#include "ui/pages/applications/joinform.h"
#include "ui/pages/applications/leaveform.h"
#include "ui/pages/applications/renameform.h"
#include "ui/pages/applications/replacementform.h"
#include "ui/pages/applications/tenantform.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/approvals/decisionbar.h"
#include "ui/pages/notifications/notificationsmodel.h"
#include "ui/pages/notifications/notificationspage.h"
#include "ui/pages/organizations/pickers.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::applications;
using test::ApplicationWorld;
using test::CommandWorld;
using test::Desk;
using test::patience;
using test::Person;

/// Every flow of applications from its form to its last notification, as the persons concerned see it in
/// their consoles: who applies, who decides, who is told (TEN-1 to TEN-10, MOV-2, MOV-3, INB-8, NOT-1).
class TestUiApplications : public QObject
{
    Q_OBJECT
private:
    ApplicationWorld m_world;
    std::vector<std::unique_ptr<Desk>> m_desks;

    Desk &sit(const Person &person)
    {
        m_desks.push_back(std::make_unique<Desk>(m_world.cluster(), person));
        Desk &desk = *m_desks.back();
        until([&] {
            return desk.session->state().online && desk.session->state().lastSync &&
                   desk.session->actor().userId == CommandWorld::userId(person);
        });
        return desk;
    }
    template <class Known>
    void until(const Known &known)
    {
        QTRY_VERIFY_WITH_TIMEOUT(known(), patience);
    }
    /// Fills in what every form asks for and sends it; the server has carried it out. The application's ID.
    QString send(Desk &desk, CommandDialog *form, QPlainTextEdit *reason)
    {
        form->show();
        reason->setPlainText(u"because"_s);
        form->save();
        until([&] { return !desk.session->commands().isEmpty(); });
        isDone(desk);
        return desk.last().command.payload["application_id"_L1].toString();
    }
    void isDone(Desk &desk)
    {
        const auto settled = [&] {
            return desk.last().state == CommandState::Done ||
                   desk.last().state == CommandState::NeedsAttention;
        };
        QTRY_VERIFY2_WITH_TIMEOUT(settled(), qPrintable(desk.outcome()), patience);
        QVERIFY2(desk.last().state == CommandState::Done, qPrintable(desk.outcome()));
    }
    void decide(const Person &reviewer, const QString &application, Decision decision = Decision::Approve)
    {
        Desk &desk = sit(reviewer);
        ApprovalsPage page(*desk.session);
        page.show();
        until([&] { return page.showObject(application); });
        auto *bar = page.findChild<DecisionBar *>();
        until([&] { return bar->isVisible(); });
        Q_EMIT bar->decided(decision, u"that is how it is"_s);
        until([&] { return !desk.session->commands().isEmpty(); });
        isDone(desk);
    }
    /// The person's console lists a notification of this kind.
    void isTold(Desk &desk, const QString &kind)
    {
        NotificationsPage page(*desk.session);
        page.show();
        const auto lists = [&] {
            for (int row = 0; row < page.model()->rowCount(); ++row)
                if (page.model()->item(row).kind == kind)
                    return true;
            return false;
        };
        desk.session->syncNow();
        QTRY_VERIFY2_WITH_TIMEOUT(lists(), qPrintable(kind), patience);
    }
    void isTold(const Person &person, const QString &kind) { isTold(sit(person), kind); }

private Q_SLOTS:
    void initTestCase()
    {
        const QString error = m_world.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
    }
    void cleanup() { m_desks.clear(); }

    void aTenantIsAppliedForAndCreated() // TEN-1, TEN-5, TEN-7
    {
        const Person applicant = m_world.addPerson(u"申请人"_s);
        Desk &desk = sit(applicant);
        auto *form = new TenantForm(*desk.session, TenantForm::Way::Application, nullptr);
        for (const auto &[field, text] : {std::pair{u"department"_s, u"质效技术部"_s},
                                          {u"code"_s, u"ZX_1"_s},
                                          {u"use"_s, u"bots"_s},
                                          {u"estimated_users"_s, u"30"_s},
                                          {u"contact_name"_s, u"张三"_s},
                                          {u"contact_details"_s, u"13800000000"_s},
                                          {u"contact_email"_s, u"zhang@example.com"_s}}) {
            form->edit(field)->clear();
            form->edit(field)->insert(text); // keyClicks() knows ASCII only
        }
        const QString application = send(desk, form, form->reason());
        decide(m_world.root, application);
        isTold(desk, u"application_approved"_s);
        isTold(desk, u"tenant_created"_s);
        until([&] { return !desk.session->actor().administers.isNull(); });
        const auto *tenant = desk.session->snapshot()->tenant(desk.session->actor().administers);
        QCOMPARE(tenant->name, u"质效技术部-Bots租户"_s);
        QCOMPARE(tenant->domain, u"zx-1"_s); // TEN-14
    }

    void anApplicationIsRejected() // TEN-7
    {
        Desk &desk = sit(m_world.adminB);
        auto *form = new DomainForm(*desk.session, nullptr);
        form->domain()->setText(u"not-to-be"_s);
        decide(m_world.root, send(desk, form, form->reason()), Decision::Reject);
        isTold(desk, u"application_rejected"_s);
    }

    void aMemberLeaves() // MOV-2, MOV-6
    {
        const Person leaver = m_world.addMember(u"要离开的人"_s);
        Desk &desk = sit(leaver);
        auto *form = new LeaveForm(*desk.session, nullptr);
        decide(m_world.adminA, send(desk, form, form->reason()));
        isTold(desk, u"application_approved"_s);
        QCOMPARE(m_world.tenantOf(leaver), m_world.defaultTenant);
        until([&] { return desk.session->currentTenant() == CommandWorld::tenantId(m_world.defaultTenant); });
        isTold(m_world.adminA, u"member_left"_s);
    }

    void somebodyJoinsInTwoStages() // MOV-3, MOV-8
    {
        const Person newcomer = m_world.addPerson(u"要加入的人"_s);
        Desk &desk = sit(newcomer);
        auto *form = new JoinForm(*desk.session, nullptr);
        form->show();
        QTest::keyClicks(form->tenant()->search(), u"tenant_a"_s);
        until([&] { return form->tenant()->list()->count() == 1; });
        QTest::keyClick(form->tenant()->search(), Qt::Key_Down);
        const QString application = send(desk, form, form->reason());
        decide(m_world.adminA, application);
        isTold(desk, u"application_stage_approved"_s);
        QCOMPARE(m_world.tenantOf(newcomer), m_world.defaultTenant);
        decide(m_world.root, application);
        isTold(desk, u"application_approved"_s);
        until([&] { return desk.session->currentTenant() == CommandWorld::tenantId(m_world.tenantA); });
        isTold(m_world.adminA, u"member_joined"_s);
    }

    void aDomainIsChanged() // TEN-9
    {
        Desk &desk = sit(m_world.adminA);
        auto *form = new DomainForm(*desk.session, nullptr);
        form->domain()->setText(u"brand-new"_s);
        decide(m_world.root, send(desk, form, form->reason()));
        isTold(desk, u"application_approved"_s);
        isTold(m_world.memberA, u"tenant_domain_changed"_s);
        until([&] {
            return desk.session->snapshot()->tenant(desk.session->actor().administers)->domain ==
                   u"brand-new"_s;
        });
    }

    void aTenantIsRenamed() // TEN-8
    {
        Desk &desk = sit(m_world.adminA);
        auto *form = new RenameForm(*desk.session);
        form->name()->setText(u"新名字"_s);
        form->show();
        form->save();
        until([&] { return !desk.session->commands().isEmpty(); });
        isDone(desk);
        isTold(m_world.memberA, u"tenant_renamed"_s);
    }

    void anAdministratorIsReplaced() // TEN-10; the last one: tenant B has another administrator afterwards
    {
        const Person next = m_world.addPerson(u"下一位管理员"_s);
        m_world.moveTo(next, m_world.tenantB);
        Desk &desk = sit(m_world.adminB);
        auto *form = new ReplacementForm(*desk.session, nullptr);
        form->candidate()->choose(CommandWorld::userId(next));
        decide(m_world.root, send(desk, form, form->reason()));
        isTold(desk, u"administrator_replaced"_s);
        Desk &successor = sit(next);
        isTold(successor, u"administrator_replaced"_s);
        QCOMPARE(successor.session->actor().administers, CommandWorld::tenantId(m_world.tenantB));
        until([&] { return desk.session->actor().administers.isNull(); });
    }
};

QTEST_MAIN(TestUiApplications)
#include "tst_uiapplications.moc"

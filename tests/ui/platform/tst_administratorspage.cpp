// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ROL-4: appointing and dismissing system administrators
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/platform/administratorsmodel.h"
#include "ui/pages/platform/administratorspage.h"
#include "ui/pages/platform/appointdialog.h"

#include <QAbstractItemModelTester>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::platform;
using test::FixedSession;

class AdministratorsPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<AdministratorsPage> m_page;

    void open(const QString &persona = u"system_administrator"_s)
    {
        m_page.reset();
        m_session = std::make_unique<FixedSession>(persona);
        m_page = std::make_unique<AdministratorsPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->show();
    }
    [[nodiscard]] int rows() const { return m_page->table()->model()->rowCount(); }
    /// Leaves the actor as the only one.
    void removeOthers()
    {
        directory::Delta delta;
        for (const RoleAssignmentRow &role : m_session->snapshot()->roleAssignments())
            if (role.tenantId.isNull() && role.userId != m_session->userId())
                delta.removed.push_back({RowKind::RoleAssignment, role.id});
        m_session->apply(delta);
    }
    UserId addOther()
    {
        const UserRow &user = m_session->world().users[2];
        RoleAssignmentRow role;
        role.id = QUuid::createUuid();
        role.userId = user.id;
        role.role = u"system_administrator"_s;
        role.assignedAt = m_session->now();
        role.assignedBy = m_session->userId();
        role.version = 1;
        m_session->apply({{role}, {}});
        return user.id;
    }

private Q_SLOTS:
    void onlyThePlatformTeamHasIt()
    {
        open(u"tenant_administrator"_s);
        QVERIFY(!m_page->isAvailable());
        open();
        QVERIFY(m_page->isAvailable());
        const QAbstractItemModelTester tester(m_page->table()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        removeOthers();
        QCOMPARE(rows(), 1);
        (void)addOther();
        QCOMPARE(rows(), 2);
    }

    void theLastOneStays() // ROL-4
    {
        open();
        removeOthers();
        QVERIFY(m_page->showObject(m_session->userId().toString()));
        QVERIFY(!m_page->dismissButton()->isEnabled());
        QVERIFY(!m_page->dismissButton()->toolTip().isEmpty());
        m_page->dismiss();
        QVERIFY(!m_page->findChild<DismissDialog *>());
        (void)addOther();
        QVERIFY(m_page->dismissButton()->isEnabled());
    }

    void dismissesWithAReason() // ROL-4
    {
        open();
        const UserId other = addOther();
        QVERIFY(m_page->showObject(other.toString()));
        m_page->dismiss();
        auto *dialog = m_page->findChild<DismissDialog *>();
        QVERIFY(dialog);
        dialog->save();
        QVERIFY(m_session->commands().isEmpty());
        dialog->reason()->setText(u"转岗"_s);
        dialog->save();
        const QueuedCommand given = m_session->commands().constLast();
        QCOMPARE(given.command.kind, u"system_administrator_dismiss"_s);
        QCOMPARE(given.command.payload["user_id"_L1].toString(), other.toString());
        // Somebody else was faster: what the server says stands in the form, which stays.
        m_session->answer(given.command.id, {Error{ErrorClass::Business, u"system_administrator.last"_s, u"user_id"_s, {}}});
        QVERIFY(dialog->isVisible());
    }

    void appointsWhomTheServerFinds() // ROL-4
    {
        open();
        m_page->appoint();
        auto *dialog = m_page->findChild<AppointDialog *>();
        QVERIFY(dialog);
        dialog->reason()->setText(u"值班"_s);
        dialog->save();
        QVERIFY(dialog->form()->hasErrors());
        const QUuid person = QUuid::createUuid();
        dialog->person()->choose(applications::FoundPicker::Found{person, u"张三"_s, {}});
        dialog->save();
        const Command command = m_session->commands().constLast().command;
        QCOMPARE(command.kind, u"system_administrator_appoint"_s);
        QCOMPARE(QUuid::fromString(command.payload["user_id"_L1].toString()), person);
    }
};

QTEST_MAIN(AdministratorsPageTest)
#include "tst_administratorspage.moc"

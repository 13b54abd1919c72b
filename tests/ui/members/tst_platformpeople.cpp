// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// ROL-5: the platform team's list of everybody, while it has turned to no tenant
#include "tests/uisupport/somepeople.h"
#include "ui/pages/members/memberspage.h"
#include "ui/pages/members/platformpeople.h"
#include "ui/pages/members/platformpeoplemodel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabs.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QEvent>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::members;
using test::FixedSession;

class PlatformPeopleTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<QList<QJsonObject>> m_asked;
    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<MembersPage> m_page;

    void open(const QString &persona = u"system_administrator"_s)
    {
        m_page.reset();
        m_asked = std::make_shared<QList<QJsonObject>>();
        m_session = std::make_unique<FixedSession>(persona);
        test::answerPeople(*m_session, m_asked);
        m_page = std::make_unique<MembersPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->resize(1100, 700);
        m_page->show();
    }
    [[nodiscard]] PlatformPeopleModel *model() const { return m_page->platform()->model(); }
    void choose(const QString &data)
    {
        for (QComboBox *box : m_page->platform()->findChildren<QComboBox *>()) {
            const int at = box->findData(data);
            if (at < 0)
                continue;
            box->setCurrentIndex(at);
            Q_EMIT box->activated(at);
        }
    }

private Q_SLOTS:
    void everybodyOfEveryTenant()
    {
        open();
        const QAbstractItemModelTester tester(model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(model()->rowCount(), 200);
        QVERIFY(m_page->platform()->isVisible());
        QVERIFY(!m_page->tabs()->isVisible());
        QSet<QString> tenants;
        for (int row = 0; row < model()->rowCount(); ++row)
            tenants.insert(model()->index(row, PlatformPeopleModel::Tenant).data().toString());
        QVERIFY(tenants.size() > 1);
        m_page->platform()->table()->scrollToBottom(); // the rest comes before its place is in sight
        QTRY_COMPARE(model()->rowCount(), std::min<int>(400, int(m_session->world().users.size())));
    }

    void filtersAskTheServer()
    {
        open();
        QTRY_VERIFY(model()->rowCount() > 0);
        choose(u"tenant_administrator"_s);
        const auto administrators = std::ranges::count_if(m_session->world().roleAssignments, [](const RoleAssignmentRow &row) { return row.role == "tenant_administrator"_L1; });
        QTRY_COMPARE(model()->rowCount(), int(administrators));
        QVERIFY(model()->index(0, PlatformPeopleModel::Roles).data().toString().contains(u"Tenant administrator"_s));
        choose(u"suspended"_s);
        QTRY_COMPARE(m_asked->constLast()["status"_L1].toString(), u"suspended"_s);
        m_page->platform()->findChild<SearchField *>()->setText(u"王"_s);
        QTRY_COMPARE(m_asked->constLast()["text"_L1].toString(), u"王"_s);
    }

    void leadsToTheirTenant()
    {
        open();
        QTRY_VERIFY(model()->rowCount() > 0);
        auto *button = m_page->platform()->findChild<QPushButton *>();
        for (QPushButton *each : m_page->platform()->findChildren<QPushButton *>())
            if (each->text() == u"Turn to their tenant")
                button = each;
        QVERIFY(!button->isEnabled());
        const int row = 30;
        m_page->platform()->table()->selectRow(row);
        const PlatformPersonRow person = model()->rowAt(row);
        QVERIFY(button->isEnabled());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(m_session->currentTenant(), person.tenantId);
        QVERIFY(!m_page->platform()->isVisible());
        QVERIFY(m_page->tabs()->isVisible());
        m_session->turnTo({});
        QVERIFY(m_page->platform()->isVisible());
    }

    void others() // a tenant's administrator has the tenant's people alone
    {
        open(u"tenant_administrator"_s);
        QVERIFY(!m_page->platform()->isVisible());
        QVERIFY(m_page->tabs()->isVisible());
        QCOMPARE(m_asked->size(), 0);
    }

    void withoutAConnectionItSaysSo()
    {
        open();
        QTRY_VERIFY(model()->rowCount() > 0);
        m_session->setAnswer(sync::Question::PeoplePage, [](const QJsonObject &) -> Result<QJsonValue> {
            return failure(ErrorClass::Network, u"connection.lost"_s);
        });
        model()->clear();
        choose(u"leader"_s);
        auto *states = m_page->platform()->findChild<StateStack *>();
        QTRY_VERIFY(states->error()->isVisible());
        test::answerPeople(*m_session, m_asked);
        Q_EMIT states->error()->retryRequested();
        QTRY_VERIFY(model()->rowCount() > 0);
    }

    void aLockTakesItAway() // APP-4
    {
        open();
        QTRY_VERIFY(model()->rowCount() > 0);
        sync::SyncState state = m_session->state();
        state.store = sync::StoreState::Closed;
        m_session->setState(state);
        QCOMPARE(model()->rowCount(), 0);
    }
};

QTEST_MAIN(PlatformPeopleTest)
#include "tst_platformpeople.moc"

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OPM-6, OPM-7: the page of security events and data access
#include "tests/uisupport/somesecurity.h"
#include "ui/pages/security/securitymodel.h"
#include "ui/pages/security/securitypage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QEvent>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::security;
using test::FixedSession;

class SecurityPageTest final : public QObject
{
    Q_OBJECT

    std::shared_ptr<QList<QJsonObject>> m_asked;
    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<SecurityPage> m_page;

    void open(const QString &persona)
    {
        m_page.reset();
        m_asked = std::make_shared<QList<QJsonObject>>();
        m_session = std::make_unique<FixedSession>(persona);
        test::answerSecurity(*m_session, m_asked);
        m_page = std::make_unique<SecurityPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->resize(1000, 600);
        m_page->QWidget::show();
    }
    [[nodiscard]] QString cell(int row, int column) const { return m_page->model()->index(row, column).data().toString(); }

private Q_SLOTS:
    void whoHasIt()
    {
        for (const auto &[persona, has] : {std::pair(u"system_administrator"_s, true), {u"tenant_administrator"_s, true}, {u"member"_s, false}}) {
            open(persona);
            QCOMPARE(m_page->isAvailable(), has);
        }
    }

    void showsEventsInWords() // OPM-6
    {
        open(u"system_administrator"_s);
        const QAbstractItemModelTester tester(m_page->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(m_page->model()->rowCount(), 6);
        QCOMPARE(cell(0, SecurityModel::What), u"Refused again and again"_s);
        QCOMPARE(cell(0, SecurityModel::Detail), u"How many: 21; Within minutes: 10"_s);
        QCOMPARE(cell(0, SecurityModel::Who), m_session->world().users[7].name);
        QCOMPARE(cell(1, SecurityModel::Detail), u"Refused with: \"This doesn't exist (any more), or you have no access to it.\"; Kind: Organization deleted"_s);
        QCOMPARE(cell(2, SecurityModel::Detail), u"Scope: %1; Kind of scope: members of a space or resource"_s.arg(m_session->world().spaces.front().name));
        QCOMPARE(cell(5, SecurityModel::What), u"of_tomorrow"_s); // of a newer server
        QCOMPARE(cell(5, SecurityModel::Who), u"Nobody known"_s);
        QVERIFY(!m_page->table()->isColumnHidden(SecurityModel::Tenant));
        QVERIFY(!m_asked->constLast().contains("tenant"_L1)); // all tenants
    }

    void aTenantsAdministratorAsksForTheirOwn()
    {
        open(u"tenant_administrator"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 6);
        QCOMPARE(m_asked->constLast()["tenant"_L1].toString(), m_session->actor().administers.toString());
        QVERIFY(m_page->table()->isColumnHidden(SecurityModel::Tenant));
    }

    void saysWhatTheServerDoesNotRecord() // ACC-10
    {
        open(u"system_administrator"_s);
        auto *gap = m_page->findChild<Banner *>();
        QTRY_COMPARE(m_page->model()->rowCount(), 6);
        QVERIFY(!gap->isVisible());
        QStringList said;
        for (const QString &missing : {u"off"_s, u"connections"_s, u"worker"_s}) {
            m_session->setAnswer(sync::Question::SecurityPage, [missing](const QJsonObject &) -> Result<QJsonValue> {
                return QJsonObject{{u"gap"_s, missing}, {u"more"_s, false}};
            });
            m_page->activated();
            QTRY_VERIFY(gap->isVisible() && !said.contains(gap->accessibleName()));
            said += gap->accessibleName();
        }
        QVERIFY(said.first().contains(u"not recorded"_s));
        test::answerSecurity(*m_session, m_asked);
        m_page->activated();
        QTRY_VERIFY(!gap->isVisible());
    }

    void dataAccessIsTheOtherList() // OPM-6: with the client's time
    {
        open(u"system_administrator"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 6);
        m_page->show(SecurityPage::Accesses);
        QTRY_COMPARE(m_page->model()->rowCount(), 5);
        QCOMPARE(cell(1, SecurityModel::What), u"Searched the platform for people"_s);
        QVERIFY(cell(2, SecurityModel::Detail).contains(u"told"_s));
        QVERIFY(cell(3, SecurityModel::Detail).contains(m_session->world().users[9].name));
    }

    void filtersAskTheServer()
    {
        open(u"system_administrator"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 6);
        const auto combos = m_page->findChildren<QComboBox *>();
        QComboBox *kind = combos[0], *time = combos[1];
        kind->setCurrentIndex(kind->findData(u"mass_export"_s));
        Q_EMIT kind->activated(kind->currentIndex());
        QTRY_COMPARE(m_page->model()->rowCount(), 1);
        QCOMPARE(kind->currentData().toString(), u"mass_export"_s); // stays chosen
        time->setCurrentIndex(time->findData(1));
        Q_EMIT time->activated(time->currentIndex());
        const qint64 dayAgo = qint64((m_session->now() - std::chrono::days(1)).time_since_epoch().count());
        QTRY_COMPARE(m_asked->constLast()["from"_L1].toInteger(), dayAgo);
        m_page->findChild<SearchField *>()->setText(u"王"_s);
        QTRY_COMPARE(m_asked->constLast()["person"_L1].toString(), u"王"_s);
    }

    void withoutAConnectionItSaysSo()
    {
        open(u"system_administrator"_s);
        m_session->setAnswer(sync::Question::SecurityPage, [](const QJsonObject &) -> Result<QJsonValue> {
            return failure(ErrorClass::Network, u"connection.lost"_s);
        });
        m_page->show(SecurityPage::Accesses);
        auto *states = m_page->findChild<StateStack *>();
        QTRY_VERIFY(states->error()->isVisible());
        test::answerSecurity(*m_session, m_asked);
        Q_EMIT states->error()->retryRequested();
        QTRY_COMPARE(m_page->model()->rowCount(), 5);
    }

    void aLockTakesItAway() // APP-4
    {
        open(u"system_administrator"_s);
        QTRY_COMPARE(m_page->model()->rowCount(), 6);
        sync::SyncState state = m_session->state();
        state.store = sync::StoreState::Closed;
        m_session->setState(state);
        QCOMPARE(m_page->model()->rowCount(), 0);
    }
};

QTEST_MAIN(SecurityPageTest)
#include "tst_securitypage.moc"

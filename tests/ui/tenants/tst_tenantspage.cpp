// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TEN-6, TEN-10, TEN-15: all tenants, for the platform team
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/applications/foundpicker.h"
#include "ui/pages/applications/replacementform.h"
#include "ui/pages/applications/tenantform.h"
#include "ui/pages/tenants/tenantsmodel.h"
#include "ui/pages/tenants/tenantspage.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
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
    [[nodiscard]] QString cell(int row, int column) const { return m_table->model()->index(row, column).data().toString(); }

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
        const QAbstractItemModelTester tester(m_table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(m_table->model()->rowCount(), int(m_session->snapshot()->tenants().size()));
        TenantRow tenant = m_session->world().tenants.back();
        QVERIFY(m_page->showObject(tenant.id.toString()));
        const int row = m_table->currentIndex().row();
        QCOMPARE(cell(row, tenants::TenantsModel::Name), tenant.name);
        QCOMPARE(cell(row, tenants::TenantsModel::Domain), tenant.domain);
        tenant.name = u"另一个名称"_s;
        tenant.state = TenantState::Frozen;
        m_session->apply({{tenant}, {}});
        QCOMPARE(cell(m_table->currentIndex().row(), tenants::TenantsModel::Name), tenant.name); // the selection went with it
        m_page->findChild<SearchField *>()->setText(u"另一个"_s);
        QTRY_COMPARE(m_table->model()->rowCount(), 1);
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

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/snapshot.h"
#include "tests/app/desktop.h"
#include "tests/schema/schemaworld.h"
#include "ui/shell/tenantpicker.h"
#include "ui/widgets/searchfield.h"

#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::console;
using namespace tenantry::test;
using namespace Qt::StringLiterals;
using ui::TenantPicker;

/// The platform team turns to a tenant when it needs to (ROL-2, ROL-5), and holds nobody's people before.
class TestTurnTo final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void thePlatformHoldsNobodyAtFirst();
    void turningToATenantBringsItsPeople();
    void theChoiceIsKept();
    void othersHaveNothingToChoose();

private:
    [[nodiscard]] std::unique_ptr<Workspace> open(const Person &person, const QString &folder)
    {
        SignedIn who;
        who.engine.folder = folder;
        who.engine.connection.profile = m_world.cluster().profileFor(person.role);
        who.engine.connection.password = SchemaWorld::password;
        who.engine.keys = std::make_shared<FileKeySource>(folder);
        return m_desktop.open(who);
    }
    [[nodiscard]] static bool knows(Workspace &workspace, const Person &person)
    {
        const auto snapshot = workspace.session().snapshot();
        const auto index = snapshot->findUser(UserId(QUuid::fromString(person.id)));
        return index.isValid() && snapshot->user(index).isKnown();
    }
    [[nodiscard]] static TenantPicker *picker(Workspace &workspace) { return workspace.window().findChild<ui::TenantPicker *>(); }
    static void choose(Workspace &workspace, const QString &text)
    {
        workspace.window().showTenants();
        picker(workspace)->field()->setText(text);
        QTest::keyClick(picker(workspace)->field(), Qt::Key_Return);
    }

    SchemaWorld m_world;
    QTemporaryDir m_rootFolder, m_memberFolder;
    Desktop m_desktop;
};

void TestTurnTo::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void TestTurnTo::thePlatformHoldsNobodyAtFirst()
{
    const auto root = open(m_world.root, m_rootFolder.path());
    QTRY_VERIFY(root->session().state().lastSync);
    QTRY_VERIFY(picker(*root)->current());
    QVERIFY(picker(*root)->current()->id.isEmpty());
    m_desktop.language.apply(u"zh_CN"_s);
    QTRY_COMPARE(picker(*root)->current()->name, u"仅平台"_s); // APP-1
    m_desktop.language.apply(u"en"_s);
    QVERIFY(!knows(*root, m_world.memberA));
    // Those whom its own rows name: administrators of tenants, the team itself, who applied.
    QVERIFY(knows(*root, m_world.adminA) && knows(*root, m_world.adminB) && knows(*root, m_world.secondRoot));
    const Person applicant = m_world.addPerson(u"Applicant"_s);
    const Answer applied = m_world.execute(applicant, {u"tenant_application_submit"_s, SchemaWorld::tenantForm(u"Newcomers"_s, u"newcomers"_s)});
    QVERIFY2(applied.isDone(), qPrintable(applied.text()));
    QTRY_VERIFY(knows(*root, applicant));
}

void TestTurnTo::turningToATenantBringsItsPeople()
{
    const auto root = open(m_world.root, m_rootFolder.path());
    QTRY_VERIFY(root->session().state().lastSync && picker(*root)->current());
    const QString name = m_world.sql(u"select name from app.tenants where id = ?"_s, {m_world.tenantA});
    choose(*root, name);
    QCOMPARE(root->session().currentTenant().toString(), m_world.tenantA);
    QTRY_VERIFY(knows(*root, m_world.memberA));
    QVERIFY(!knows(*root, m_world.outsider)); // of tenant B
    choose(*root, u"Platform only"_s);
    QTRY_VERIFY(!knows(*root, m_world.memberA));
    QVERIFY(root->session().currentTenant().isNull());
    QVERIFY(knows(*root, m_world.adminA));
}

void TestTurnTo::theChoiceIsKept()
{
    const QString name = m_world.sql(u"select name from app.tenants where id = ?"_s, {m_world.tenantA});
    {
        const auto root = open(m_world.root, m_rootFolder.path());
        QTRY_VERIFY(root->session().state().lastSync && picker(*root)->current());
        choose(*root, name);
        QTRY_VERIFY(knows(*root, m_world.memberA));
    }
    const auto root = open(m_world.root, m_rootFolder.path());
    QTRY_VERIFY(knows(*root, m_world.memberA));
    QTRY_VERIFY(picker(*root)->current());
    QCOMPARE(picker(*root)->current()->name, name);
}

void TestTurnTo::othersHaveNothingToChoose()
{
    const auto admin = open(m_world.adminA, m_memberFolder.path());
    QTRY_VERIFY(admin->session().state().lastSync);
    QTRY_VERIFY(knows(*admin, m_world.memberA)); // what was chosen elsewhere says nothing here
    QVERIFY(!picker(*admin)->current());
    QCOMPARE(admin->session().currentTenant().toString(), m_world.tenantA);
}

QTEST_MAIN(TestTurnTo)
#include "tst_turnto.moc"

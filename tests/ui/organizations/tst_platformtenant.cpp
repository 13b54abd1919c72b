// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/platformcommands.h"
#include "tests/schema/commandworld.h"
#include "tests/sync/console.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/organizations/organizationtreemodel.h"
#include "ui/pages/platform/platformsettings.h"
#include "ui/pages/platform/platformsettingsdialog.h"
#include "ui/session/enginesession.h"

#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::test;
using namespace tenantry::ui;

/// The platform team turns to a tenant and lets it go again, against a real server (ROL-2, TEN-13).
class TestPlatformTenant final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingBeforeATenantIsChosen();
    void showsTreeAndPeopleForReading();
    void anotherTenantTakesItsPlace();
    void settingsGoToTheServerOrAreCompared();
    void goesWithTheTenant();

private:
    [[nodiscard]] static QString texts(const QWidget &page)
    {
        QStringList all;
        for (const QLabel *label : page.findChildren<QLabel *>())
            if (!label->isHidden())
                all.append(label->text());
        return all.join(u'\n');
    }
    [[nodiscard]] QString tree() const { return walk(*m_page->findChild<QTreeView *>()->model(), {}); }
    [[nodiscard]] static QString walk(const QAbstractItemModel &model, const QModelIndex &at)
    {
        QString text = at.isValid() ? at.data().toString() + u' ' : QString();
        for (int row = 0; row < model.rowCount(at); ++row)
            text += walk(model, model.index(row, 0, at));
        return text;
    }
    [[nodiscard]] QStringList people() const
    {
        const QAbstractItemModel *model = m_page->findChild<QTableView *>()->model();
        QStringList names;
        for (int row = 0; row < model->rowCount(); ++row)
            names.append(model->index(row, 0).data().toString());
        return names;
    }
    /// Its row, not only its name in another one.
    [[nodiscard]] bool isKnown(const OrganizationId &id) const
    {
        const auto index = m_session->snapshot()->findOrganization(id);
        return index.isValid() && m_session->snapshot()->organization(index).isKnown();
    }
    [[nodiscard]] TenantId tenant(const QString &id) const { return TenantId(QUuid::fromString(id)); }

    CommandWorld m_world;
    std::unique_ptr<test::Console> m_console;
    std::unique_ptr<EngineSession> m_session;
    std::unique_ptr<OrganizationsPage> m_page;
};

void TestPlatformTenant::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
    const QString department = m_world.addOrganization(u"Department of A"_s);
    (void)m_world.addOrganization(u"Team of A"_s, department);
    m_console = std::make_unique<test::Console>(m_world.cluster().profileFor(m_world.root.role),
                                                SchemaWorld::password);
    m_console->options.openTenants = QSet<QUuid>();
    m_session = std::make_unique<EngineSession>(m_console->options, UserId());
    m_page = std::make_unique<OrganizationsPage>(*m_session);
    QEvent event(QEvent::LanguageChange); // as the registry does
    QCoreApplication::sendEvent(m_page.get(), &event);
    m_page->resize(1000, 700);
    m_page->show();
    m_session->start();
    QTRY_VERIFY(m_session->actor().systemAdministrator);
}

void TestPlatformTenant::nothingBeforeATenantIsChosen()
{
    QTRY_VERIFY(texts(*m_page).contains(OrganizationsPage::tr("No tenant chosen")));
    QCOMPARE(tree(), QString());
    QVERIFY(!isKnown(CommandWorld::organizationId(m_world.rootOf(m_world.tenantA))));
}

void TestPlatformTenant::showsTreeAndPeopleForReading()
{
    m_session->turnTo(tenant(m_world.tenantA));
    QTRY_VERIFY(tree().contains(u"Team of A"_s));
    QVERIFY(tree().contains(u"Department of A"_s));
    QVERIFY(people().contains(m_world.memberA.name));
    QVERIFY2(texts(*m_page).contains(u"for reading"_s), qPrintable(texts(*m_page)));
    // Everything that would change something says that it isn't theirs to change.
    int disabled = 0;
    for (const QPushButton *button : m_page->findChildren<QPushButton *>())
        for (const QString &text : {u"New below"_s, u"Edit"_s, u"Move…"_s, u"Delete…"_s, u"Organizations…"_s})
            if (button->text() == text) {
                QVERIFY2(!button->isEnabled() && !button->toolTip().isEmpty(), qPrintable(text));
                ++disabled;
            }
    QCOMPARE(disabled, 5);
    // A tenant's private data, spaces and grants are not the platform team's.
    const directory::SnapshotPtr snapshot = m_session->snapshot();
    const auto member = snapshot->findUser(CommandWorld::userId(m_world.memberA));
    QVERIFY(member.isValid() && snapshot->user(member).isKnown());
    QVERIFY(snapshot->user(member).email().isEmpty());
    const auto space = snapshot->findSpace(CommandWorld::spaceId(m_world.spaceA));
    QVERIFY(!space.isValid() || !snapshot->space(space).isKnown());
}

void TestPlatformTenant::anotherTenantTakesItsPlace()
{
    m_session->turnTo(tenant(m_world.tenantB));
    QVERIFY(!tree().contains(u"Department of A"_s)); // at once, not with the next pull
    QTRY_VERIFY(!tree().isEmpty());
    QVERIFY(people().contains(m_world.adminB.name));
    QVERIFY(!people().contains(m_world.memberA.name));
    QTRY_VERIFY(!m_session->snapshot()->findUser(CommandWorld::userId(m_world.memberA)).isValid() ||
                !m_session->snapshot()
                     ->user(m_session->snapshot()->findUser(CommandWorld::userId(m_world.memberA)))
                     .isKnown());
}

// INB-6, for settings that hold for every tenant
void TestPlatformTenant::settingsGoToTheServerOrAreCompared()
{
    const auto value = [this] {
        return m_world.must(
            u"select value from app.settings where tenant_id is null and key = 'replica_lease_days'"_s);
    };
    const auto save = [this](int days, const std::function<void()> &meanwhile) {
        auto *dialog = new platform::PlatformSettingsDialog(*m_session, m_page.get());
        dialog->open();
        qobject_cast<QSpinBox *>(dialog->form()->field(u"replica_lease_days"_s)->editor())->setValue(days);
        meanwhile();
        dialog->save();
    };
    QTRY_VERIFY(!platform::settingsIn(*m_session->snapshot()).isEmpty());
    save(30, [] {});
    QTRY_COMPARE(value(), u"30"_s);
    QTRY_COMPARE(platform::settingsIn(*m_session->snapshot())[u"replica_lease_days"_s].toInt(), 30);
    save(60, [&] {
        const QStringList row =
            m_world
                .must(
                    u"select id, version from app.settings where tenant_id is null and key = 'replica_lease_days'"_s)
                .split(u'|');
        tenantry::Command theirs = platformSettingsSet({{u"replica_lease_days"_s, 45}});
        theirs.see(QUuid::fromString(row[0]), {}, row[1].toInt());
        QVERIFY(m_world.give(m_world.secondRoot, theirs).isDone());
    });
    QTRY_VERIFY(m_page->findChild<ConflictDialog *>());
    QCOMPARE(value(), u"45"_s);
    m_page->findChild<ConflictDialog *>()->close();
}

void TestPlatformTenant::goesWithTheTenant()
{
    m_session->turnTo({});
    QCOMPARE(tree(), QString());
    QVERIFY(texts(*m_page).contains(OrganizationsPage::tr("No tenant chosen")));
    const auto root = CommandWorld::organizationId(m_world.rootOf(m_world.tenantB));
    QTRY_VERIFY(
        !m_session->snapshot()->findOrganization(root).isValid() ||
        !m_session->snapshot()->organization(m_session->snapshot()->findOrganization(root)).isKnown());
    m_page.reset();
    m_session.reset();
}

QTEST_MAIN(TestPlatformTenant)
#include "tst_platformtenant.moc"

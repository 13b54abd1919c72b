// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/organizations/organizationform.h"
#include "ui/pages/organizations/pickers.h"

#include <QApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

using namespace tenantry;
using namespace tenantry::ui;
using namespace Qt::StringLiterals;

class TestPickers : public QObject
{
    Q_OBJECT

    test::FixedSession m_session{u"tenant_administrator"_s};
    QWidget m_window;
    QWidget *m_field = nullptr;

    template <class Picker>
    Picker *show()
    {
        delete std::exchange(m_field, nullptr);
        auto *picker = new Picker(m_session, m_session.currentTenant());
        m_window.layout()->addWidget(picker);
        m_field = picker;
        m_window.show();
        picker->setFocus();
        QApplication::processEvents();
        picker->selectAll(); // as Tab does
        return picker;
    }
    /// As the window system brings them: an open list that takes the keyboard gets them.
    void type(const QString &letters)
    {
        for (const QChar letter : letters)
            QTest::keyClick(m_window.windowHandle(), letter.toLatin1());
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_window.setLayout(new QVBoxLayout);
        show<PersonPicker>();
        QVERIFY(QTest::qWaitForWindowActive(&m_window));
    }

    void takesEveryLetter() // MEM-2, APP-2
    {
        auto *picker = show<PersonPicker>();
        type(u"zhang"_s);
        QCOMPARE(picker->text(), u"zhang"_s);
        QTRY_VERIFY(picker->found()->rowCount() > 0); // searched on a thread of its own
        QVERIFY(picker->found()->picks().constFirst().name.startsWith(u'张'));
        type(u"san"_s); // with the list open
        QCOMPARE(picker->text(), u"zhangsan"_s);
    }

    void aTypedTextChoosesNobody() // ERR-2: what is typed is not taken for "nobody"
    {
        auto *picker = show<PersonPicker>();
        QVERIFY(!picker->isUnresolved());
        type(u"zhang"_s);
        QVERIFY(picker->chosen().isNull());
        QVERIFY(picker->isUnresolved());
        QTRY_VERIFY(picker->found()->rowCount() > 0);
        QTest::keyClick(picker, Qt::Key_Return); // the best
        QVERIFY(!picker->chosen().isNull());
        QVERIFY(!picker->isUnresolved());
        picker->setText(picker->text() + u'x');
        QVERIFY(picker->chosen().isNull());
        QVERIFY(picker->isUnresolved());
        picker->clear();
        QVERIFY(picker->chosen().isNull());
        QVERIFY(!picker->isUnresolved());
    }

    void aFormKeepsItsLeader() // ORG-11, ERR-3
    {
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        const auto &organizations = m_session.world().organizations;
        const auto led =
            std::find_if(organizations.begin(), organizations.end(), [&](const OrganizationRow &row) {
                return row.tenantId == m_session.currentTenant() &&
                       snapshot->organization(snapshot->findOrganization(row.id)).leader().isValid();
            });
        QVERIFY(led != organizations.end());
        const UserId before =
            snapshot->user(snapshot->organization(snapshot->findOrganization(led->id)).leader()).id();
        const std::unique_ptr<OrganizationForm> form(OrganizationForm::forEdit(m_session, led->id, nullptr));
        form->setAttribute(Qt::WA_DeleteOnClose, false);
        form->show();
        auto *leader = form->findChild<PersonPicker *>();
        QCOMPARE(leader->chosen(), before);
        leader->selectAll();
        QTest::keyClicks(leader, u"ma"_s);
        form->setFocus(); // it stays when the field is left
        form->save();
        QVERIFY(m_session.commands().isEmpty());
        QVERIFY(!form->form()->field(u"leader_id"_s)->error().isEmpty());
        QCOMPARE(leader->text(), u"ma"_s);
    }

    void anOrganizationThatIsNoneIsNotChosen() // ORG-1
    {
        auto *picker = show<OrganizationPicker>();
        const auto root = m_session.snapshot()->rootOrganizations(m_session.snapshot()->findTenant(m_session.currentTenant())).front();
        picker->choose(m_session.snapshot()->organization(root).id());
        QVERIFY(!picker->chosen().isNull());
        picker->setText(picker->text() + u"xx"_s);
        QVERIFY(picker->chosen().isNull());
        QVERIFY(picker->text().endsWith(u"xx"_s));
    }

    void organizationsComeWithTheirPath() // ORG-1, ORG-2: not the one that moves nor what is below it, no disabled ones
    {
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        const auto root = snapshot->rootOrganizations(snapshot->findTenant(m_session.currentTenant())).front();
        directory::OrganizationIndex above, below;
        for (const auto child : snapshot->children(root))
            for (const auto each : snapshot->children(child))
                if (snapshot->organization(each).isEffectivelyEnabled()) {
                    above = child;
                    below = each;
                }
        QVERIFY(above.isValid());
        const QString name = snapshot->organization(below).name();
        auto *picker = show<OrganizationPicker>();
        const auto finds = [&](OrganizationPicker &field) {
            field.setText(name);
            Q_EMIT field.textEdited(name);
            QSignalSpy found(field.found(), &QAbstractItemModel::modelReset);
            [&] { QVERIFY(found.wait(test::atMost)); }();
            for (const explorer::Pick &pick : field.found()->picks())
                if (pick.id == snapshot->organization(below).id().uuid())
                    return pick.detail;
            return QString();
        };
        QVERIFY(finds(*picker).contains(snapshot->organization(above).name()));
        OrganizationPicker others(m_session, m_session.currentTenant(), snapshot->organization(above).id());
        QVERIFY(finds(others).isEmpty());
    }
};

QTEST_MAIN(TestPickers)
#include "tst_pickers.moc"

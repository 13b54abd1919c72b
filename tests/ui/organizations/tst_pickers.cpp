// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/organizations/organizationform.h"
#include "ui/pages/organizations/pickers.h"

#include <QApplication>
#include <QLineEdit>
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
        picker->lineEdit()->selectAll(); // as Tab does
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
        QCOMPARE(picker->lineEdit()->text(), u"zhang"_s);
        QVERIFY(picker->count() > 1);
        QVERIFY(picker->itemText(1).startsWith(u'张'));
    }

    void aTypedTextChoosesNobody() // ERR-2: what is typed is not taken for "nobody"
    {
        auto *picker = show<PersonPicker>();
        QVERIFY(!picker->isUnresolved());
        type(u"zhang"_s);
        QVERIFY(picker->chosen().isNull());
        QVERIFY(picker->isUnresolved());
        picker->setCurrentIndex(1);
        QVERIFY(!picker->chosen().isNull());
        QVERIFY(!picker->isUnresolved());
        picker->lineEdit()->selectAll();
        QTest::keyClick(m_window.windowHandle(), Qt::Key_Backspace);
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
        leader->lineEdit()->selectAll();
        QTest::keyClicks(leader->lineEdit(), u"ma"_s);
        form->save();
        QVERIFY(m_session.commands().isEmpty());
        QVERIFY(!form->form()->field(u"leader_id"_s)->error().isEmpty());
        QCOMPARE(leader->lineEdit()->text(), u"ma"_s);
    }

    void anOrganizationThatIsNoneIsNotChosen() // ORG-1
    {
        auto *picker = show<OrganizationPicker>();
        picker->setCurrentIndex(1);
        QVERIFY(!picker->chosen().isNull());
        picker->lineEdit()->setText(picker->lineEdit()->text() + u"xx"_s);
        Q_EMIT picker->lineEdit()->editingFinished();
        QVERIFY(picker->chosen().isNull());
        QVERIFY(picker->lineEdit()->text().endsWith(u"xx"_s));
    }
};

QTEST_MAIN(TestPickers)
#include "tst_pickers.moc"

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/applications/domainform.h"
#include "ui/pages/applications/tenantform.h"
#include "ui/pages/groups/groupform.h"
#include "ui/pages/spaces/spaceform.h"

#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

/// Forms as they open for a person: nobody gave them a size (SPC-2, TEN-1, GRP-1, APP-2).
class TestCommandDialog : public QObject
{
    Q_OBJECT
private:
    test::FixedSession m_session{u"tenant_administrator"_s};

    CommandDialog *made(const QString &form)
    {
        if (form == u"space"_s)
            return spaces::SpaceForm::forNew(m_session, u"bots"_s, nullptr);
        if (form == u"group"_s)
            return new groups::GroupForm(m_session, m_session.currentTenant(), {});
        if (form == u"domain"_s)
            return new applications::DomainForm(m_session, nullptr);
        return new applications::TenantForm(m_session, applications::TenantForm::Way::Application, nullptr);
    }

private Q_SLOTS:
    void opensWithItsFieldsInSight_data()
    {
        QTest::addColumn<QString>("form");
        for (const char *form : {"space", "group", "domain", "tenant"})
            QTest::newRow(form) << QString::fromLatin1(form);
    }
    void opensWithItsFieldsInSight()
    {
        QFETCH(QString, form);
        const std::unique_ptr<CommandDialog> dialog(made(form));
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        const int screen = dialog->screen()->availableGeometry().height();
        QVERIFY(dialog->height() <= screen);
        const auto *scroll = dialog->findChild<QScrollArea *>();
        const int hidden = scroll->verticalScrollBar()->maximum();
        QVERIFY2(hidden == 0 || dialog->height() > screen - 60,
                 qPrintable(u"%1 of %2 high, %3 hidden"_s.arg(dialog->height()).arg(screen).arg(hidden)));
        QVERIFY(dialog->height() < scroll->widget()->height() + 260); // nor emptier than it need be
    }

    void keepsTheSizeThatItWasGiven()
    {
        const std::unique_ptr<CommandDialog> dialog(made(u"space"_s));
        dialog->resize(700, 300);
        dialog->show();
        QCOMPARE(dialog->size(), QSize(700, 300));
    }
};

QTEST_MAIN(TestCommandDialog)
#include "tst_commanddialog.moc"

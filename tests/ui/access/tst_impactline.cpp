// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// PRM-5: what a change would do to whom, said before it is saved
#include "core/access/explanationtext.h"
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "ui/dialogs/boundchip.h"
#include "ui/dialogs/impactdialog.h"
#include "ui/dialogs/impactline.h"
#include "ui/dialogs/impactmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;

class ImpactLineTest final : public QObject
{
    Q_OBJECT

    FixedSession m_session{u"tenant_administrator"_s};

    [[nodiscard]] std::vector<access::PlannedChange> losingEverybody() const
    {
        access::RemoveGrants change;
        const auto snapshot = m_session.snapshot();
        for (const directory::GrantEntry entry :
             snapshot->grantsOn(snapshot->findSpace(test::busySpace(m_session))))
            if (snapshot->grant(entry.grant()).role() != Role::Owner)
                change.grants += snapshot->grant(entry.grant()).id();
        return {change};
    }

private Q_SLOTS:
    void saysWhoGainsAndWhoLoses()
    {
        ImpactLine line(m_session);
        QSignalSpy ready(&line, &ImpactLine::ready);
        QVERIFY(line.text().isEmpty());
        line.setChanges(losingEverybody());
        QVERIFY(!line.text().isEmpty()); // under way
        QVERIFY(ready.wait(test::atMost));
        const auto expected = access::whatIf(
            {m_session.snapshot(), m_session.now(), m_session.heldScopes(), losingEverybody()});
        QVERIFY(expected && *expected && (*expected)->difference.losing() > 3);
        QCOMPARE(line.difference()->losing(), (*expected)->difference.losing());
        QCOMPARE(line.text(), impactText((*expected)->difference));
        QVERIFY(line.text().contains(QLocale().toString((*expected)->difference.losing())));
    }

    void saysWhenNothingChanges()
    {
        ImpactLine line(m_session);
        QSignalSpy ready(&line, &ImpactLine::ready);
        line.setChanges({access::RemoveGrants{}});
        QVERIFY(ready.wait(test::atMost));
        QVERIFY(line.difference() && line.difference()->isEmpty());
        QCOMPARE(line.text(), impactText(*line.difference()));
        line.setChanges({});
        QVERIFY(line.text().isEmpty() && !line.difference());
    }

    void onlyTheLastChangeIsAnswered()
    {
        ImpactLine line(m_session);
        QSignalSpy ready(&line, &ImpactLine::ready);
        line.setChanges(losingEverybody());
        line.setChanges({access::RemoveGrants{}});
        QVERIFY(ready.wait(test::atMost));
        QVERIFY(line.difference()->isEmpty());
        QVERIFY(!ready.wait(500));
    }

    void saysAtLeastWhereNotEverythingIsSeen() // PRM-7
    {
        const QList<Scope> all = m_session.heldScopes();
        m_session.setHeldScopes({});
        ImpactLine line(m_session);
        QSignalSpy ready(&line, &ImpactLine::ready);
        line.setChanges(losingEverybody());
        QVERIFY(ready.wait(test::atMost));
        QVERIFY(!line.findChild<BoundChip *>()->isHidden());
        m_session.setHeldScopes(all);
        line.setChanges(losingEverybody());
        QVERIFY(ready.wait(test::atMost));
        QVERIFY(line.findChild<BoundChip *>()->isHidden());
    }

    void theListHoldsEveryChange()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *line = new ImpactLine(m_session);
        layout->addWidget(line);
        window.show();
        QSignalSpy ready(line, &ImpactLine::ready);
        line->setChanges(losingEverybody());
        QVERIFY(ready.wait(test::atMost));
        QCOMPARE(test::unnamedControls(&window), QStringList());
        QCOMPARE(test::unreachableControls(&window), QStringList());
        line->openList();
        auto *dialog = window.findChild<ImpactDialog *>();
        QVERIFY(dialog);
        ImpactModel *model = dialog->model();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(qsizetype(model->rowCount()), line->difference()->size());
        const auto changes = line->difference()->page(0, line->difference()->size());
        const auto &after = *line->difference()->after().snapshot;
        for (int row = 0; row < model->rowCount(); row += 7) {
            const auto text = [&](int column) { return model->index(row, column).data().toString(); };
            const access::RoleChange &change = changes[size_t(row)];
            QCOMPARE(text(ImpactModel::Who), after.user(change.user).name());
            QCOMPARE(text(ImpactModel::What), after.nameOf(change.object));
            QCOMPARE(text(ImpactModel::Before), access::roleName(change.before));
            QCOMPARE(text(ImpactModel::After), access::roleName(change.after));
        }
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        QCOMPARE(test::unreachableControls(dialog), QStringList());
    }
};

QTEST_MAIN(ImpactLineTest)
#include "tst_impactline.moc"

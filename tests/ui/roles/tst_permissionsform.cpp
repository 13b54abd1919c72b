// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// OPM-4: what is set here and what comes from where, and whom a change concerns before it is saved; OPM-10,
// INB-6
#include "core/domain/rolecommands.h"
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/someroles.h"
#include "ui/models/conflictfields.h"
#include "ui/models/permissionwords.h"
#include "ui/pages/organizations/organizationspage.h"
#include "ui/pages/organizations/organizationtreemodel.h"
#include "ui/pages/organizations/permissionsform.h"
#include "ui/pages/organizations/permissionsline.h"
#include "ui/pages/organizations/permissionsview.h"

#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;

class PermissionsFormTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;

    [[nodiscard]] OrganizationId department() const { return test::departmentWithPermissions(*m_session); }
    [[nodiscard]] Command last() const { return m_session->commands().constLast().command; }
    [[nodiscard]] QString rootName() const
    {
        const auto snapshot = m_session->snapshot();
        return snapshot
            ->organization(snapshot->organization(snapshot->findOrganization(department())).parent())
            .name();
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
        m_session->apply(test::someRoles(*m_session));
    }

    void eachKeySaysWhereItComesFrom()
    {
        PermissionsView view(*m_session);
        view.retranslate();
        view.setOrganization(department());
        const auto sentence = [](const QString &key) { return Declarations::builtIn().keySentence(key); };
        const QStringList lines = view.lines();
        QVERIFY2(lines.contains(u"Data scope | %1 | from %2"_s.arg(dataScopeText(u"below"_s), rootName())),
                 qPrintable(lines.join(u'\n')));
        QVERIFY(lines.contains(sentence(u"members.status"_s) + u" | Allowed | set here"_s));
        QVERIFY(lines.contains(sentence(u"spaces.create"_s) + u" | Denied | set here"_s));
        QVERIFY(lines.contains(sentence(u"tenant.settings"_s) + u" | Denied | unless set"_s)); // OPM-8
        const auto snapshot = m_session->snapshot();
        const auto below = snapshot->children(snapshot->findOrganization(department()));
        QVERIFY(!below.empty());
        const OrganizationId team = snapshot->organization(below.front()).id();
        view.setOrganization(team);
        const QString name = snapshot->organization(snapshot->findOrganization(department())).name();
        QVERIFY(view.lines().contains(sentence(u"members.status"_s) + u" | Allowed | from "_s +
                                      name)); // OPM-2: the nearest
        QVERIFY(view.changeButton()->isEnabled());
    }

    void othersDontSeeIt()
    {
        FixedSession member(u"member"_s);
        QVERIFY(!PermissionsView::refusal(member, member.actor().tenantId).isEmpty());
        QVERIFY(PermissionsView::refusal(*m_session, m_session->actor().administers).isEmpty());
    }

    void saysBeforeHowManyChange()
    {
        PermissionsForm form(*m_session, department());
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy previewed(form.line(), &PermissionsLine::ready);
        QVERIFY(previewed.wait(test::atMost));
        QCOMPARE(form.line()->text(), u"Nobody's permissions change."_s);
        form.choiceOf(u"role_groups.manage"_s)->setCurrentIndex(1);
        QVERIFY(previewed.wait(test::atMost));
        const auto snapshot = m_session->snapshot();
        const auto expected =
            access::preview(*snapshot, snapshot->findOrganization(department()), form.wanted());
        QVERIFY(expected.people > 1 && expected.lose == 0);
        QVERIFY2(form.line()->text().contains(QLocale().toString(expected.people)),
                 qPrintable(form.line()->text()));
        form.choiceOf(u"role_groups.manage"_s)->setCurrentIndex(0); // as it was
        QVERIFY(previewed.wait(test::atMost));
        QCOMPARE(form.line()->text(), u"Nobody's permissions change."_s);
    }

    // A move changes what is inherited: dropping and the dialog both ask with this.
    void aMoveSaysWhosePermissionsChange()
    {
        const auto snapshot = m_session->snapshot();
        const auto under = snapshot->findOrganization(department());
        directory::OrganizationIndex moved;
        for (const auto each : snapshot->children(snapshot->organization(under).parent()))
            if (each != under && snapshot->organization(each).totalMemberCount() > 0)
                moved = each;
        QVERIFY(moved.isValid());
        const auto expected = access::previewMove(*snapshot, moved, under);
        QVERIFY(expected.people > 0);
        const auto said = [&](const std::function<void()> &before = {}) {
            if (before)
                before();
            OrganizationsPage page(*m_session);
            Q_EMIT page.findChild<OrganizationTreeModel *>()->moveRequested(
                snapshot->organization(moved).id(), snapshot->organization(under).id());
            auto *line = page.findChild<PermissionsLine *>();
            if (line && line->text().isEmpty())
                QSignalSpy(line, &PermissionsLine::ready).wait(test::atMost);
            return line ? line->text() : QString();
        };
        const Scope all{ScopeKind::Tenant, m_session->actor().administers.uuid(),
                        m_session->actor().administers.uuid()};
        QVERIFY(said([&] {
                    m_session->setHeldScopes({all});
                }).contains(u"permissions of "_s + QLocale().toString(expected.people)));
        // Who doesn't see what is set isn't told that nothing changes.
        QVERIFY(said([&] { m_session->setHeldScopes({}); }).contains(u"is refused"_s));
    }

    void savesTheWholeWithWhatWasSeen()
    {
        PermissionsForm form(*m_session, department());
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(test::unnamedControls(&form), QStringList());
        form.dataScope()->setCurrentIndex(1 + 3); // the whole tenant
        form.choiceOf(u"spaces.create"_s)->setCurrentIndex(0);
        form.save();
        QVERIFY(m_session->commands().isEmpty()); // without a reason
        form.reason()->setText(u"because"_s);
        form.save();
        QCOMPARE(last().kind, u"organization_permissions_set"_s);
        QCOMPARE(last().payload["data_scope"_L1].toString(), u"tenant"_s);
        QCOMPARE(last().payload["allowed"_L1].toArray(), QJsonArray{u"members.status"_s});
        QCOMPARE(last().payload["denied"_L1].toArray(), QJsonArray());
        QCOMPARE(last().seen[department().toString()]["permissions"_L1].toInt(), 1);
        // INB-6: the other version beside it, in words.
        OrganizationPermissionRow newer = *m_session->snapshot()->permissionsSetAt(department());
        newer.dataScope = u"none"_s;
        newer.version = 2;
        directory::Delta delta;
        delta.upserted = {newer};
        m_session->apply(delta);
        const QList<ConflictField> fields = conflictFields(*m_session, last());
        QCOMPARE(fields.size(), 3);
        const auto scope = std::find_if(fields.begin(), fields.end(), [](const ConflictField &field) {
            return field.key == u"data_scope"_s;
        });
        QCOMPARE(scope->now, dataScopeText(u"none"_s));
        QCOMPARE(scope->mine, dataScopeText(u"tenant"_s));
        const auto merged = mergedCommand(*m_session, last(), {u"denied"_s});
        QVERIFY(merged);
        QCOMPARE(merged->payload["data_scope"_L1].toString(), u"none"_s);
        QCOMPARE(merged->seen[department().toString()]["permissions"_L1].toInt(), 2);
    }

    void contradictionsAreSaidAtTheField() // OPM-10
    {
        PermissionsForm form(*m_session, department());
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        form.choiceOf(u"tenant.settings"_s)->setCurrentIndex(1); // implies what is denied here
        form.save();
        QVERIFY(m_session->commands().isEmpty());
        const QString error = form.form()->field(u"denied"_s)->error();
        QVERIFY2(error.contains(Declarations::builtIn().keySentence(u"tenant.settings"_s)) &&
                     error.contains(Declarations::builtIn().keySentence(u"spaces.create"_s)),
                 qPrintable(error));
    }
};

QTEST_MAIN(PermissionsFormTest)
#include "tst_permissionsform.moc"

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// TEN-1, TEN-8 to TEN-10, MOV-2, MOV-3, MOV-8, INB-9, ERR-2, ERR-3: the forms of all kinds of applications
#include "tests/uisupport/fixedsession.h"
#include "ui/pages/applications/afterdecision.h"
#include "ui/pages/applications/applybutton.h"
#include "ui/pages/applications/domainform.h"
#include "ui/pages/applications/forms.h"
#include "ui/pages/applications/foundpicker.h"
#include "ui/pages/applications/joinform.h"
#include "ui/pages/applications/leaveform.h"
#include "ui/pages/applications/renameform.h"
#include "ui/pages/applications/replacementform.h"
#include "ui/pages/applications/tenantform.h"
#include "ui/pages/organizations/pickers.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::applications;
using test::FixedSession;

class ApplicationFormsTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;

    void open(const QString &persona) { m_session = std::make_unique<FixedSession>(persona); }
    /// Somebody who belongs to the default system tenant and administers nothing.
    void openApplicant()
    {
        open(u"member"_s);
        directory::Delta delta;
        UserRow self =
            m_session->snapshot()->user(m_session->snapshot()->findUser(m_session->userId())).row();
        self.tenantId = m_session->world().tenants.front().id;
        delta.upserted.push_back(self);
        for (const TenantRow &tenant : m_session->world().tenants)
            if (tenant.isDefault)
                delta.upserted.push_back(tenant);
        m_session->apply(delta);
    }
    [[nodiscard]] Command last() const { return m_session->commands().constLast().command; }
    [[nodiscard]] static QString errorAt(const CommandDialog &form, const QString &field)
    {
        return form.form()->field(field)->error();
    }
    [[nodiscard]] QStringList usable() const
    {
        QStringList keys;
        for (const KindOfForm &kind : kindsOfForms())
            if (!kind.refusal(*m_session))
                keys.append(kind.key);
        return keys;
    }

private Q_SLOTS:
    void everybodyIsOfferedWhatTheyCanAskFor() // TEN-2, MOV-2, MOV-3
    {
        open(u"tenant_administrator"_s);
        QCOMPARE(usable(),
                 (QStringList{u"domain_change"_s, u"administrator_replacement"_s, u"tenant_rename"_s}));
        open(u"member"_s);
        QCOMPARE(usable(), QStringList(u"leave"_s));
        openApplicant();
        QCOMPARE(usable(), (QStringList{u"tenant_creation"_s, u"join"_s}));
    }

    void oneOpenApplicationClosesTheOthers() // MOV-7
    {
        openApplicant();
        ApplicationRow row;
        row.id = ApplicationId::make(m_session->now());
        row.applicationKind = u"join"_s;
        row.applicantId = m_session->userId();
        m_session->apply({{row}, {}});
        QCOMPARE(usable(), QStringList());
    }

    void theMenuSaysWhyNot()
    {
        open(u"member"_s);
        ApplyButton button(*m_session);
        Q_EMIT button.menu()->aboutToShow();
        QCOMPARE(button.menu()->actions().size(), kindsOfForms().size());
        for (const QAction *action : button.menu()->actions())
            QVERIFY(action->isEnabled() != (action->toolTip() != action->text()));
    }

    void leaving() // MOV-2
    {
        open(u"member"_s);
        auto *form = new LeaveForm(*m_session, nullptr);
        form->save();
        QVERIFY(!errorAt(*form, u"reason"_s).isEmpty());
        QVERIFY(m_session->commands().isEmpty());
        form->reason()->setPlainText(u"  new team  "_s);
        form->save();
        QCOMPARE(last().kind, u"leave_submit"_s);
        QCOMPARE(last().payload["reason"_L1].toString(), u"new team"_s);
        const CommandId id = m_session->commands().constLast().id();
        m_session->answer(id, {Error{ErrorClass::Business, u"leave.has_application"_s, {}, {}}});
        QCOMPARE(form->reason()->toPlainText(), u"  new team  "_s); // ERR-2
        delete form;
    }

    void joiningFindsTheTenantOnTheServer() // MOV-3, MOV-8
    {
        openApplicant();
        const QUuid wanted = QUuid::createUuid();
        m_session->setAnswer(
            sync::Question::FindTenants, [&](const QJsonObject &asked) -> Result<QJsonValue> {
                if (asked["text"_L1].toString() != u"质效"_s)
                    return QJsonObject{{u"tenants"_s, QJsonArray()}};
                return QJsonObject{
                    {u"tenants"_s, QJsonArray{QJsonObject{{u"id"_s, wanted.toString(QUuid::WithoutBraces)},
                                                          {u"name"_s, u"质效技术部"_s},
                                                          {u"code"_s, u"ZX"_s}}}}};
            });
        JoinForm form(*m_session, nullptr);
        form.show();
        form.reason()->setPlainText(u"r"_s);
        form.save();
        QVERIFY(!errorAt(form, u"tenant_id"_s).isEmpty());
        QTest::keyClicks(form.tenant()->search(), u"zz"_s);
        QTRY_VERIFY(!form.tenant()->list()->isVisible() && form.tenant()->list()->count() == 0);
        form.tenant()->search()->clear();
        form.tenant()->search()->insert(u"质效"_s);
        Q_EMIT form.tenant()->search()->textEdited(u"质效"_s);
        QTRY_COMPARE(form.tenant()->list()->count(), 1);
        QTest::keyClick(form.tenant()->search(), Qt::Key_Down);
        QVERIFY(form.tenant()->chosen());
        QCOMPARE(form.tenant()->chosen()->id, wanted);
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        form.save();
        QCOMPARE(last().kind, u"join_submit"_s);
        QCOMPARE(QUuid::fromString(last().payload["tenant_id"_L1].toString()), wanted);
    }

    void withoutAConnectionTheSearchSaysSo()
    {
        openApplicant();
        FoundPicker picker(*m_session, sync::Question::FindTenants);
        picker.setTexts(u"hint"_s, {});
        picker.search()->setText(u"质效"_s);
        Q_EMIT picker.search()->textEdited(u"质效"_s);
        QTRY_VERIFY(!picker.findChildren<QLabel *>().constLast()->text().isEmpty() &&
                    picker.findChildren<QLabel *>().constLast()->text() != FoundPicker::tr("Searching…"));
        QVERIFY(!picker.chosen());
    }

    void domainFollowsItsRule() // TEN-9, ERR-3
    {
        open(u"tenant_administrator"_s);
        DomainForm form(*m_session, nullptr);
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        form.reason()->setPlainText(u"brand"_s);
        const TenantRow tenant = *m_session->snapshot()->tenant(m_session->actor().administers);
        for (const QString &bad : {u"ab"_s, u"-abc"_s, u"abc-"_s, u"a--b"_s, u"a_b"_s, QString(64, u'x'),
                                   tenant.domain.toUpper()}) {
            form.domain()->setText(bad);
            form.save();
            QVERIFY2(!errorAt(form, u"domain"_s).isEmpty(), qPrintable(bad));
        }
        QVERIFY(m_session->commands().isEmpty());
        form.domain()->setText(u"brand-new"_s);
        form.save();
        QCOMPARE(last().kind, u"domain_change_submit"_s);
        QCOMPARE(last().payload["domain"_L1].toString(), u"brand-new"_s);
    }

    void replacingNamesSomebodyElse() // TEN-10
    {
        open(u"tenant_administrator"_s);
        ReplacementForm form(*m_session, nullptr);
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        form.reason()->setPlainText(u"r"_s);
        form.candidate()->choose(m_session->userId());
        form.save();
        QVERIFY(!errorAt(form, u"user_id"_s).isEmpty());
        UserId other;
        const auto snapshot = m_session->snapshot();
        for (const auto user : snapshot->usersOf(snapshot->findTenant(m_session->actor().administers)))
            if (snapshot->user(user).status() == UserStatus::Active &&
                snapshot->user(user).id() != m_session->userId())
                other = snapshot->user(user).id();
        form.candidate()->choose(other);
        form.everyone()->setChecked(true);
        form.save();
        QCOMPARE(last().kind, u"administrator_replacement_submit"_s);
        QCOMPARE(last().payload["user_id"_L1].toString(), other.toString());
        QVERIFY(last().payload["everyone"_L1].toBool());
        // A system administrator does it at once.
        ReplacementForm direct(*m_session, m_session->actor().administers);
        direct.setAttribute(Qt::WA_DeleteOnClose, false);
        direct.reason()->setPlainText(u"r"_s);
        direct.candidate()->choose(other);
        direct.save();
        QCOMPARE(last().kind, u"administrator_replace"_s);
        QVERIFY(last().seen.contains(m_session->actor().administers.toString()));
    }

    void renamingStatesWhatWasSeen() // TEN-8, INB-6
    {
        open(u"tenant_administrator"_s);
        RenameForm form(*m_session);
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        form.name()->setText(u"x"_s);
        form.save();
        QVERIFY(!errorAt(form, u"name"_s).isEmpty());
        form.name()->setText(u"新名称"_s);
        form.save();
        const TenantRow tenant = *m_session->snapshot()->tenant(m_session->actor().administers);
        QCOMPARE(last().kind, u"tenant_rename"_s);
        QCOMPARE(last().seen[tenant.id.toString()][""_L1].toInt(-1), tenant.version);
    }

    void theNameFollowsTheDepartment() // TEN-1
    {
        openApplicant();
        TenantForm form(*m_session, TenantForm::Way::Application, nullptr);
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        QTest::keyClicks(form.edit(u"department"_s), u"QA"_s);
        QCOMPARE(form.edit(u"name"_s)->text(), u"QA-Bots租户"_s);
        QTest::keyClicks(form.edit(u"department"_s), QString(80, u'x'));
        QCOMPARE(form.edit(u"name"_s)->text().size(), 50);
        QVERIFY(form.edit(u"name"_s)->text().endsWith(u"-Bots租户"_s));
        form.edit(u"name"_s)->clear();
        QTest::keyClicks(form.edit(u"name"_s), u"Mine"_s);
        QTest::keyClicks(form.edit(u"department"_s), u"y"_s);
        QCOMPARE(form.edit(u"name"_s)->text(), u"Mine"_s); // typed by the person: theirs
        form.save();
        for (const QString &field :
             {u"code"_s, u"use"_s, u"estimated_users"_s, u"reason"_s}) // ERR-3: all at once; INB-8
            QVERIFY2(!errorAt(form, field).isEmpty(), qPrintable(field));
        QVERIFY(m_session->commands().isEmpty());
    }

    void aProposedNameKeepsWholeCharacters() // TEN-1
    {
        openApplicant();
        TenantForm form(*m_session, TenantForm::Way::Application, nullptr);
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        // The 43rd of the 50 that a name may have is the last before "-Bots租户", and takes two units.
        const QString department = QString(42, u'质') + u"𠮷𠮷"_s;
        form.edit(u"department"_s)->setText(department);
        Q_EMIT form.edit(u"department"_s)->textEdited(department);
        const QString name = form.edit(u"name"_s)->text();
        QCOMPARE(name, QString(QString(42, u'质') + u"𠮷-Bots租户"_s));
        QVERIFY(!m_session->rules().check(u"tenant_application"_s, u"name"_s, name));
    }

    void aRejectedOneIsTakenUpAgain() // INB-9
    {
        openApplicant();
        ApplicationRow row;
        row.id = ApplicationId::make(m_session->now());
        row.applicationKind = u"tenant_creation"_s;
        row.applicantId = m_session->userId();
        row.status = ApplicationStatus::Rejected;
        row.reason = u"pilot"_s;
        row.form = {{u"name"_s, u"QA-Bots租户"_s},  {u"code"_s, u"QA_1"_s},
                    {u"department"_s, u"QA"_s},     {u"use"_s, u"bots"_s},
                    {u"estimated_users"_s, 30},     {u"contact_name"_s, u"张三"_s},
                    {u"contact_details"_s, u"1"_s}, {u"contact_email"_s, u"a@b.cc"_s}};
        const ApplicationEventRow event{
            QUuid::createUuid(), row.id,         1,    u"rejected"_s, m_session->userId(),
            m_session->now(),    u"too vague"_s, false};
        m_session->apply({{row, event}, {}});
        TenantForm form(*m_session, TenantForm::Way::Application, &row);
        form.setAttribute(Qt::WA_DeleteOnClose, false);
        QCOMPARE(form.edit(u"estimated_users"_s)->text(), u"30"_s);
        QCOMPARE(form.reason()->toPlainText(), u"pilot"_s);
        bool told = false;
        for (const QLabel *label : form.findChildren<QLabel *>())
            told = told || label->text().contains(u"too vague"_s);
        QVERIFY(told); // the reviewer's reason stands beside it
        form.save();
        QCOMPARE(last().kind, u"tenant_application_submit"_s);
        QCOMPARE(last().payload["previous_id"_L1].toString(), row.id.toString());
        QVERIFY(last().payload["application_id"_L1].toString() != row.id.toString());
    }

    void ratingAndTakingUpAgain() // KPI-1, INB-9
    {
        AfterDecision after;
        after.retranslate();
        ApplicationRow row;
        row.applicationKind = u"join"_s;
        row.status = ApplicationStatus::Rejected;
        after.show(row, 0);
        const auto buttons = after.findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), 6);
        QVERIFY(!buttons.constLast()->isHidden());
        QSignalSpy rated(&after, &AfterDecision::rated);
        buttons[3]->click();
        QCOMPARE(rated.constFirst().constFirst().toInt(), 4);
        row.status = ApplicationStatus::Approved;
        row.rating = 2;
        after.show(row, 0);
        QVERIFY(buttons[1]->isChecked() && !buttons[3]->isChecked());
        QVERIFY(buttons.constLast()->isHidden());
    }
};

QTEST_MAIN(ApplicationFormsTest)
#include "tst_applicationforms.moc"

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// MEM-3, MEM-6, MEM-9, PRM-9, APP-1, APP-3
#include "core/domain/messages.h"
#include "tests/ui/spaces/spaceworld.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/pages/spaces/addorganizationsdialog.h"
#include "ui/pages/spaces/addpeopledialog.h"
#include "ui/pages/spaces/memberrow.h"
#include "ui/pages/spaces/peoplemodel.h"
#include "ui/pages/spaces/roleandexpiry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::spaces;
using test::FixedSession;

class AddMembersTest final : public QObject
{
    Q_OBJECT

    static QJsonObject person(const QUuid &id, const QString &name)
    {
        return {{u"id"_s, id.toString(QUuid::WithoutBraces)},
                {u"name"_s, name},
                {u"avatar"_s, u""_s},
                {u"staff"_s, true},
                {u"mis"_s, u"zhuge01"_s},
                {u"phone"_s, u"+86 138 **** ****"_s},
                {u"email"_s, u"zhu***@*****.example"_s},
                {u"same_tenant"_s, false}};
    }
    static QJsonValue answer(const QJsonArray &people, bool more = false)
    {
        return QJsonObject{{u"people"_s, people}, {u"more"_s, more}};
    }
    static bool says(const QWidget &widget, const QString &text)
    {
        for (const QLabel *label : widget.findChildren<QLabel *>())
            if (!label->isHidden() && label->text().contains(text))
                return true;
        return false;
    }
    static void search(AddPeopleDialog &dialog, const QString &query)
    {
        auto *field = dialog.findChild<SearchField *>();
        field->setText(query);
        QTest::keyClick(field, Qt::Key_Return);
    }
    static const UserRow &somebody(const FixedSession &session, bool outside)
    {
        const TenantId own = test::rowOf(session, test::busySpace(session)).tenantId;
        const auto &users = session.world().users;
        QHash<QUuid, Role> in = memberRoles(MemberSource(session), {test::busySpace(session)});
        for (const OutsiderRow &outsider : session.world().outsiders)
            in.insert(outsider.userId.uuid(), Role::None);
        return *std::find_if(users.begin(), users.end(), [&](const UserRow &u) {
            return (u.tenantId != own) == outside && u.status == UserStatus::Active &&
                   !in.contains(u.id.uuid()) && u.name.size() > 1;
        });
    }

private Q_SLOTS:
    void ownCopyFirstThenTheServersHits() // MEM-3, MEM-9
    {
        FixedSession session(u"tenant_administrator"_s);
        const QUuid stranger = makeUuid7(session.now());
        QStringList asked;
        session.setAnswer(sync::Question::SearchPeople, [&](const QJsonObject &arguments) {
            asked += arguments["text"_L1].toString();
            return answer({person(stranger, u"诸葛甲"_s)});
        });
        AddPeopleDialog dialog(session, {test::busySpace(session)});
        PeopleModel *model = dialog.model();
        QAbstractItemModelTester tester(model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(model->rowCount() > 0); // the first of the tenant
        const QString name = somebody(session, false).name;
        search(dialog, name);
        QTRY_VERIFY(model->finder().server() == PeopleSearch::Server::Answered && !model->finder().isBusy());
        QCOMPARE(asked, QStringList{name});
        QVERIFY(model->rowCount() >= 2);
        QVERIFY(model->index(0).data().toString().contains(name));
        const QModelIndex last = model->index(model->rowCount() - 1);
        QCOMPARE(last.data().toString(), u"诸葛甲/zhuge01"_s); // name/mis of staff
        QCOMPARE(last.data(PeopleModel::PhoneRole).toString(), u"+86 138 **** ****"_s);
        QCOMPARE(last.data(PeopleModel::EmailRole).toString(), u"zhu***@*****.example"_s);
        // One letter is too little for the server.
        search(dialog, u"a"_s);
        QTRY_VERIFY(!model->finder().isBusy());
        QCOMPARE(asked.size(), 1);
        QCOMPARE(model->finder().server(), PeopleSearch::Server::NotAsked);
    }

    void theMatchingPartIsHighlightedInEveryField() // MEM-3
    {
        FixedSession session(u"tenant_administrator"_s);
        session.setAnswer(sync::Question::SearchPeople, [&](const QJsonObject &) {
            return answer({person(makeUuid7(session.now()), u"诸葛甲"_s)});
        });
        AddPeopleDialog dialog(session, {test::busySpace(session)});
        PeopleModel *model = dialog.model();
        const auto range = [&](const QString &query, int role) {
            search(dialog, query);
            [&] {
                QTRY_VERIFY(model->finder().server() == PeopleSearch::Server::Answered &&
                            !model->finder().isBusy());
            }();
            const auto ranges = model->index(model->rowCount() - 1).data(role).value<QList<TextRange>>();
            return ranges.isEmpty() ? TextRange() : ranges.constFirst();
        };
        QCOMPARE(range(u"zhugejia"_s, MatchesRole), (TextRange{0, 3})); // by pinyin
        QCOMPARE(range(u"zhuge01"_s, MatchesRole), (TextRange{4, 7}));
        QCOMPARE(range(u"138"_s, PeopleModel::PhoneMatchesRole), (TextRange{4, 3}));
        QCOMPARE(range(u"zhu"_s, PeopleModel::EmailMatchesRole), (TextRange{0, 3}));
    }

    void offlineSaysWhereItSearches() // MEM-3, INB-3
    {
        FixedSession session(u"tenant_administrator"_s);
        AddPeopleDialog dialog(session, {test::busySpace(session)});
        sync::SyncState state = session.state();
        state.online = false;
        session.setState(state);
        search(dialog, somebody(session, false).name);
        QTRY_VERIFY(!dialog.model()->finder().isBusy());
        QVERIFY(dialog.model()->rowCount() > 0);
        const QString count = QLocale().toString(session.snapshot()->userCount());
        QVERIFY(says(
            dialog, AddPeopleDialog::tr(
                        "Offline: searched only among the %1 people that were synchronized to this computer.")
                        .arg(count)));
        // Back online, the server is asked by itself.
        session.setAnswer(sync::Question::SearchPeople, [&](const QJsonObject &) {
            return answer({person(makeUuid7(session.now()), u"诸葛甲"_s)});
        });
        state.online = true;
        session.setState(state);
        QTRY_COMPARE(dialog.model()->finder().server(), PeopleSearch::Server::Answered);
    }

    void refusalsAreSaid() // MEM-9
    {
        FixedSession session(u"tenant_administrator"_s);
        session.setAnswer(sync::Question::SearchPeople, [](const QJsonObject &) -> Result<QJsonValue> {
            return tl::unexpected(Error{ErrorClass::Business, u"grant.not_allowed"_s, {}, {}});
        });
        AddPeopleDialog dialog(session, {test::busySpace(session)});
        search(dialog, u"wang"_s);
        QTRY_COMPARE(dialog.model()->finder().server(), PeopleSearch::Server::Refused);
        QVERIFY(says(dialog, dialog.model()->finder().refusal()));
    }

    void aFullDiskLosesNobodyWhoWasChosen() // ERR-2
    {
        FixedSession session(u"tenant_administrator"_s);
        AddPeopleDialog dialog(session, {test::busySpace(session)});
        PeopleModel *model = dialog.model();
        search(dialog, somebody(session, false).name);
        QTRY_VERIFY(model->rowCount() > 0 && !model->finder().isBusy());
        model->setData(model->index(0), Qt::Checked, Qt::CheckStateRole);
        dialog.show();
        const Error error{ErrorClass::System, u"queue.closed"_s, {}, {}};
        session.failSubmits(error);
        QSignalSpy added(&dialog, &AddMembersDialog::added);
        dialog.accept();
        QTRY_VERIFY(says(dialog, sentence(error)));
        QVERIFY(dialog.isVisible());
        QVERIFY(added.isEmpty());
        QCOMPARE(model->index(0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        session.failSubmits({});
        dialog.accept();
        QVERIFY(!dialog.isVisible());
        QCOMPARE(added.size(), 1);
        QCOMPARE(session.commands().size(), 1);
    }

    void strangersAreNamedWhileTheyWait() // MEM-3
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceId space = test::busySpace(session);
        session.setAnswer(sync::Question::SearchPeople, [&](const QJsonObject &) {
            return answer({person(makeUuid7(session.now()), u"诸葛甲"_s)});
        });
        AddPeopleDialog dialog(session, {space});
        PeopleModel *model = dialog.model();
        search(dialog, u"zhuge01"_s);
        QTRY_VERIFY(model->rowCount() > 0 && !model->finder().isBusy());
        model->setData(model->index(model->rowCount() - 1), Qt::Checked, Qt::CheckStateRole);
        search(dialog, u"nobody like this"_s); // what is chosen stays chosen
        QCOMPARE(model->chosen().size(), 1);
        dialog.accept();
        bool shown = false;
        for (const MemberRow &row : memberRows(MemberSource(session), {space}))
            shown |= row.name == u"诸葛甲" && row.pending.state == PendingChange::Queued;
        QVERIFY(shown);
    }

    void outsidersAreAnnouncedBeforeSaving() // MEM-6
    {
        FixedSession session(u"tenant_administrator"_s);
        AddPeopleDialog dialog(session, {test::busySpace(session)});
        PeopleModel *model = dialog.model();
        const auto warned = [&] {
            int shown = 0;
            for (const Banner *banner : dialog.findChildren<Banner *>())
                shown += !banner->isHidden();
            return shown == 1;
        };
        QVERIFY(!warned());
        search(dialog, somebody(session, true).name);
        QTRY_VERIFY(model->rowCount() > 0 && !model->finder().isBusy());
        for (int i = 0; i < model->rowCount(); ++i)
            model->setData(model->index(i), Qt::Checked, Qt::CheckStateRole);
        QVERIFY(warned());
        dialog.choice()->setRole(Role::Editor);
        dialog.choice()->setDays(30);
        QSignalSpy added(&dialog, &AddMembersDialog::added);
        dialog.accept();
        QCOMPARE(added.size(), 1);
        const QJsonObject wish =
            session.commands().constLast().command.payload["grants"_L1].toArray().first().toObject();
        QCOMPARE(wish["role"_L1].toString(), u"editor"_s);
        QCOMPARE(wish["expires_at"_L1].toInteger(), toMicroseconds(session.now() + std::chrono::days(30)));
    }

    void theQuotaOfOutsidersIsSaidAndKept() // MEM-6, EXT-2
    {
        FixedSession session(u"tenant_administrator"_s);
        const SpaceId space = test::busySpace(session);
        const TenantId tenant = test::rowOf(session, space).tenantId;
        const int used = int(session.snapshot()->outsidersOf(tenant).size());
        SettingRow limit;
        limit.id = QUuid::createUuid();
        limit.tenantId = tenant;
        limit.key = u"outsiders_limit"_s;
        limit.version = 1;
        const auto says = [&](int most) {
            limit.value = QString::number(most);
            directory::Delta delta;
            delta.upserted.emplace_back(limit);
            session.apply(delta);
            AddPeopleDialog dialog(session, {space});
            PeopleModel *model = dialog.model();
            search(dialog, somebody(session, true).name);
            [&] { QTRY_VERIFY(model->rowCount() > 0 && !model->finder().isBusy()); }();
            for (int i = 0; i < model->rowCount() && model->chosen().isEmpty(); ++i)
                if (model->index(i).data().toString().contains(somebody(session, true).name))
                    model->setData(model->index(i), Qt::Checked, Qt::CheckStateRole);
            const qsizetype before = session.commands().size();
            dialog.accept();
            return session.commands().size() > before;
        };
        QVERIFY(!says(used)); // nobody more
        QVERIFY(says(used + 1));
    }

    void openDialogsFollowTheLanguage() // APP-1
    {
        FixedSession session(u"tenant_administrator"_s);
        AddOrganizationsDialog organizations(session, {test::busySpace(session)});
        AddPeopleDialog people(session, {test::busySpace(session)});
        for (QDialog *dialog : {static_cast<QDialog *>(&organizations), static_cast<QDialog *>(&people)}) {
            const QString title = dialog->windowTitle();
            dialog->setWindowTitle(u"old"_s);
            dialog->findChild<SearchField *>()->setPlaceholderText(u"old"_s);
            QEvent event(QEvent::LanguageChange);
            QCoreApplication::sendEvent(dialog, &event);
            QCOMPARE(dialog->windowTitle(), title);
            QVERIFY(dialog->findChild<SearchField *>()->placeholderText() != u"old");
        }
    }

    void typingOver200000PeopleNeverStallsTheWindow() // MEM-3, APP-3
    {
        demo::Size size;
        size.users = 200'000;
        FixedSession session(u"tenant_administrator"_s, size);
        QVERIFY(session.snapshot()->userCount() > 190'000);
        session.setAnswer(sync::Question::SearchPeople, [&](const QJsonObject &) {
            QJsonArray people;
            for (int i = 0; i < 50; ++i)
                people += person(makeUuid7(session.now()), u"王某"_s);
            return answer(people, true);
        });
        AddPeopleDialog dialog(session, {test::busySpace(session)});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        auto *field = dialog.findChild<SearchField *>();
        test::LoopWatch watch;
        for (const QString &query : {u"wangxiaoming"_s, u"zs"_s, u"王小"_s, u"1380013"_s, u"@"_s}) {
            field->clear();
            for (const QChar letter : query) {
                QTimer::singleShot(0, field, [field, letter] { field->insert(QString(letter)); });
                const int from = watch.turns();
                QTRY_VERIFY(watch.turns() > from + 3);
                QTest::keyClick(field, Qt::Key_Return); // as a pause of typing
            }
            QTRY_VERIFY(!dialog.model()->finder().isBusy());
            const int from = watch.turns();
            QTRY_VERIFY(watch.turns() > from + 3);
        }
        qInfo("typing over 200,000 people: the longest turn of the loop took %.1f ms", watch.longest());
        QVERIFY2(watch.longest() < test::LoopWatch::bar, qPrintable(QString::number(watch.longest())));
    }
};

QTEST_MAIN(AddMembersTest)
#include "tst_addmembers.moc"

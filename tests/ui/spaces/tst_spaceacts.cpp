// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// SPC-5, SPC-8, SPC-9, SPC-11, PRM-8, MEM-10
#include "tests/ui/spaces/spaceworld.h"
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/loopwatch.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/spaces/ownerdialog.h"
#include "ui/pages/spaces/resourcesmodel.h"
#include "ui/pages/spaces/resourcespane.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spaceform.h"
#include "ui/pages/spaces/spaceinfopane.h"
#include "ui/pages/spaces/spacelistmodel.h"
#include "ui/pages/spaces/spacespage.h"
#include "ui/pages/spaces/spaceview.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/searchfield.h"

#include <QAbstractItemModelTester>
#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::spaces;
using test::FixedSession;

class SpaceActsTest final : public QObject
{
    Q_OBJECT

    static void dress(QWidget &page)
    {
        QEvent event(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&page, &event);
    }
    /// A space of the actor's own with so many resources.
    static SpaceId ownSpace(FixedSession &session, int resources = 3)
    {
        const directory::Delta delta =
            test::newSpace(test::rowOf(session, test::busySpace(session)), u"自己的空间"_s, session.userId(),
                           resources, session.now());
        session.apply(delta);
        return test::spaceOf(delta);
    }
    static QPushButton *button(const QWidget &parent, const QString &text)
    {
        for (QPushButton *button : parent.findChildren<QPushButton *>())
            if (button->text() == text)
                return button;
        return nullptr;
    }
    static const QueuedCommand &last(const QList<QueuedCommand> &commands) { return commands.constLast(); }

private Q_SLOTS:
    void archivingCanBeTakenBack() // SPC-9, INB-5
    {
        FixedSession session(u"tenant_administrator"_s);
        SpacesPage page(session);
        dress(page);
        page.showObject(ownSpace(session).toString());
        std::function<void()> undo;
        connect(&page, &Page::toastRequested, this,
                [&](const QString &, const std::function<void()> &back) { undo = back; });
        page.view()->information()->archiveOrRestore();
        const CommandId done = last(session.commands()).id();
        QCOMPARE(last(session.commands()).command.kind, u"space_archive"_s);
        undo();
        QCOMPARE(last(session.commands()).state, CommandState::Discarded); // it hadn't been sent
        page.view()->information()->archiveOrRestore();
        const CommandId sent = last(session.commands()).id();
        QVERIFY(sent != done);
        session.answer(sent);
        undo();
        const Command inverse = last(session.commands()).command;
        QCOMPARE(inverse.kind, u"space_restore"_s);
        QCOMPARE(inverse.seen[page.view()->space().toString()]["status"_L1]["after"_L1].toString(),
                 sent.toString());
    }

    void deletingTakesTheTypedName() // SPC-5
    {
        FixedSession session(u"tenant_administrator"_s);
        SpacesPage page(session);
        dress(page);
        const SpaceId space = ownSpace(session, 5);
        page.showObject(space.toString());
        page.show();
        page.view()->information()->remove();
        auto *dialog = page.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        auto *impact = dialog->findChild<ImpactLine *>(); // PRM-5
        QVERIFY(impact);
        QTRY_VERIFY(impact->difference());
        QVERIFY(impact->difference()->losing() >= 1); // the owner at least
        QPushButton *confirm = button(*dialog, SpaceInfoPane::tr("Delete"));
        QVERIFY(!confirm->isEnabled());
        auto *typed = dialog->findChild<QLineEdit *>();
        QTest::keyClicks(typed, u"almost"_s);
        QVERIFY(!confirm->isEnabled());
        typed->setText(u"自己的空间"_s);
        QTest::mouseClick(confirm, Qt::LeftButton);
        const Command command = last(session.commands()).command;
        QCOMPARE(command.kind, u"space_delete"_s);
        QCOMPARE(command.payload["name"_L1].toString(), u"自己的空间"_s);
        QCOMPARE(command.seen[space.toString()].toObject().keys(),
                 (QStringList{u"details"_s, u"modules"_s, u"owner"_s, u"status"_s}));
    }

    void buttonsSayWhyTheyCantBeUsed() // SPC-6, SPC-11
    {
        FixedSession session(u"tenant_administrator"_s);
        directory::Delta delta = test::newSpace(test::rowOf(session, test::busySpace(session)), u"别人的"_s,
                                                session.world().personas.at(3).userId, 2, session.now());
        session.apply(delta);
        SpacesPage page(session);
        dress(page);
        page.showObject(test::spaceOf(delta).toString());
        SpaceInfoPane *pane = page.view()->information();
        for (const QString &text : {SpaceInfoPane::tr("Edit…"), SpaceInfoPane::tr("Modules…"),
                                    SpaceInfoPane::tr("Archive"), SpaceInfoPane::tr("Delete…")}) {
            QVERIFY2(!button(*pane, text)->isEnabled(), qPrintable(text));
            QVERIFY(!button(*pane, text)->toolTip().isEmpty());
        }
        QVERIFY(button(*pane, SpaceInfoPane::tr("Transfer ownership…"))
                    ->isEnabled()); // the tenant's administrator may
    }

    void everyKindOfResourceIsListed() // SPC-8
    {
        FixedSession session(u"tenant_administrator"_s);
        ResourcesPane pane(session);
        QAbstractItemModelTester tester(pane.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QAbstractItemModelTester sorted(pane.table()->model(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        pane.setSpace(ownSpace(session, 7));
        QCOMPARE(pane.model()->rowCount(), 7);
        QSet<QString> kinds;
        for (int row = 0; row < 7; ++row) {
            kinds.insert(pane.model()->rowAt(row).kind);
            QCOMPARE(pane.model()->rowAt(row).grants, std::optional(0));
        }
        QCOMPARE(kinds.size(), 7);
        for (int column = 0; column < ResourcesModel::ColumnCount; ++column)
            pane.table()->sortByColumn(column, Qt::DescendingOrder);
        auto *search = pane.findChild<SearchField *>();
        search->setText(u"资源 3"_s);
        Q_EMIT search->queryChanged(u"资源 3"_s);
        QCOMPARE(pane.table()->model()->rowCount(), 1);
    }

    void accessIsToggledWithUndo() // PRM-8
    {
        FixedSession session(u"tenant_administrator"_s);
        ResourcesPane pane(session);
        pane.setSpace(ownSpace(session));
        std::function<void()> undo;
        connect(&pane, &ResourcesPane::toastRequested, this,
                [&](const QString &, const std::function<void()> &back) { undo = back; });
        QPushButton *access = pane.findChildren<QPushButton *>().at(0);
        QVERIFY(!access->isEnabled() && !access->toolTip().isEmpty()); // nothing is chosen
        pane.select(pane.model()->rowAt(0).id);
        QVERIFY(access->isEnabled());
        QTest::mouseClick(access, Qt::LeftButton);
        QVERIFY(session.commands().isEmpty());
        auto *dialog = pane.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        auto *impact = dialog->findChild<ImpactLine *>(); // PRM-5
        QVERIFY(impact);
        QTRY_VERIFY(impact->difference());
        dialog->accept();
        QCOMPARE(last(session.commands()).command.payload["restricted"_L1].toBool(), true);
        QCOMPARE(last(session.commands()).command.seen[pane.current().toString()].toObject().keys(),
                 QStringList{u"access"_s});
        pane.refresh();
        QVERIFY(pane.model()->rowAt(0).queued);
        undo();
        QCOMPARE(last(session.commands()).state, CommandState::Discarded);
    }

    void whoLocksThemselfOutIsAsked() // PRM-8
    {
        FixedSession session(u"tenant_administrator"_s);
        directory::Delta delta = test::newSpace(test::rowOf(session, test::busySpace(session)), u"别人的"_s,
                                                session.world().personas.at(3).userId, 2, session.now());
        const SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
        delta.upserted.emplace_back(test::grantOn(space, SubjectKind::User, session.userId().uuid(),
                                                  Role::Administrator, session.now()));
        session.apply(delta);
        ResourcesPane pane(session);
        pane.setSpace(space.id);
        pane.select(pane.model()->rowAt(0).id);
        pane.toggleAccess();
        QVERIFY(session.commands().isEmpty());
        auto *dialog = pane.findChild<ConfirmDialog *>();
        QVERIFY(dialog);
        dialog->accept();
        QCOMPARE(session.commands().size(), 1);
    }

    void resourcesAreHandedOver() // SPC-7
    {
        FixedSession session(u"tenant_administrator"_s);
        ResourcesPane pane(session);
        pane.setSpace(ownSpace(session));
        pane.select(pane.model()->rowAt(1).id);
        OwnerDialog dialog(session, pane.current(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const Command command =
            makeResourceTransfer(session.snapshot(), pane.current(), session.world().personas.at(3).userId);
        QCOMPARE(command.kind, u"resource_transfer"_s);
        QCOMPARE(command.seen[pane.current().toString()].toObject().keys(), QStringList{u"owner"_s});
    }

    void createdOfflineItWaitsInTheList() // INB-3, INB-5
    {
        FixedSession session(u"tenant_administrator"_s);
        sync::SyncState state = session.state();
        state.online = false;
        session.setState(state);
        SpacesPage page(session, u"abs"_s);
        dress(page);
        const Command command =
            makeSpaceCreate(SpaceId::make(session.now()), session.actor().tenantId,
                            {.name = u"还没有"_s, .edition = u"basic"_s, .modules = {u"abs"_s}});
        session.submit(command);
        const QString id = command.payload["space_id"_L1].toString();
        QVERIFY(page.showObject(id));
        bool said = false;
        for (const QLabel *label : page.findChildren<QLabel *>())
            said = said || label->text() == SpaceView::tr("Not created yet");
        QVERIFY(said);
    }

    void onlyWhomTheTenantLetsMayCreate() // SPC-1
    {
        FixedSession administrator(u"tenant_administrator"_s), member(u"member"_s);
        QCOMPARE(whyNotCreated(administrator), QString());
        QVERIFY(!whyNotCreated(member).isEmpty());
        SettingRow all;
        all.id = QUuid::createUuid();
        all.tenantId = member.actor().tenantId;
        all.key = u"space_creation"_s;
        all.value = u"\"all\""_s;
        directory::Delta delta;
        delta.upserted.emplace_back(all);
        member.apply(delta);
        QCOMPARE(whyNotCreated(member), QString());
        all.value = u"\"members\""_s;
        delta.upserted = {all};
        member.apply(delta);
        QVERIFY(!whyNotCreated(member).isEmpty());
    }

    void picturesAreDecodedWithBounds() // SPC-4
    {
        const auto encoded = [](int side, const char *format) {
            QImage image(side, side, QImage::Format_RGB32);
            image.fill(Qt::red);
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, format);
            return AvatarChoice{AvatarChoice::Kind::Picture, {}, bytes};
        };
        QCOMPARE(Avatar::pictureOf(encoded(128, "PNG")).size(), QSize(128, 128));
        QCOMPARE(Avatar::pictureOf(encoded(128, "JPG")).size(), QSize(128, 128));
        QVERIFY(Avatar::pictureOf(encoded(1500, "PNG")).isNull()); // small as a file, large when unfolded
        QVERIFY(Avatar::pictureOf(encoded(128, "BMP")).isNull());
        QVERIFY(Avatar::pictureOf({AvatarChoice::Kind::Picture, {}, "\x89PNG\r\n\x1a\n nothing"}).isNull());
        QVERIFY(
            Avatar::pictureOf({AvatarChoice::Kind::Icon, u"flag"_s, encoded(128, "PNG").picture}).isNull());
    }

    void avatarsComeFromTheSnapshot() // SPC-4
    {
        FixedSession session(u"tenant_administrator"_s);
        SpaceRow space = test::rowOf(session, ownSpace(session));
        space.avatarKind = u"picture"_s;
        SpacePictureRow picture;
        picture.id = space.id;
        picture.tenantId = space.tenantId;
        picture.content = "\xff\xd8\xff picture";
        directory::Delta delta;
        delta.upserted = {space, picture};
        session.apply(delta);
        const auto avatar = [&] {
            return avatarOf(*session.snapshot(),
                            session.snapshot()->space(session.snapshot()->findSpace(space.id)));
        };
        QCOMPARE(avatar().kind, AvatarChoice::Kind::Picture);
        QCOMPARE(avatar().picture, picture.content);
        delta = {};
        delta.removed = {{RowKind::SpacePicture, space.id.uuid()}};
        session.apply(delta);
        QCOMPARE(avatar().kind, AvatarChoice::Kind::Default); // until the picture comes
        QVERIFY(session.snapshot()->row({RowKind::Space, space.id.uuid()}) == directory::Row(space));
    }

    void fiveHundredResourcesStayQuick() // SPC-8
    {
        FixedSession session(u"tenant_administrator"_s);
        ResourcesPane pane(session);
        const SpaceId space = ownSpace(session, 500);
        const double start = test::processorTime();
        pane.setSpace(space);
        const double took = test::processorTime() - start;
        qInfo("500 resources in %.1f ms", took);
        QVERIFY2(took < test::LoopWatch::bar, qPrintable(QString::number(took)));
        QCOMPARE(pane.model()->rowCount(), 500);
    }

    void everyTabIsReachableByKeyboard() // APP-2
    {
        FixedSession session(u"tenant_administrator"_s);
        SpacesPage page(session);
        dress(page);
        page.showObject(ownSpace(session).toString());
        page.resize(1100, 760);
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        for (const SpaceView::Tab tab : {SpaceView::Information, SpaceView::Resources}) {
            page.view()->showTab(tab);
            QCOMPARE(test::unreachableControls(&page), QStringList());
            QCOMPARE(test::unnamedControls(&page), QStringList());
        }
    }
};

QTEST_MAIN(SpaceActsTest)
#include "tst_spaceacts.moc"

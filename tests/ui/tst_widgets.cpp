// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/avatar.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/countbadge.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"
#include "ui/widgets/timeline.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestWidgets final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initials_data();
    void initials();
    void avatarKeepsItsColour();
    void badgeHidesAtNothing();
    void searchWaitsForAPause();
    void searchMayAnswerEachLetter();
    void escapeClearsTheSearch();
    void unusableSaysWhy();
    void checksAreSpoken();
    void emptyRowsAreHidden();
    void timelineShowsWhatItIsGiven();
    void longSentencesOfAnEmptyListAreShownWhole();
    void namesWithAnAmpersandCanBeTyped();
    void spans_data();
    void spans();
};

void TestWidgets::initials_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("shown");
    QTest::newRow("Chinese person") << u"张三"_s << u"三"_s;
    QTest::newRow("Chinese tenant") << u"质效技术部租户"_s << u"质"_s;
    QTest::newRow("two words") << u"ana maría lópez"_s << u"AL"_s;
    QTest::newRow("one word") << u"wei"_s << u"W"_s;
    QTest::newRow("outside the BMP") << u"李𠮷"_s << u"𠮷"_s;
    QTest::newRow("nothing") << u"  "_s << u"?"_s;
}

void TestWidgets::initials()
{
    QFETCH(QString, name);
    QTEST(Avatar::initials(name), "shown");
}

void TestWidgets::avatarKeepsItsColour()
{
    QCOMPARE(Avatar::colourFor(u"a"_s), Avatar::colourFor(u"a"_s));
    QVERIFY(Avatar::colourFor(u"a"_s) != Avatar::colourFor(u"b"_s));
}

void TestWidgets::badgeHidesAtNothing()
{
    CountBadge badge;
    badge.setCount(3);
    QVERIFY(!badge.isHidden());
    badge.setCount(0);
    QVERIFY(badge.isHidden());
    QCOMPARE(CountBadge::textFor(1000), u"999+"_s);
}

void TestWidgets::searchWaitsForAPause()
{
    SearchField field;
    QSignalSpy changed(&field, &SearchField::queryChanged);
    QTest::keyClicks(&field, u"zs"_s);
    QVERIFY(changed.isEmpty());
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toString(), u"zs"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(changed.size(), 1); // the same query is not asked twice
    QTest::keyClicks(&field, u"x"_s);
    QTest::keyClick(&field, Qt::Key_Return);
    QCOMPARE(changed.size(), 2);
}

void TestWidgets::searchMayAnswerEachLetter()
{
    SearchField field;
    field.setAnswersEachLetter(true);
    QSignalSpy changed(&field, &SearchField::queryChanged);
    QElapsedTimer timer;
    QTest::keyClick(&field, Qt::Key_Z);
    QCOMPARE(changed.size(), 1);
    // Somebody answers slowly: from then on it waits for a pause.
    connect(&field, &SearchField::queryChanged, this, [&] {
        timer.start();
        while (timer.elapsed() < 40) {
        }
    });
    QTest::keyClick(&field, Qt::Key_H);
    QCOMPARE(changed.size(), 2);
    QTest::keyClick(&field, Qt::Key_A);
    QCOMPARE(changed.size(), 2);
    QTRY_COMPARE(changed.size(), 3);
    QCOMPARE(changed.last().first().toString(), u"zha"_s);
}

void TestWidgets::escapeClearsTheSearch()
{
    SearchField field;
    field.setText(u"zs"_s);
    QSignalSpy changed(&field, &SearchField::queryChanged);
    QTest::keyClick(&field, Qt::Key_Return);
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
    QCOMPARE(changed.last().first().toString(), QString());
}

void TestWidgets::unusableSaysWhy()
{
    const std::unique_ptr<QToolButton> button(makeIconButton(u"trash"_s, u"Delete"_s));
    setUsable(button.get(), false, u"The owner can't be removed"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(button->toolTip(), u"The owner can't be removed"_s);
    QCOMPARE(button->accessibleDescription(), u"The owner can't be removed"_s);
    setUsable(button.get(), true);
    QVERIFY(button->isEnabled());
    QCOMPARE(button->toolTip(), u"Delete"_s);
    QVERIFY(button->accessibleDescription().isEmpty());
}

void TestWidgets::checksAreSpoken() // APP-2
{
    CheckList list;
    list.setItems({{CheckState::Failed, u"The code is free"_s, {}}});
    QStringList spoken;
    for (const QWidget *row : list.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly))
        spoken.append(row->accessibleName());
    QCOMPARE(spoken, QStringList{u"Failed: The code is free"_s});
}

void TestWidgets::emptyRowsAreHidden()
{
    KeyValueList list;
    const int row = list.addRow(u"Phone"_s);
    list.setValue(row, {});
    for (const QLabel *label : list.findChildren<QLabel *>())
        QVERIFY(label->isHidden());
    list.setValue(row, u"123"_s);
    QCOMPARE(list.value(row), u"123"_s);
    for (const QLabel *label : list.findChildren<QLabel *>())
        QVERIFY(!label->isHidden());
}

void TestWidgets::timelineShowsWhatItIsGiven()
{
    Timeline timeline;
    timeline.setEntries({{u"Submitted"_s, {}, QDateTime::currentDateTime(), Tone::Accent, {}}, {u"Waiting"_s, {}, {}, Tone::Neutral, {}}});
    QCOMPARE(timeline.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly).size(), 2);
    timeline.setEntries({});
    QVERIFY(timeline.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly).isEmpty());
}

void TestWidgets::longSentencesOfAnEmptyListAreShownWhole()
{
    EmptyState state(u"space"_s);
    const QString sentence = u"People of other tenants appear here as soon as somebody adds them to a space of this tenant, and so on."_s;
    state.setTexts(u"Nobody"_s, sentence);
    state.resize(1000, 700);
    state.show();
    QVERIFY(QTest::qWaitForWindowExposed(&state));
    for (const QLabel *label : state.findChildren<QLabel *>())
        if (label->text() == sentence)
            QVERIFY2(label->height() >= label->heightForWidth(label->width()),
                     qPrintable(u"%1 of %2"_s.arg(label->height()).arg(label->heightForWidth(label->width()))));
}

// SPC-5: the dialog asks for the name as it is; Qt would take its "&" for a mnemonic.
void TestWidgets::namesWithAnAmpersandCanBeTyped()
{
    ConfirmDialog dialog;
    dialog.setConfirm(u"Delete"_s);
    dialog.requireTyping(u"R&D 空间"_s);
    auto *typing = dialog.findChild<QLineEdit *>();
    QPushButton *confirm = nullptr;
    for (QPushButton *button : dialog.findChildren<QPushButton *>())
        if (button->text() == u"Delete")
            confirm = button;
    QVERIFY(confirm && !confirm->isEnabled());
    QVERIFY(confirm->toolTip().contains(u"R&D 空间"_s)); // why not
    QVERIFY(typing->accessibleName().contains(u"R&D 空间"_s));
    QStringList shown;
    for (const QLabel *label : dialog.findChildren<QLabel *>())
        shown += label->text();
    QVERIFY2(shown.filter(u"\"R&&D 空间\""_s).size() == 1, qPrintable(shown.join(u'|')));
    typing->setText(u"RD 空间"_s);
    QVERIFY(!confirm->isEnabled());
    typing->setText(u"R&D 空间"_s);
    QVERIFY(confirm->isEnabled());
    QVERIFY(confirm->toolTip().isEmpty());
}

void TestWidgets::spans_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(59) << u"59 s"_s;
    QTest::newRow("minutes") << qint64(60) << u"1 min"_s;
    QTest::newRow("hours") << qint64(3600 * 24 - 1) << u"23 h"_s;
    QTest::newRow("one day") << qint64(3600 * 24) << u"1 day"_s;
    QTest::newRow("days") << qint64(3600 * 24 * 6 + 5) << u"6 days"_s;
}

void TestWidgets::spans()
{
    QFETCH(qint64, seconds);
    QTEST(spanText(seconds), "text");
}

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"

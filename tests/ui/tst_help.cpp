// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"

#include "tests/gallery/examplepage.h"

#include <QListWidget>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

/// APP-6: help inside the console, in both languages.
class TestHelp final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyLanguageHasTheSameTopics();
    void topicsHaveTextAndLinksLeadSomewhere();
    void helpOpensAtThePage();
    void linksAndContentsMove();
    void followsTheLanguage();

private:
    [[nodiscard]] static QStringList ids(const QString &language)
    {
        QStringList ids;
        for (const help::Topic &topic : help::book(language))
            ids.append(topic.id);
        return ids;
    }
};

void TestHelp::everyLanguageHasTheSameTopics()
{
    QVERIFY(ids(u"en"_s).size() >= 10);
    for (const QString &code : Language::codes())
        QCOMPARE(ids(code), ids(u"en"_s));
}

void TestHelp::topicsHaveTextAndLinksLeadSomewhere()
{
    static const QRegularExpression link(u"\\]\\(topic:([a-z]+)\\)"_s), chinese(u"\\p{Han}"_s);
    for (const QString &code : Language::codes()) {
        for (const help::Topic &topic : help::book(code)) {
            QVERIFY2(!topic.title.isEmpty() && topic.text.size() > 150, qPrintable(code + topic.id));
            QCOMPARE(topic.title.contains(chinese), code == u"zh_CN"_s);
            for (auto found = link.globalMatch(topic.text); found.hasNext();) {
                const QString target = found.next().captured(1);
                QVERIFY2(ids(code).contains(target), qPrintable(topic.id + u" → "_s + target));
            }
        }
    }
}

void TestHelp::helpOpensAtThePage()
{
    Theme theme(*qApp);
    Language language(*qApp);
    language.apply(u"en"_s);
    PageRegistry pages;
    pages.add(std::make_unique<tenantry::gallery::ExamplePage>(u"approvals"_s, u"inbox"_s, u"Approvals"_s, u"待审批"_s));
    pages.add(std::make_unique<tenantry::gallery::ExamplePage>(u"other"_s, u"inbox"_s, u"Other"_s, u"其他"_s));
    MainWindow window(std::move(pages), theme, language);
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_F1);
    auto *opened = window.findChild<HelpWindow *>();
    QVERIFY(opened && opened->isVisible());
    QCOMPARE(opened->currentTopic(), u"approvals"_s);
    window.showPage(u"other"_s);
    window.showHelp();
    QCOMPARE(opened->currentTopic(), u"start"_s); // no topic of its own
    window.setLocked(true);
    window.showHelp();
    QCOMPARE(opened->currentTopic(), u"signin"_s);
    QTest::keyClick(opened, Qt::Key_Escape);
    QVERIFY(!opened->isVisible());
}

void TestHelp::linksAndContentsMove()
{
    Language language(*qApp);
    language.apply(u"en"_s);
    HelpWindow window(language);
    window.showTopic(u"start"_s);
    Q_EMIT window.findChild<QTextBrowser *>()->anchorClicked(QUrl(u"topic:sync"_s));
    QCOMPARE(window.currentTopic(), u"sync"_s);
    QVERIFY(window.findChild<QTextBrowser *>()->toPlainText().startsWith(u"Sync and queue"_s));
    window.show();
    QTest::keyClick(window.findChild<QListWidget *>(), Qt::Key_Down);
    QCOMPARE(window.currentTopic(), u"approvals"_s);
}

void TestHelp::followsTheLanguage() // APP-1
{
    Language language(*qApp);
    language.apply(u"en"_s);
    HelpWindow window(language);
    window.showTopic(u"roles"_s);
    language.apply(u"zh_CN"_s);
    QCoreApplication::sendPostedEvents(&window);
    QCOMPARE(window.currentTopic(), u"roles"_s);
    QVERIFY(window.findChild<QTextBrowser *>()->toPlainText().startsWith(u"角色"_s));
}

QTEST_MAIN(TestHelp)
#include "tst_help.moc"

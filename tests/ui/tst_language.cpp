// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/examplepage.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/signinwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/datetext.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

/// English and Chinese, switchable while running; dates and numbers by locale (APP-1).
class TestLanguage final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void switchesOpenWindows();
    void switchesBackToEnglish();
    void datesAndNumbersFollow();
    void englishHasPlurals();
    void unknownCodeIsEnglish();
    void qtsOwnTextsAreChinese();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
};

namespace
{

bool shows(QWidget *window, const QString &text)
{
    for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
        if (button->text() == text)
            return true;
    }
    return false;
}

} // namespace

void TestLanguage::init()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_language = std::make_unique<Language>(*qApp);
    m_language->apply(u"en"_s);
}

void TestLanguage::switchesOpenWindows()
{
    PageRegistry pages;
    pages.add(std::make_unique<gallery::ExamplePage>(u"a"_s, u"space"_s, u"Spaces"_s, u"空间"_s));
    MainWindow window(std::move(pages), *m_theme, *m_language);
    SignInWindow signIn(*m_theme, *m_language);
    QVERIFY(shows(&signIn, u"Sign in"_s));
    QVERIFY(shows(&window, u"Spaces"_s));
    QSignalSpy changed(m_language.get(), &Language::changed);
    m_language->apply(u"zh_CN"_s);
    QCOMPARE(changed.size(), 1);
    QTRY_VERIFY(shows(&signIn, u"登录"_s));
    QTRY_VERIFY(shows(&window, u"空间"_s));
    QTRY_VERIFY(window.windowTitle().contains(u"空间"_s));
    QVERIFY(!shows(&signIn, u"Sign in"_s));
}

void TestLanguage::switchesBackToEnglish()
{
    m_language->apply(u"zh_CN"_s);
    SignInWindow signIn(*m_theme, *m_language);
    QVERIFY(shows(&signIn, u"登录"_s));
    m_language->apply(u"en"_s);
    QTRY_VERIFY(shows(&signIn, u"Sign in"_s));
}

void TestLanguage::datesAndNumbersFollow()
{
    const QDateTime moment({2026, 1, 30}, {9, 5});
    QCOMPARE(momentText(moment), u"Jan 30, 2026 09:05"_s);
    QCOMPARE(agoText(moment, moment.addSecs(3 * 60)), u"3 min ago"_s);
    QCOMPARE(QLocale().toString(1204), u"1,204"_s);
    m_language->apply(u"zh_CN"_s);
    QCOMPARE(momentText(moment), u"2026年1月30日 09:05"_s);
    QCOMPARE(agoText(moment, moment.addSecs(3 * 60)), u"3 分钟前"_s);
    QCOMPARE(shortMomentText(moment, moment.addDays(1)), u"1月30日 09:05"_s);
}

void TestLanguage::englishHasPlurals()
{
    const auto members = [](int count) {
        return QCoreApplication::translate("tenantry::ui::OrganizationCommands", "%n member(s)", nullptr, count);
    };
    QCOMPARE(members(1), u"1 member"_s);
    QCOMPARE(members(2), u"2 members"_s);
    m_language->apply(u"zh_CN"_s);
    QCOMPARE(members(2), u"2 个成员"_s);
}

void TestLanguage::unknownCodeIsEnglish()
{
    m_language->apply(u"fr"_s);
    QCOMPARE(m_language->code(), u"en"_s);
}

void TestLanguage::qtsOwnTextsAreChinese()
{
    m_language->apply(u"zh_CN"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"取消"_s);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"

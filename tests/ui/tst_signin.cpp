// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/language.h"
#include "ui/shell/personabutton.h"
#include "ui/shell/signinwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/formfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestSignIn final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void asksWithWhatWasTyped();
    void nothingTypedAsksForNothing();
    void rememberedPasswordsNeedNotBeTyped();
    void serversAreAddedChangedAndRemoved();
    void personaIsOneClick();
    void errorKeepsWhatWasTyped();
    void offlineOffersTheLocalCopy();
    void busyCanBeCancelled();

private:
    [[nodiscard]] QLineEdit *edit(const QString &name) const;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<SignInWindow> m_window;
};

void TestSignIn::init()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_language = std::make_unique<Language>(*qApp);
    m_language->apply(u"en"_s);
    m_window = std::make_unique<SignInWindow>(*m_theme, *m_language);
    m_window->setProfiles({{u"demo"_s, u"Demo"_s, true, {}}, {u"x"_s, u"x.example.org"_s, false, {}}}, u"x"_s);
    m_window->show();
}

QLineEdit *TestSignIn::edit(const QString &name) const
{
    for (QLineEdit *line : m_window->findChildren<QLineEdit *>()) {
        if (line->accessibleName() == name)
            return line;
    }
    return nullptr;
}

void TestSignIn::asksWithWhatWasTyped()
{
    QSignalSpy asked(m_window.get(), &SignInWindow::signInRequested);
    QTest::keyClicks(edit(u"E-mail or sign-in name"_s), u" li@example.com "_s);
    QTest::keyClicks(edit(u"Password"_s), u"correct horse"_s);
    m_window->findChild<QCheckBox *>()->setChecked(true);
    QTest::keyClick(edit(u"Password"_s), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first(), (QVariantList{u"x"_s, u"li@example.com"_s, u"correct horse"_s, true}));
}

void TestSignIn::nothingTypedAsksForNothing()
{
    QSignalSpy asked(m_window.get(), &SignInWindow::signInRequested);
    QTest::keyClick(edit(u"Password"_s), Qt::Key_Return);
    QVERIFY(asked.isEmpty());
    int said = 0; // ERR-3: each field says what is missing
    for (const FormField *field : m_window->findChildren<FormField *>())
        said += !field->error().isEmpty();
    QCOMPARE(said, 2);
    QTest::keyClicks(edit(u"Password"_s), u"x"_s);
    for (const FormField *field : m_window->findChildren<FormField *>())
        QCOMPARE(field->error(), QString());
}

void TestSignIn::rememberedPasswordsNeedNotBeTyped()
{
    m_window->setProfiles({{u"x"_s, u"x.example.org"_s, false, u"li@example.com"_s, true, true, false}}, u"x"_s);
    QSignalSpy asked(m_window.get(), &SignInWindow::signInRequested);
    QTest::keyClick(edit(u"Password"_s), Qt::Key_Return);
    QCOMPARE(asked.value(0), (QVariantList{u"x"_s, u"li@example.com"_s, QString(), true}));
    edit(u"E-mail or sign-in name"_s)->setText(u"other@example.com"_s); // that is somebody else's
    QTest::keyClick(edit(u"Password"_s), Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
}

void TestSignIn::serversAreAddedChangedAndRemoved()
{
    m_window->setProfiles({{u"demo"_s, u"Demo"_s, true, {}}, {u"x"_s, u"x.example.org"_s, false, {}, false, true, false}}, u"demo"_s);
    const auto button = [this](const QString &name) {
        for (QToolButton *each : m_window->findChildren<QToolButton *>())
            if (each->accessibleName() == name)
                return each;
        return static_cast<QToolButton *>(nullptr);
    };
    QSignalSpy added(m_window.get(), &SignInWindow::addServerRequested), edited(m_window.get(), &SignInWindow::editServerRequested),
        removed(m_window.get(), &SignInWindow::removeServerRequested);
    QVERIFY(!button(u"Edit the server"_s)->isEnabled() && !button(u"Remove the server"_s)->isEnabled());
    QVERIFY(!button(u"Edit the server"_s)->accessibleDescription().isEmpty()); // says why
    QTest::mouseClick(button(u"Add a server"_s), Qt::LeftButton);
    m_window->findChild<QComboBox *>()->setCurrentIndex(1);
    QTest::mouseClick(button(u"Edit the server"_s), Qt::LeftButton);
    QTest::mouseClick(button(u"Remove the server"_s), Qt::LeftButton);
    QCOMPARE(added.size(), 1);
    QCOMPARE(edited.value(0).value(0).toString(), u"x"_s);
    QCOMPARE(removed.value(0).value(0).toString(), u"x"_s);
}

void TestSignIn::personaIsOneClick()
{
    QSignalSpy chosen(m_window.get(), &SignInWindow::personaChosen);
    m_window->setPersonas({{u"p1"_s, u"赵敏"_s, u"System administrator"_s, {}}, {u"p2"_s, u"李四"_s, u"Member"_s, u"T"_s}});
    QVERIFY(!m_window->findChildren<PersonaButton *>().first()->isVisible());
    m_window->findChild<QComboBox *>()->setCurrentIndex(0);
    QVERIFY(!edit(u"Password"_s)->isVisible());
    PersonaButton *second = m_window->findChildren<PersonaButton *>().at(1);
    QVERIFY(second->isVisible());
    QCOMPARE(second->accessibleName(), u"李四, Member · T"_s);
    QTest::mouseClick(second, Qt::LeftButton);
    QCOMPARE(chosen.value(0).value(0).toString(), u"p2"_s);
}

void TestSignIn::errorKeepsWhatWasTyped() // ERR-2
{
    edit(u"E-mail or sign-in name"_s)->setText(u"li@example.com"_s);
    m_window->showBusy(u"Connecting"_s);
    QVERIFY(!edit(u"E-mail or sign-in name"_s)->isEnabled());
    m_window->showError(u"Wrong."_s);
    QVERIFY(edit(u"E-mail or sign-in name"_s)->isEnabled());
    QCOMPARE(edit(u"E-mail or sign-in name"_s)->text(), u"li@example.com"_s);
    QCOMPARE(m_window->findChild<Banner *>()->accessibleName(), u"Wrong."_s);
    QVERIFY(m_window->findChild<Banner *>()->isVisible());
}

void TestSignIn::offlineOffersTheLocalCopy() // SEC-4
{
    QSignalSpy unlock(m_window.get(), &SignInWindow::unlockRequested);
    edit(u"E-mail or sign-in name"_s)->setText(u"li@example.com"_s);
    m_window->showOffline(u"Not reached."_s, QDateTime(QDateTime::currentDateTime().date(), {10, 2}));
    auto *banner = m_window->findChild<Banner *>();
    QVERIFY(banner->accessibleName().contains(u"10:02"_s));
    for (QPushButton *button : banner->findChildren<QPushButton *>()) {
        if (button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(unlock.value(0), (QVariantList{u"x"_s, u"li@example.com"_s, QString()}));
}

void TestSignIn::busyCanBeCancelled() // APP-3
{
    QSignalSpy cancelled(m_window.get(), &SignInWindow::cancelRequested);
    m_window->showBusy(u"Preparing the demo"_s);
    for (QPushButton *button : m_window->findChildren<QPushButton *>()) {
        if (button->text() == u"Cancel"_s && button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(cancelled.size(), 1);
}

QTEST_MAIN(TestSignIn)
#include "tst_signin.moc"

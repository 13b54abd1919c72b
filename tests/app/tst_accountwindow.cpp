// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The flow of seed 002 §2 as a person goes through it: the console's own windows, a worker's endpoint, a mail
// server and a PostgreSQL, all of them real.
#include "app/console/console.h"
#include "tests/jobs/accountservice.h"
#include "ui/accounts/registrationdialog.h"
#include "ui/pages/profile/passwordchangedialog.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/formfield.h"

#include <QAction>
#include <QApplication>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

using namespace tenantry;
using namespace tenantry::console;
using namespace tenantry::test;
using namespace Qt::StringLiterals;

class TestAccountWindow final : public QObject
{
    Q_OBJECT

    static inline const QString email = u"li.na@example.com"_s;
    static inline const QString password = u"plum-Harbour 77 violin"_s;

    template <class Widget>
    [[nodiscard]] static Widget *shown()
    {
        for (QWidget *widget : QApplication::topLevelWidgets())
            if (auto *found = qobject_cast<Widget *>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }
    static ui::FormField *field(QWidget *window, const QString &name)
    {
        for (auto *found : window->findChildren<ui::FormField *>())
            if (found->name() == name)
                return found;
        return nullptr;
    }
    static void type(QWidget *window, const QString &name, const QString &text)
    {
        auto *edit = qobject_cast<QLineEdit *>(field(window, name)->editor());
        edit->setFocus();
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    static void press(QWidget *window, const QString &text)
    {
        for (auto *button : window->findChildren<QPushButton *>())
            if (button->text() == text && button->isVisible())
                return QTest::mouseClick(button, Qt::LeftButton);
        QFAIL(qPrintable(u"no button "_s + text));
    }
    static QString textsOf(QWidget *window)
    {
        QStringList texts;
        for (auto *label : window->findChildren<QLabel *>())
            if (label->isVisible())
                texts += label->text();
        return texts.join(u'\n');
    }

    SchemaWorld w;
    QTemporaryDir m_home;
    std::unique_ptr<AccountService> m_service;
    qsizetype m_mails = 0; ///< before
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Language> m_language;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Console> m_console;

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *place : {"XDG_CONFIG_HOME", "XDG_DATA_HOME"})
            qputenv(place, m_home.path().toUtf8());
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        m_service = std::make_unique<AccountService>(w);
        const QString started = m_service->start();
        QVERIFY2(started.isEmpty(), qPrintable(started));
        m_mails = m_service->mail().mails().size();
        server::ServerProfile profile = w.cluster().profileFor({});
        profile.name = u"Central"_s;
        profile.accounts = m_service->address().url.toString();
        profile.options.insert(u"sslrootcert"_s, m_service->certificate());
        Profiles profiles;
        profiles.setCurrent(profiles.keep(profile));
        m_theme = std::make_unique<ui::Theme>(*qApp);
        m_language = std::make_unique<ui::Language>(*qApp);
        m_language->apply(u"en"_s);
        m_preferences = std::make_unique<Preferences>();
        m_console = std::make_unique<Console>(Options(), *m_theme, *m_language, *m_preferences);
        m_console->start();
        QVERIFY(shown<ui::SignInWindow>());
    }
    void cleanupTestCase() { m_console.reset(); }

    void eachBadFieldSaysSoAtOnceAndNothingTypedIsLost() // ACC-1, ERR-2, ERR-3
    {
        press(shown<ui::SignInWindow>(), u"Create account"_s);
        auto *dialog = shown<ui::RegistrationDialog>();
        QVERIFY(dialog);
        type(dialog, u"email"_s, u"li.na@"_s);
        type(dialog, u"name"_s, u"Li 2"_s);
        type(dialog, u"password"_s, u"qwertyuiop"_s);
        type(dialog, u"phone"_s, u"12"_s);
        QVERIFY2(textsOf(dialog).contains(u"common word"_s),
                 qPrintable(textsOf(dialog))); // the meter, while typing
        press(dialog, u"Create the account"_s);
        for (const QString &name : {u"email"_s, u"name"_s, u"password"_s, u"phone"_s})
            QVERIFY2(!field(dialog, name)->error().isEmpty(), qPrintable(name));
        QVERIFY(field(dialog, u"mis"_s)->error().isEmpty());
        QCOMPARE(qobject_cast<QLineEdit *>(field(dialog, u"name"_s)->editor())->text(), u"Li 2"_s);
        m_language->apply(u"zh_CN"_s);
        QCOMPARE(qobject_cast<QLineEdit *>(field(dialog, u"name"_s)->editor())->text(), u"Li 2"_s);
        m_language->apply(u"en"_s);
        QCOMPARE(w.must(u"select count(*) from app.account_asks"_s), u"0"_s); // nothing was sent
    }

    void registers() // ACC-1
    {
        auto *dialog = shown<ui::RegistrationDialog>();
        QVERIFY(dialog);
        type(dialog, u"email"_s, email);
        type(dialog, u"name"_s, u"Li Na"_s);
        type(dialog, u"password"_s, password);
        type(dialog, u"repeated"_s, password);
        type(dialog, u"phone"_s, QString());
        press(dialog, u"Create the account"_s);
        QTRY_VERIFY(textsOf(dialog).contains(email));
        press(dialog, u"Close"_s);
        QTRY_VERIFY(!shown<ui::RegistrationDialog>());
    }

    void theLinkOfTheMailActivates() // ACC-4, ACC-5, ACC-6: opened by the running console
    {
        const auto mail = m_service->waitForMail(m_mails + 1);
        QVERIFY(!mail.token.isEmpty());
        m_console->raise(u"tenantry://activate?token="_s + mail.token);
        auto *dialog = shown<ui::CodeDialog>();
        QVERIFY(dialog);
        QTRY_VERIFY(field(dialog, u"password"_s)->isVisible());
        QVERIFY(!field(dialog, u"repeated"_s)->isVisible());
        type(dialog, u"password"_s, u"another password"_s);
        press(dialog, u"Activate"_s);
        QTRY_COMPARE(field(dialog, u"password"_s)->error(), u"The password is wrong."_s);
        type(dialog, u"password"_s, password);
        press(dialog, u"Activate"_s);
        QTRY_VERIFY2(textsOf(dialog).contains(u"Your account is active"_s), qPrintable(textsOf(dialog)));
        press(dialog, u"Close"_s);
        m_console->raise(u"tenantry://activate?token="_s + mail.token);
        QTRY_VERIFY(shown<ui::CodeDialog>());
        dialog = shown<ui::CodeDialog>();
        QTRY_VERIFY2(field(dialog, u"token"_s)->error().contains(u"active already"_s),
                     qPrintable(textsOf(dialog)));
        dialog->reject();
        QTRY_VERIFY(!shown<ui::CodeDialog>());
    }

    void aForgottenPasswordIsReplaced() // ACC-9
    {
        press(shown<ui::SignInWindow>(), u"Forgotten password"_s);
        auto *dialog = shown<ui::CodeDialog>();
        QVERIFY(dialog);
        type(dialog, u"email"_s, email.toUpper());
        press(dialog, u"Send a new mail"_s);
        QTRY_VERIFY(textsOf(dialog).contains(u"a mail is on its way"_s));
        const auto mail = m_service->waitForMail(m_mails + 2);
        type(dialog, u"token"_s, mail.token);
        press(dialog, u"Continue"_s);
        QTRY_VERIFY(field(dialog, u"repeated"_s)->isVisible());
        type(dialog, u"password"_s, password + u" two"_s);
        type(dialog, u"repeated"_s, password + u" two"_s);
        press(dialog, u"Set the password"_s);
        QTRY_VERIFY2(textsOf(dialog).contains(u"The new password works"_s), qPrintable(textsOf(dialog)));
        press(dialog, u"Close"_s);
        QTRY_VERIFY(!shown<ui::CodeDialog>());
    }

    void signsInByEmail() // ACC-6: after activation signing in works
    {
        auto *window = shown<ui::SignInWindow>();
        type(window, u"email"_s, email);
        type(window, u"password"_s, password + u" two"_s);
        press(window, u"Sign in"_s);
        // There is no keychain here: a passphrase protects the local copy.
        QTRY_VERIFY(shown<QInputDialog>() || shown<ui::MainWindow>());
        if (auto *asked = shown<QInputDialog>()) {
            asked->setTextValue(u"a passphrase of the test"_s);
            asked->accept();
        }
        QTRY_VERIFY(shown<ui::MainWindow>());
        QVERIFY(!shown<ui::SignInWindow>());
        // SEC-4: what the console keeps of it holds no address.
        QFile kept(m_home.filePath(u"tenantry/profiles.ini"_s));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(!kept.readAll().toLower().contains(email.toUtf8()));
    }

    void changesThePasswordInTheProfile() // ACC-7, ACC-8
    {
        auto *window = shown<ui::MainWindow>();
        QTRY_VERIFY(textsOf(window).contains(u"Li Na"_s) || window->showPage(u"profile"_s));
        for (QAction *action : window->findChildren<QAction *>())
            if (action->text() == u"My profile")
                action->trigger(); // of the account menu
        QCOMPARE(window->currentPage()->id(), u"profile"_s);
        QTRY_VERIFY(textsOf(window->currentPage()).contains(u"l*****@example.com"_s));
        QVERIFY(!textsOf(window->currentPage()).contains(email));
        press(window, u"Show phone and e-mail"_s);
        QVERIFY(textsOf(window->currentPage()).contains(email));
        press(window, u"Change the password"_s);
        auto *dialog = window->findChild<ui::PasswordChangeDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        type(dialog, u"old"_s, password); // the one before the last
        type(dialog, u"password"_s, password + u" three"_s);
        type(dialog, u"repeated"_s, password + u" three"_s);
        press(dialog, u"Change"_s);
        QTRY_COMPARE(field(dialog, u"old"_s)->error(), u"The password is wrong."_s);
        type(dialog, u"old"_s, password + u" two"_s);
        press(dialog, u"Change"_s);
        QTRY_VERIFY(!window->findChild<ui::PasswordChangeDialog *>());
        const QString name = w.must(u"select role_name from app.accounts as a join app.user_privates as p on p.id = a.user_id where p.email = ?"_s, {email});
        QVERIFY(!w.connectAs(name, password + u" two"_s));
        QVERIFY(w.connectAs(name, password + u" three"_s));
    }
};

QTEST_MAIN(TestAccountWindow)
#include "tst_accountwindow.moc"

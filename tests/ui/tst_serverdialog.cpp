// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/serverdialog.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/formfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using tenantry::server::ServerProfile;
using tenantry::server::Transport;

class TestServerDialog final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void givesWhatWasEntered();
    void saysAtTheFieldWhatIsWrong();
    void unverifiedWaysNeedConsent();
    void retranslatesAndKeepsWhatWasTyped();

private:
    [[nodiscard]] FormField *field(const QString &name) const { return m_dialog->findChild<Form *>()->field(name); }
    void type(const QString &name, const QString &text) const
    {
        auto *editor = field(name)->editor();
        auto *edit = qobject_cast<QLineEdit *>(editor);
        (edit ? edit : editor->findChild<QLineEdit *>())->setText(text);
    }
    void choose(Transport transport) const
    {
        auto *box = m_dialog->findChild<QComboBox *>();
        box->setCurrentIndex(box->findData(int(transport)));
    }
    void save() const
    {
        for (QPushButton *button : m_dialog->findChildren<QPushButton *>())
            if (button->isDefault())
                QTest::mouseClick(button, Qt::LeftButton);
    }
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    std::unique_ptr<ServerDialog> m_dialog;
};

void TestServerDialog::init()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_language = std::make_unique<Language>(*qApp);
    m_language->apply(u"en"_s);
    ServerProfile fresh;
    fresh.transport = Transport::Verified;
    m_dialog = std::make_unique<ServerDialog>(fresh, QStringList{u"Taken"_s});
    m_dialog->show();
}

void TestServerDialog::givesWhatWasEntered()
{
    type(u"name"_s, u" Central "_s);
    type(u"host"_s, u"db.example.org"_s);
    type(u"port"_s, u"5433"_s);
    type(u"database"_s, u"tenantry"_s);
    type(u"role"_s, u"u_me"_s);
    type(u"sslrootcert"_s, u"/etc/ca.pem"_s);
    QSignalSpy saved(m_dialog.get(), &ServerDialog::saveRequested);
    save();
    QCOMPARE(saved.size(), 1);
    const auto profile = saved.first().first().value<ServerProfile>();
    QCOMPARE(profile.name, u"Central"_s);
    QCOMPARE(profile.port, u"5433"_s);
    QCOMPARE(profile.role, u"u_me"_s);
    QCOMPARE(profile.transport, Transport::Verified);
    QCOMPARE(profile.options.value(u"sslrootcert"_s), u"/etc/ca.pem"_s);
    QVERIFY(!profile.allowUnverified);
}

void TestServerDialog::saysAtTheFieldWhatIsWrong() // ERR-2, ERR-3
{
    type(u"name"_s, u"taken"_s);
    type(u"port"_s, u"many"_s);
    QSignalSpy saved(m_dialog.get(), &ServerDialog::saveRequested);
    save();
    QVERIFY(saved.isEmpty());
    for (const QString &name : {u"name"_s, u"host"_s, u"port"_s, u"database"_s})
        QVERIFY2(!field(name)->error().isEmpty(), qPrintable(name));
    QVERIFY(field(u"transport"_s)->error().isEmpty());
    QCOMPARE(qobject_cast<QLineEdit *>(field(u"port"_s)->editor())->text(), u"many"_s);
    m_dialog->setError(u"host"_s, u"Not this one."_s);
    QCOMPARE(field(u"host"_s)->error(), u"Not this one."_s);
}

void TestServerDialog::unverifiedWaysNeedConsent() // SEC-2
{
    type(u"name"_s, u"x"_s);
    type(u"host"_s, u"db.example.org"_s);
    type(u"database"_s, u"tenantry"_s);
    choose(Transport::Encrypted);
    auto *consent = m_dialog->findChild<QCheckBox *>();
    QVERIFY(consent->isVisible() && !field(u"sslrootcert"_s)->isVisible());
    QSignalSpy saved(m_dialog.get(), &ServerDialog::saveRequested);
    save();
    QVERIFY(saved.isEmpty() && !field(u"transport"_s)->error().isEmpty());
    consent->setChecked(true);
    save();
    QCOMPARE(saved.size(), 1);
    QVERIFY(saved.first().first().value<ServerProfile>().allowUnverified);
    choose(Transport::Verified); // what was consented to isn't kept for later
    save();
    QVERIFY(!saved.last().first().value<ServerProfile>().allowUnverified);
    choose(Transport::Plain);
    type(u"host"_s, u"/run/postgresql"_s);
    QVERIFY(!consent->isVisible()); // nothing leaves this machine
}

void TestServerDialog::retranslatesAndKeepsWhatWasTyped() // APP-1
{
    type(u"host"_s, u"db.example.org"_s);
    const QString before = m_dialog->windowTitle();
    m_language->apply(u"zh_CN"_s);
    QTRY_VERIFY(m_dialog->windowTitle() != before);
    QCOMPARE(qobject_cast<QLineEdit *>(field(u"host"_s)->editor())->text(), u"db.example.org"_s);
}

QTEST_MAIN(TestServerDialog)
#include "tst_serverdialog.moc"

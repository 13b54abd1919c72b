// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/profiles.h"

#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace tenantry::console;
using namespace Qt::StringLiterals;

class TestProfiles final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_config.path().toUtf8()); }
    void keepsWhatWasEntered();
    void accountsAreNoted();
    void environmentsAreToldApart();
    void sameServer();

private:
    [[nodiscard]] static server::ServerProfile central()
    {
        server::ServerProfile profile;
        profile.name = u"Central"_s;
        profile.host = u"tenantry.example.org"_s;
        profile.database = u"tenantry"_s;
        profile.transport = server::Transport::Verified;
        profile.options = {{u"sslrootcert"_s, u"/etc/ca.pem"_s}};
        return profile;
    }
    QTemporaryDir m_config;
};

void TestProfiles::keepsWhatWasEntered()
{
    QString id;
    {
        Profiles profiles;
        QCOMPARE(profiles.views().size(), 1); // the demo
        id = profiles.keep(central());
        profiles.setCurrent(id);
    }
    Profiles profiles;
    QCOMPARE(profiles.find(id), central());
    QCOMPARE(profiles.current(), id);
    QVERIFY(profiles.views().at(1).editable && !profiles.views().first().editable);
    server::ServerProfile renamed = central();
    renamed.name = u"The central one"_s;
    QCOMPARE(profiles.keep(renamed, id), id); // its local copies stay its own
    QCOMPARE(profiles.views().at(1).name, renamed.name);
    profiles.remove(id);
    QCOMPARE(profiles.views().size(), 1);
    QCOMPARE(profiles.current(), Profiles::demoId);
    QVERIFY(!profiles.find(id));
}

void TestProfiles::accountsAreNoted()
{
    Profiles profiles;
    const QString id = profiles.keep(central());
    profiles.noteAccount(id, u"u_one"_s, true);
    profiles.noteAccount(id, u"u_two"_s, false);
    QCOMPARE(profiles.accounts(id), (QStringList{u"u_two"_s, u"u_one"_s}));
    QCOMPARE(profiles.views().at(1).rememberedEmail, u"u_two"_s);
    QVERIFY(!profiles.views().at(1).passwordRemembered);
    profiles.noteAccount(id, u"u_one"_s, true);
    QVERIFY(profiles.views().at(1).passwordRemembered);
    profiles.forgetAccount(id, u"u_one"_s);
    QCOMPARE(profiles.accounts(id), QStringList{u"u_two"_s});
    QVERIFY(!profiles.views().at(1).passwordRemembered);
    QVERIFY(Profiles::folderFor(id, u"u_one"_s) != Profiles::folderFor(id, u"u_two"_s));
    profiles.remove(id);
}

void TestProfiles::environmentsAreToldApart() // a queue goes to no other server
{
    const auto idFor = [](const QByteArray &host) {
        qputenv("PGHOST", host);
        qputenv("PGDATABASE", "tenantry");
        qputenv("PGUSER", "u_me");
        qputenv("PGPASSWORD", "secret");
        const Profiles profiles;
        const ui::ServerProfileView view = profiles.views().at(1);
        return view.passwordless && profiles.environmentPassword(view.id) == u"secret"_s ? view.id : QString();
    };
    const QString one = idFor("one.example.org"), two = idFor("two.example.org");
    for (const char *name : {"PGHOST", "PGDATABASE", "PGUSER", "PGPASSWORD"})
        qunsetenv(name);
    QVERIFY(!one.isEmpty() && !two.isEmpty());
    QVERIFY(one != two);
}

void TestProfiles::sameServer()
{
    server::ServerProfile other = central();
    other.name = u"x"_s;
    other.transport = server::Transport::Automatic;
    QVERIFY(Profiles::isSameServer(central(), other));
    other.port = u"5433"_s;
    QVERIFY(!Profiles::isSameServer(central(), other));
}

QTEST_GUILESS_MAIN(TestProfiles)
#include "tst_profiles.moc"

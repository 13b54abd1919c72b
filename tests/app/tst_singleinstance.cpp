// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/link.h"
#include "app/console/singleinstance.h"

#include <QCryptographicHash>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace tenantry::console;
using namespace Qt::StringLiterals;

/// APP-6: one console at a time, and links that open in it.
class TestSingleInstance final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theFirstHearsTheSecond();
    void placesAreApart();
    void aKilledOneLeavesNothing();
    void aSecondStartEndsAtOnce();
    void links_data();
    void links();

private:
    [[nodiscard]] static bool handOverElsewhere(const QString &place, const QString &link)
    {
        bool taken = false; // from another thread, as from another program
        const std::unique_ptr<QThread> other(QThread::create([&] { taken = SingleInstance(place).handOver(link); }));
        other->start();
        (void)QTest::qWaitFor([&] { return other->isFinished(); });
        return taken;
    }
    QTemporaryDir m_runtime;
};

void TestSingleInstance::initTestCase()
{
    qputenv("XDG_RUNTIME_DIR", m_runtime.path().toUtf8());
    QVERIFY(QFile::setPermissions(m_runtime.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
}

void TestSingleInstance::theFirstHearsTheSecond()
{
    QVERIFY(!handOverElsewhere(u"a"_s, {}));
    SingleInstance first(u"a"_s);
    first.listen();
    QSignalSpy raised(&first, &SingleInstance::raised);
    QVERIFY(handOverElsewhere(u"a"_s, u"tenantry://page/approvals"_s));
    QTRY_COMPARE(raised.size(), 1);
    QCOMPARE(raised.first().first().toString(), u"tenantry://page/approvals"_s);
    QVERIFY(handOverElsewhere(u"a"_s, {}));
    QTRY_COMPARE(raised.size(), 2);
}

void TestSingleInstance::placesAreApart()
{
    SingleInstance first(u"a"_s);
    first.listen();
    QVERIFY(!handOverElsewhere(u"b"_s, {}));
}

void TestSingleInstance::aKilledOneLeavesNothing()
{
    const auto place = u"killed"_s;
    {
        SingleInstance gone(place);
        gone.listen();
    }
    QFile stale(m_runtime.path() + u"/tenantry/console-"_s + QString::fromLatin1(QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha256).toHex().left(16)));
    QVERIFY(stale.open(QIODevice::WriteOnly)); // what lies in the way
    stale.close();
    QVERIFY(!handOverElsewhere(place, {}));
    SingleInstance next(place);
    next.listen();
    QVERIFY(handOverElsewhere(place, {}));
}

void TestSingleInstance::aSecondStartEndsAtOnce()
{
    QTemporaryDir home, demo(u"/var/tmp/tst-single-XXXXXX"_s);
    SingleInstance first(demo.path());
    first.listen();
    QSignalSpy raised(&first, &SingleInstance::raised);
    QProcess second;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home.path());
    environment.remove(u"XDG_CONFIG_HOME"_s);
    second.setProcessEnvironment(environment);
    second.start(QStringLiteral(TENANTRY), {u"--demo-folder"_s, demo.path(), u"tenantry://activate?token=abc"_s});
    QTRY_COMPARE(second.state(), QProcess::NotRunning);
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(raised.value(0).value(0).toString(), u"tenantry://activate?token=abc"_s);
}

void TestSingleInstance::links_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<std::optional<Link>>("link");
    const auto some = [](const Link &link) { return std::optional(link); };
    QTest::newRow("page") << u"tenantry://page/approvals"_s << some({u"page"_s, u"approvals"_s, {}, {}});
    QTest::newRow("object") << u"tenantry://page/spaces/0191-x"_s << some({u"page"_s, u"spaces"_s, u"0191-x"_s, {}});
    QTest::newRow("activate") << u"tenantry://activate?token=a%2Bb"_s << some({u"activate"_s, {}, {}, u"a+b"_s});
    QTest::newRow("without slashes") << u"tenantry:activate?token=x"_s << some({u"activate"_s, {}, {}, u"x"_s});
    QTest::newRow("other scheme") << u"https://activate?token=x"_s << std::optional<Link>();
    QTest::newRow("nothing") << u"tenantry:"_s << std::optional<Link>();
    QTest::newRow("no page") << u"tenantry://page"_s << std::optional<Link>();
    QTest::newRow("option") << u"--persona"_s << std::optional<Link>();
}

void TestSingleInstance::links()
{
    QFETCH(QString, text);
    QFETCH(std::optional<Link>, link);
    QVERIFY(parseLink(text) == link);
}

QTEST_GUILESS_MAIN(TestSingleInstance)
#include "tst_singleinstance.moc"

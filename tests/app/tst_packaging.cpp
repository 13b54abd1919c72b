// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// APP-6: what the desktop and the manual say about the programs is valid, and true.
class TestPackaging final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void validators_data();
    void validators();
    void theDesktopFileOpensLinks();
    void manualsNameEveryOption_data();
    void manualsNameEveryOption();

private:
    [[nodiscard]] static QString path(const QString &name) { return QStringLiteral(PACKAGING) + u'/' + name; }
    [[nodiscard]] static QString content(const QString &name)
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    /// Both outputs; the exit code is asserted.
    [[nodiscard]] static QString run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        if (!process.waitForStarted() || !process.waitForFinished() || process.exitCode() != 0)
            return u"failed: "_s + program + u": "_s + QString::fromUtf8(process.readAll()) + process.errorString();
        return QString::fromUtf8(process.readAll());
    }
};

void TestPackaging::validators_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("desktop file") << u"desktop-file-validate"_s << QStringList{path(u"org.tenantry.Tenantry.desktop"_s)};
    QTest::newRow("AppStream") << u"appstreamcli"_s << QStringList{u"validate"_s, u"--no-net"_s, path(u"org.tenantry.Tenantry.metainfo.xml"_s)};
    for (const char *manual : {"tenantry.1", "tenantryctl.1"})
        QTest::newRow(manual) << u"groff"_s << QStringList{u"-man"_s, u"-ww"_s, u"-z"_s, path(QString::fromLatin1(manual))};
}

void TestPackaging::validators()
{
    QFETCH(QString, program);
    QFETCH(QStringList, arguments);
    const QString said = run(program, arguments);
    QVERIFY2(!said.contains(u"failed:"_s) && !said.contains(u"warning"_s) && !said.contains(u"error"_s), qPrintable(said));
}

void TestPackaging::theDesktopFileOpensLinks()
{
    const QString desktop = content(u"org.tenantry.Tenantry.desktop"_s);
    QVERIFY(desktop.contains(u"Exec=tenantry %u\n"_s));
    QVERIFY(desktop.contains(u"MimeType=x-scheme-handler/tenantry;\n"_s));
    QVERIFY(desktop.contains(u"[zh_CN]="_s));
    QVERIFY(content(u"org.tenantry.Tenantry.metainfo.xml"_s).contains(u"version=\"" TENANTRY_VERSION "\""_s));
}

void TestPackaging::manualsNameEveryOption_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("manual");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("tenantry") << QStringLiteral(TENANTRY) << u"tenantry.1"_s << u"(--[a-z-]+)"_s;
    QTest::newRow("tenantryctl") << QStringLiteral(TENANTRYCTL) << u"tenantryctl.1"_s << u"^  ([a-z]+) "_s;
}

void TestPackaging::manualsNameEveryOption()
{
    QFETCH(QString, program);
    QFETCH(QString, manual);
    QFETCH(QString, pattern);
    const QString help = run(program, {u"--help"_s});
    const QString text = content(manual).remove(u'\\');
    int names = 0;
    for (auto found = QRegularExpression(pattern, QRegularExpression::MultilineOption).globalMatch(help); found.hasNext();) {
        const QString name = found.next().captured(1);
        ++names;
        QVERIFY2(text.contains(name), qPrintable(manual + u" says nothing of "_s + name));
    }
    QVERIFY2(names >= 7, qPrintable(help));
}

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"

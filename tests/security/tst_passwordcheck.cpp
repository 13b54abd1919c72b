// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keyfile.h"
#include "core/security/passwordcheck.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

/// SEC-3, SEC-4: a local copy opens with the password that the server took last, and with no other.
class TestPasswordCheck final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsTheRightFromTheWrong();
    void anotherKeyOpensNothing();
    void changedFilesAreNoPassword();
    void derivedKeysDiffer();

private:
    [[nodiscard]] QString outcome(const QString &password) const
    {
        const auto checked = passwordcheck::check(m_folder.path(), m_key, password);
        return checked ? u"right"_s : checked.error().code;
    }
    QTemporaryDir m_folder;
    const SecretBytes m_key = SecretBytes::random(32);
};

void TestPasswordCheck::tellsTheRightFromTheWrong()
{
    QCOMPARE(outcome(u"correct horse"_s), u"password.not_kept"_s);
    QVERIFY(passwordcheck::keep(m_folder.path(), m_key, u"corréct horse 电池"_s));
    QCOMPARE(outcome(u"corréct horse 电池"_s), u"right"_s);
    QCOMPARE(outcome(u"corre\u0301ct horse 电池"_s), u"right"_s); // typed on another keyboard
    QCOMPARE(outcome(u"correct horse 电池"_s), u"password.wrong"_s);
    QCOMPARE(outcome(QString()), u"password.wrong"_s);
    QVERIFY(passwordcheck::keep(m_folder.path(), m_key, u"changed"_s));
    QCOMPARE(outcome(u"changed"_s), u"right"_s);
    QCOMPARE(outcome(u"corréct horse 电池"_s), u"password.wrong"_s);
    QFile file(m_folder.filePath(u"password"_s));
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QVERIFY(file.open(QIODevice::ReadOnly) && !file.readAll().contains("changed"));
}

void TestPasswordCheck::anotherKeyOpensNothing()
{
    QVERIFY(passwordcheck::keep(m_folder.path(), SecretBytes::random(32), u"mine"_s));
    QCOMPARE(outcome(u"mine"_s), u"password.not_kept"_s);
}

void TestPasswordCheck::changedFilesAreNoPassword()
{
    QVERIFY(passwordcheck::keep(m_folder.path(), m_key, u"mine"_s));
    QFile file(m_folder.filePath(u"password"_s));
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(20);
    file.write("x");
    file.close();
    QCOMPARE(outcome(u"mine"_s), u"password.not_kept"_s);
    QVERIFY(passwordcheck::remove(m_folder.path()) && passwordcheck::remove(m_folder.path()));
    QVERIFY(!file.exists());
    QVERIFY(!passwordcheck::keep(m_folder.filePath(u"nowhere"_s), m_key, u"mine"_s));
}

void TestPasswordCheck::derivedKeysDiffer()
{
    const auto keys = KeyFile::create(m_folder.path(), u"profile"_s, m_key.clone());
    const auto other = KeyFile::create(m_folder.path(), u"other"_s, m_key.clone());
    QVERIFY(keys && other);
    QVERIFY(keys->derivedKey(u"password"_s) == keys->derivedKey(u"password"_s));
    QVERIFY(!(keys->derivedKey(u"password"_s) == keys->derivedKey(u"replica"_s)));
    QVERIFY(!(keys->derivedKey(u"password"_s) == other->derivedKey(u"password"_s)));
}

QTEST_GUILESS_MAIN(TestPasswordCheck)
#include "tst_passwordcheck.moc"

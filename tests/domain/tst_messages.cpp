// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/messages.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

#include "core/domain/sentences.h"

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRefusalHasASentence();
    void sentencesUseDeclaredParameters();
    void noCodeTwice();
    void everyFaultInTheSourcesHasASentence();
    void parametersAreFilledIn();
    void unknownCodesAreNamed();
    void hints();
};

static QJsonObject refusals()
{
    QFile file(u":/declarations/refusals.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

// ERR-1
void TestMessages::everyRefusalHasASentence()
{
    const QStringList codes = refusals().keys();
    QVERIFY(codes.size() > 30);
    QStringList told;
    for (const Sentence &sentence : refusalSentences())
        told.append(QString::fromLatin1(sentence.code));
    for (const QString &code : codes)
        QVERIFY2(told.contains(code), qPrintable(code + u" has no sentence"_s));
    for (const QString &code : std::as_const(told))
        QVERIFY2(codes.contains(code), qPrintable(code + u" is not in refusals.json"_s));
}

void TestMessages::sentencesUseDeclaredParameters()
{
    const QJsonObject declared = refusals();
    static const QRegularExpression placeholder(u"\\{([^}]*)\\}"_s);
    for (const Sentence &sentence : refusalSentences()) {
        const QString code = QString::fromLatin1(sentence.code);
        const QVariantList parameters = declared.value(code).toArray().toVariantList();
        for (auto matches = placeholder.globalMatch(QString::fromUtf8(sentence.text)); matches.hasNext();) {
            const QString name = matches.next().captured(1);
            QVERIFY2(parameters.contains(name), qPrintable(code + u": {"_s + name + u"} is no parameter"_s));
        }
    }
}

void TestMessages::noCodeTwice()
{
    QStringList codes = codesWithSentence();
    const qsizetype all = codes.size();
    codes.removeDuplicates();
    QCOMPARE(codes.size(), all);
}

// ERR-1: whatever the program itself reports
void TestMessages::everyFaultInTheSourcesHasASentence()
{
    static const QRegularExpression error(u"ErrorClass::[A-Za-z]+,\\s*u\"([a-z_]+\\.[a-z_]+)\"_s"_s);
    const QStringList told = codesWithSentence();
    QStringList missing;
    int found = 0;
    for (const QString &folder : {u"core"_s, u"app"_s, u"ui"_s}) {
        QDirIterator files(u"" TENANTRY_SOURCES "/"_s + folder, {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            for (auto matches = error.globalMatch(source); matches.hasNext(); ++found) {
                const QString code = matches.next().captured(1);
                if (!told.contains(code) && !missing.contains(code))
                    missing.append(code);
            }
        }
    }
    QVERIFY(found > 50);
    QVERIFY2(missing.isEmpty(), qPrintable(u"add to faultsentences.cpp: "_s + missing.join(u", "_s)));
}

void TestMessages::parametersAreFilledIn()
{
    QCOMPARE(sentence(Error{
                 ErrorClass::Business, u"rule.too_short"_s, u"name"_s, {{u"min"_s, 2}, {u"length"_s, 1}}}),
             u"Too short: at least 2 characters, now 1."_s);
    QCOMPARE(
        sentence(Error{
            ErrorClass::Business,
            u"rule.characters"_s,
            {},
            {{u"character"_s, u"{class}"_s}, {u"code_point"_s, u"U+007B"_s}, {u"class"_s, u"identifier"_s}}}),
        u"\"{class}\" (U+007B) can't be used here. Allowed: letters A–Z, digits and _."_s);
    const QString text = sentence(Error{
        ErrorClass::Business,
        u"application.not_pending"_s,
        {},
        {{u"by_name"_s, u"张伟"_s}, {u"status"_s, u"approved"_s}, {u"at"_s, qint64(1767225600000000)}}});
    QVERIFY2(text.contains(u"张伟"_s) && text.contains(u"approved"_s) && !text.contains(u"1767"_s),
             qPrintable(text));
}

void TestMessages::unknownCodesAreNamed()
{
    for (const ErrorClass c :
         {ErrorClass::Business, ErrorClass::System, ErrorClass::Network, ErrorClass::Data})
        QVERIFY(sentence(Error{c, u"no.such_code"_s, {}, {}}).contains(u"no.such_code"_s));
}

// ERR-3
void TestMessages::hints()
{
    const RuleSet rules = RuleSet::builtIn();
    QCOMPARE(sentence(rules.hint(u"organization"_s, u"code"_s).value()),
             u"3 to 20 characters: letters A–Z, digits and _."_s);
    QCOMPARE(sentence(rules.hint(u"space"_s, u"name"_s).value()),
             u"Up to 50 characters: any visible characters in one line."_s);
    QCOMPARE(sentence(rules.hint(u"tenant_application"_s, u"estimated_users"_s).value()),
             u"A whole number from 1 to 10000000."_s);
}

QTEST_GUILESS_MAIN(TestMessages)
#include "tst_messages.moc"

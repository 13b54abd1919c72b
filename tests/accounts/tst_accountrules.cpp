// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a person who makes an account types: each error at its field, all at once, before anything is sent.
#include "core/accounts/accountflows.h"
#include "core/accounts/passwordrule.h"
#include "core/accounts/phonenumber.h"

#include <QTest>

#include <ctime>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestAccountRules : public QObject
{
    Q_OBJECT

    static accounts::Registration good()
    {
        return {u"li.na@example.com"_s,
                u"plum-Harbour 77 violin"_s,
                u"plum-Harbour 77 violin"_s,
                u"李娜"_s,
                {},
                {}};
    }
    static QString codes(const QList<Error> &errors)
    {
        QStringList all;
        for (const Error &error : errors)
            all += error.field + u'=' + error.code;
        return all.join(u' ');
    }

private Q_SLOTS:
    void aGoodFormHasNoErrors() { QCOMPARE(codes(accounts::check(good())), QString()); }

    void eachBadFieldHasItsErrorAllAtOnce() // ACC-1
    {
        const accounts::Registration form{u"li.na"_s, u"short"_s,   u"short"_s,
                                          u"R2-D2"_s, u"call me"_s, u"a b"_s};
        QCOMPARE(
            codes(accounts::check(form)),
            u"email=rule.email name=rule.characters phone=rule.characters mis=rule.characters password=rule.too_short"_s);
        QCOMPARE(codes(accounts::check({})),
                 u"email=rule.required name=rule.required password=rule.required"_s);
    }

    void theRepeatedPasswordMustBeTheSame()
    {
        accounts::Registration form = good();
        form.repeated += u'x';
        QCOMPARE(codes(accounts::check(form)), u"repeated=password.repeated_wrong"_s);
    }

    void passwords_data() // ACC-2
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("code");
        QTest::newRow("9 characters") << u"xK9#qLw2v"_s << u"rule.too_short"_s;
        QTest::newRow("10 characters") << u"xK9#qLw2vP"_s << QString();
        QTest::newRow("128 code points outside the BMP")
            << QString::fromUcs4(U"𠮷墙").repeated(64) << QString();
        QTest::newRow("129") << u"x7Kq"_s.repeated(32) + u'z' << u"rule.too_long"_s;
        QTest::newRow("a common word") << u"password123"_s << u"password.weak"_s;
        QTest::newRow("a keyboard's row") << u"qwertyuiop"_s << u"password.weak"_s;
        QTest::newRow("repetition") << u"aaaaaaaaaaaaaa"_s << u"password.weak"_s;
        QTest::newRow("the name") << u"Violin7 LI NA harbour"_s << u"password.contains_own_data"_s;
        QTest::newRow("the name of the mailbox")
            << u"harbour-li.na-77-violin"_s << u"password.contains_own_data"_s;
        QTest::newRow("MIS in other letters")
            << u"harbour LINA03 violin"_s << u"password.contains_own_data"_s;
        QTest::newRow("Chinese words") << u"紫色大象在弹钢琴"_s + u"三七"_s << QString();
        QTest::newRow("NUL") << u"plum-Harbour 77 vi"_s + QChar(u'\0') + u"olin"_s << u"password.unusable"_s;
    }
    void passwords()
    {
        QFETCH(QString, password);
        const auto error = checkPassword(password, {u"Li Na"_s, u"li.na@example.com"_s, u"lina03"_s});
        QTEST(error ? error->code : QString(), "code");
        if (error)
            QCOMPARE(error->field, u"password"_s);
    }

    void strengthNamesWhatToMend() // the meter shows score and reason
    {
        QVERIFY(passwordStrength(u"qwertyuiop"_s, {}).score < sufficientScore);
        QCOMPARE(passwordStrength(u"qwertyuiop"_s, {}).weakness, PasswordWeakness::CommonWord);
        QCOMPARE(passwordStrength(u"]]]]]]]]]]]]"_s, {}).weakness, PasswordWeakness::Repetition);
        QCOMPARE(passwordStrength(u"zhangwei99"_s, {u"zhangwei"_s}).weakness, PasswordWeakness::OwnData);
        const PasswordStrength strong = passwordStrength(good().password, {});
        QVERIFY(strong.score >= sufficientScore);
        QCOMPARE(strong.weakness, PasswordWeakness::None);
    }

    void estimatingNeverStopsTheWindow() // APP-3
    {
        const std::clock_t before = std::clock(); // of the processor: others may want it too
        (void)passwordStrength(QString(128, u'a'), {u"a"_s.repeated(50)});
        (void)passwordStrength(u"p@ssw0rd1234qwertyqazwsx19991231"_s.repeated(4), {u"qwerty"_s});
        const double took = 1e3 * double(std::clock() - before) / CLOCKS_PER_SEC;
        QVERIFY2(took < 100, qPrintable(QString::number(took)));
    }

    void phones_data() // ACC-7
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("stored");
        QTest::newRow("China, as it is spoken") << u"13800138000"_s << u"+86 138 0013 8000"_s;
        QTest::newRow("with the country") << u"+86-138-0013-8000"_s << u"+86 138 0013 8000"_s;
        QTest::newRow("Germany") << u"+49 30 123456"_s << u"+49 30 123456"_s;
        QTest::newRow("too few digits") << u"1380013800"_s << QString();
        QTest::newRow("no such country") << u"+999 123456789"_s << QString();
        QTest::newRow("no number") << u"(---)"_s << QString();
    }
    void phones()
    {
        QFETCH(QString, typed);
        QTEST(internationalPhone(typed).value_or(QString()), "stored");
    }

    void theCodeIsFoundInWhatWasPasted() // ACC-4: the link or the bare token
    {
        const QString token = u"AZ09_-"_s.repeated(8);
        for (const QString &pasted :
             {token, u"  %1\n"_s.arg(token), u"tenantry://activate?token=%1"_s.arg(token),
              u"Code:\n%1 (once)"_s.arg(token)})
            QCOMPARE(accounts::tokenIn(pasted), token);
        QCOMPARE(accounts::tokenIn(u" not a code "_s), u"not a code"_s);
    }
};

QTEST_GUILESS_MAIN(TestAccountRules)
#include "tst_accountrules.moc"

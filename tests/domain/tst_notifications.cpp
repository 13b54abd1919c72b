// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// NOT-1, NOT-3: every kind that the schema tells has its sentence, and the sentence uses what the kind holds.
#include "core/domain/notificationkinds.h"
#include "core/domain/notificationtext.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace tenantry;
using namespace Qt::StringLiterals;

class TestNotifications : public QObject
{
    Q_OBJECT

    static QJsonObject object(const char *json) { return QJsonDocument::fromJson(json).object(); }
    static NotificationWords words()
    {
        NotificationWords words =
            wordsOfMoment([](const QUuid &id) { return id == who() ? u"张三"_s : QString(); });
        words.locale = QLocale(QLocale::English, QLocale::UnitedStates);
        return words;
    }
    static QUuid who() { return QUuid(u"00000000-0000-7000-8000-000000000007"_s); }

private Q_SLOTS:
    void everyDeclaredKindHasASentence() // NOT-1
    {
        QStringList told;
        for (const NotificationKind &kind : notificationKinds())
            told += QString::fromLatin1(kind.kind);
        told.sort();
        QVERIFY(told.size() >= 20);
        QCOMPARE(told, declaredNotifications());
    }

    void everyKindThatTheSchemaTellsIsDeclared() // NOT-3
    {
        static const QRegularExpression told(
            u"(?:notify_users|notify_scope|tell_applicant|tell_group_members)\\(\\s*(?:application, |role_group, )?(?:case [^']*'[a-z]+' then )?'([a-z_]+)'(?: else '([a-z_]+)')?"_s);
        QStringList missing;
        int found = 0;
        QDirIterator files(u"" TENANTRY_SOURCES "/resources/schema/functions"_s, {u"*.sql"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            for (auto matches = told.globalMatch(QString::fromUtf8(file.readAll())); matches.hasNext();
                 ++found) {
                const QRegularExpressionMatch match = matches.next();
                for (const QString &kind : {match.captured(1), match.captured(2)})
                    if (!kind.isEmpty() && !findNotificationKind(kind))
                        missing += kind;
            }
        }
        QVERIFY2(found >= 15, qPrintable(QString::number(found)));
        QVERIFY2(missing.isEmpty(), qPrintable(u"add to notifications.json and notificationkinds.cpp: "_s +
                                               missing.join(u", "_s)));
    }

    void sentencesUseWhatTheKindHolds() // NOT-3
    {
        static const QRegularExpression placeholder(u"\\{([a-z_]+)\\}"_s);
        for (const NotificationKind &kind : notificationKinds()) {
            const QStringList holds = notificationHolds(QString::fromLatin1(kind.kind));
            for (auto matches = placeholder.globalMatch(QString::fromUtf8(kind.title)); matches.hasNext();) {
                const QString name = matches.next().captured(1);
                QVERIFY2(holds.contains(name), qPrintable(QLatin1String(kind.kind) + u": {"_s + name + u'}'));
            }
            const QString object = notificationTarget(QString::fromLatin1(kind.kind)).object;
            QVERIFY2(object.isEmpty() || holds.contains(object), kind.kind);
        }
    }

    void saysWhatChanged() // NOT-3
    {
        const auto text = notificationText(u"memberships_changed"_s,
                                           object(R"({"before": [{"name": "平台组", "role": "member"}],
            "after": [{"name": "平台组", "role": "leader"}, {"name": "质量组", "role": "member"}], "reason": "因为",
            "effect": [{"name": "客服空间", "before": null, "after": "editor"}]})"),
                                           words());
        QCOMPARE(text.title, u"Your organizations changed"_s);
        QCOMPARE(text.lines,
                 (QList<NotificationText::Line>{{u"Before"_s, u"平台组"_s},
                                                {u"Now"_s, u"平台组 (leader), 质量组"_s},
                                                {u"Effect"_s, u"客服空间: no permission → editor"_s},
                                                {u"Reason"_s, u"因为"_s}}));
    }

    void namesPeopleAndLeavesOutWhatIsEmpty()
    {
        const auto text =
            notificationText(u"ownership_transferred"_s,
                             object(R"({"name": "客服空间", "to": "00000000-0000-7000-8000-000000000007",
            "by": "00000000-0000-7000-8000-000000000008"})"),
                             words());
        QCOMPARE(text.title, u"\"客服空间\" belongs to 张三 now"_s);
        QCOMPARE(text.lines, (QList<NotificationText::Line>{{u"Owner now"_s, u"张三"_s},
                                                            {u"Changed by"_s, u"somebody you can't see"_s}}));
    }

    void whoFailsToSignInNeedsNoAccount() // ACC-10
    {
        const auto text = notificationText(
            u"unusual_access"_s,
            object(
                R"({"event": "many_failed_sign_ins", "actor": null, "actor_id": null, "count": 5, "minutes": 10})"),
            words());
        QCOMPARE(text.title, u"Unusual access by somebody unknown: failed to sign in again and again"_s);
        QCOMPARE(text.lines,
                 (QList<NotificationText::Line>{{u"How many"_s, u"5"_s}, {u"Within minutes"_s, u"10"_s}}));
    }

    void whatPeopleTypedIsLeftAsItIs()
    {
        const auto text = notificationText(
            u"role_group_joined"_s, object(R"({"name": "{reason}", "reason": "{name} <b>"})"), words());
        QCOMPARE(text.title, u"You are in the role group \"{reason}\" now"_s);
        QCOMPARE(text.lines.first().value, u"{name} <b>"_s);
        const auto changed = notificationText(
            u"access_copied"_s,
            object(R"({"from": "x", "effect": [{"name": "{after}", "before": "viewer", "after": "owner"}]})"),
            words());
        QCOMPARE(changed.lines.first().value, u"{after}: viewer → owner"_s);
    }

    void numbersAndTimes()
    {
        const auto tenant = notificationText(
            u"tenant_created"_s,
            object(
                R"({"name": "T", "plan_en": "Basic", "plan_zh": "基础版", "quotas": {"members": 1000, "spaces": null}})"),
            words());
        QCOMPARE(tenant.lines,
                 (QList<NotificationText::Line>{{u"Plan"_s, u"Basic"_s},
                                                {u"Benefits"_s, u"members 1,000, spaces unlimited"_s}}));
        const auto expiring = notificationText(
            u"grant_expiring"_s,
            object(R"({"name": "S", "subject": "张三", "role": "editor", "expires_at": 1767225600000000})"),
            words());
        QVERIFY2(!expiring.title.contains(u"1767"_s) && expiring.title.contains(u"张三"_s),
                 qPrintable(expiring.title));
    }

    void unknownKindsAreNamed()
    {
        QCOMPARE(notificationText(u"of_tomorrow"_s, {}, words()).lines.first().value, u"of_tomorrow"_s);
    }
};

QTEST_GUILESS_MAIN(TestNotifications)
#include "tst_notifications.moc"

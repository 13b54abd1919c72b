// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/models/conflictfields.h"
#include "ui/models/queuewords.h"
#include "ui/pages/platform/platformsettings.h"
#include "ui/pages/platform/platformsettingsdialog.h"
#include "ui/pages/platform/platformsettingspage.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using namespace tenantry::ui::platform;
using test::FixedSession;

/// The platform's settings on the screen (SEC-4, TEN-4, TEN-8, MOV-3, MEM-9, ACC-11, SPC-4, OPS-5).
class PlatformSettingsPageTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<PlatformSettingsPage> m_page;
    QHash<QString, SettingRow> m_rows;

    void put(const QString &key, const QString &value)
    {
        SettingRow &row = m_rows[key];
        if (row.id.isNull())
            row.id = makeUuid7(m_session->now());
        row.key = key;
        row.value = value;
        ++row.version;
        directory::Delta delta;
        delta.upserted.emplace_back(row);
        m_session->apply(delta);
    }
    PlatformSettingsDialog *open()
    {
        m_page->edit();
        auto *dialog = m_page->window()->findChild<PlatformSettingsDialog *>();
        return dialog && dialog->isVisible() ? dialog : nullptr;
    }
    template <class Editor>
    static Editor *editor(PlatformSettingsDialog *dialog, const QString &key)
    {
        return qobject_cast<Editor *>(dialog->form()->field(key)->editor());
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<FixedSession>(u"system_administrator"_s);
        m_rows.clear();
        put(u"decide_target_hours"_s, u"24"_s);
        put(u"rename_interval_days"_s, u"30"_s);
        put(u"final_approval_of_joins"_s, u"true"_s);
        put(u"replica_lease_days"_s, u"14"_s);
        put(u"pending_account_days"_s, u"30"_s);
        put(u"mask_contacts_of_other_tenants"_s, u"true"_s);
        put(u"staff_domains"_s, u"[\"example.com\"]"_s);
        put(u"image_endpoint"_s, u"null"_s);
        put(u"support_contacts"_s, u"\"\""_s);
        m_page = std::make_unique<PlatformSettingsPage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void onlyForThePlatformTeam()
    {
        QVERIFY(m_page->isAvailable());
        FixedSession administrator(u"tenant_administrator"_s);
        QVERIFY(!PlatformSettingsPage(administrator).isAvailable());
    }

    void saysWhatIsSet()
    {
        QStringList texts;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            texts.append(label->text());
        for (const QString &key : settingKeys()) {
            QVERIFY2(texts.contains(settingLabel(key)), qPrintable(key));
            QVERIFY2(texts.contains(settingText(key, settingsIn(*m_session->snapshot()).value(key))),
                     qPrintable(key));
        }
        put(u"decide_target_hours"_s, u"48"_s);
        bool found = false;
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            found = found || label->text() == settingText(u"decide_target_hours"_s, 48);
        QVERIFY(found);
    }

    void keysReachEverything() // APP-2
    {
        QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
        QCOMPARE(test::unreachableControls(m_page.get()), QStringList());
        PlatformSettingsDialog *dialog = open();
        QVERIFY(dialog);
        QCOMPARE(test::unnamedControls(dialog), QStringList());
        QCOMPARE(test::unreachableControls(dialog), QStringList());
    }

    void givesWhatChangedAndWhatWasSeen() // INB-6
    {
        PlatformSettingsDialog *dialog = open();
        editor<QSpinBox>(dialog, u"replica_lease_days"_s)->setValue(30);
        editor<QCheckBox>(dialog, u"final_approval_of_joins"_s)->setChecked(false);
        editor<QLineEdit>(dialog, u"staff_domains"_s)->setText(u"Example.com， a-b.org"_s);
        editor<QLineEdit>(dialog, u"image_endpoint"_s)->setText(u" https://images.example.com/make "_s);
        dialog->save();
        QCOMPARE(m_session->commands().size(), 1);
        const Command command = m_session->commands().first().command;
        QCOMPARE(command.kind, u"platform_settings_set"_s);
        QCOMPARE(command.payload,
                 (QJsonObject{{u"replica_lease_days"_s, 30},
                              {u"final_approval_of_joins"_s, false},
                              {u"staff_domains"_s, QJsonArray{u"example.com"_s, u"a-b.org"_s}},
                              {u"image_endpoint"_s, u"https://images.example.com/make"_s}}));
        QCOMPARE(command.seen.size(), 4);
        QCOMPARE(command.seen[m_rows[u"replica_lease_days"_s].id.toString(QUuid::WithoutBraces)][QString()]
                     .toInt(),
                 1);
        QCOMPARE(command.before.value(u"replica_lease_days"_s).toInt(), 14);
        QVERIFY(!commandSentence(*m_session, command).contains(u'_'));
    }

    void nothingChangedGivesNothing()
    {
        open()->save();
        QVERIFY(m_session->commands().isEmpty());
    }

    void errorsStandAtTheirFields_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("typed");
        QTest::newRow("plain http") << u"image_endpoint"_s << u"http://images.example.com/"_s;
        QTest::newRow("domain") << u"staff_domains"_s << u"example.com, not_a domain"_s;
    }
    void errorsStandAtTheirFields() // ERR-2, ERR-3
    {
        QFETCH(QString, key);
        QFETCH(QString, typed);
        PlatformSettingsDialog *dialog = open();
        editor<QLineEdit>(dialog, key)->setText(typed);
        dialog->save();
        QVERIFY(m_session->commands().isEmpty());
        QVERIFY(dialog->isVisible());
        QVERIFY(!dialog->form()->field(key)->error().isEmpty());
        QCOMPARE(editor<QLineEdit>(dialog, key)->text(), typed);
    }

    void tooLongContactsAreKept() // ERR-2
    {
        PlatformSettingsDialog *dialog = open();
        editor<QPlainTextEdit>(dialog, u"support_contacts"_s)->setPlainText(QString(501, u'系'));
        dialog->save();
        QVERIFY(!dialog->form()->field(u"support_contacts"_s)->error().isEmpty());
        QCOMPARE(editor<QPlainTextEdit>(dialog, u"support_contacts"_s)->toPlainText().size(), 501);
    }

    void twoVersionsSideBySide() // INB-6
    {
        const Command mine = makePlatformSettings(*m_session->snapshot(), {{u"decide_target_hours"_s, 12},
                                                                           {u"rename_interval_days"_s, 90}})
                                 .value();
        put(u"decide_target_hours"_s, u"36"_s);
        const QList<ConflictField> fields = conflictFields(*m_session, mine);
        QCOMPARE(fields.size(), 2);
        const auto hours = std::ranges::find(fields, u"decide_target_hours"_s, &ConflictField::key);
        QVERIFY(hours != fields.end() && hours->isDisputed());
        QCOMPARE(hours->label, settingLabel(hours->key));
        QCOMPARE(hours->now, settingText(hours->key, 36));
        const Command merged = mergedCommand(*m_session, mine, {u"rename_interval_days"_s}).value();
        QCOMPARE(merged.payload, (QJsonObject{{u"rename_interval_days"_s, 90}}));
        const Command all =
            mergedCommand(*m_session, mine, {u"rename_interval_days"_s, u"decide_target_hours"_s}).value();
        QCOMPARE(
            all.seen[m_rows[u"decide_target_hours"_s].id.toString(QUuid::WithoutBraces)][QString()].toInt(),
            2);
        QVERIFY(!mergedCommand(*m_session, mine, {}));
    }
};

QTEST_MAIN(PlatformSettingsPageTest)
#include "tst_platformsettingspage.moc"

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/scram.h"
#include "tests/ui/support/keyboardwalk.h"
#include "tests/uisupport/fixedsession.h"
#include "ui/models/conflictfields.h"
#include "ui/models/queuewords.h"
#include "ui/pages/profile/contactmask.h"
#include "ui/pages/profile/passwordchangedialog.h"
#include "ui/pages/profile/profiledialog.h"
#include "ui/pages/profile/profilepage.h"
#include "ui/widgets/accessevent.h"
#include "ui/widgets/avatarpicker.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;
using test::FixedSession;

namespace {

/// What a page tells of reading.
class Notes final : public QObject
{
public:
    QList<AccessEvent> told;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != AccessNote::kind())
            return false;
        told.append(static_cast<AccessNote *>(event)->what());
        return true;
    }
};

} // namespace

/// One's own profile and password on the screen (ACC-7, ACC-8).
class ProfilePageTest final : public QObject
{
    Q_OBJECT

    static inline const QString old = u"plum-Harbour 77 violin"_s;
    static inline const QString fresh = u"quiet-Meadow 31 cello"_s;

    std::unique_ptr<FixedSession> m_session;
    std::unique_ptr<ProfilePage> m_page;

    void setOnline(bool online)
    {
        sync::SyncState state = m_session->state();
        state.online = online;
        m_session->setState(state);
    }
    [[nodiscard]] UserPrivateRow own() const
    {
        const auto snapshot = m_session->snapshot();
        return *snapshot->user(snapshot->findUser(m_session->userId())).privateRow();
    }
    [[nodiscard]] static QString textsOf(const QWidget &widget)
    {
        QStringList texts;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            if (label->isVisible())
                texts += label->text();
        return texts.join(u'\n');
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_page->findChildren<QPushButton *>())
            if (button->text() == text)
                return button;
        return nullptr;
    }
    template <class Dialog>
    [[nodiscard]] Dialog *open() const
    {
        for (Dialog *dialog : m_page->window()->findChildren<Dialog *>())
            if (dialog->isVisible())
                return dialog;
        return nullptr;
    }
    template <class Dialog>
    static QLineEdit *line(Dialog *dialog, const QString &field)
    {
        return qobject_cast<QLineEdit *>(dialog->form()->field(field)->editor());
    }
    static void type(QLineEdit *edit, const QString &text)
    {
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    /// A server that knows the old password.
    void takePasswords()
    {
        const auto verifier =
            scram::deriveVerifier(old, QByteArray(16, 's'), scram::minimumIterations).value();
        m_session->setAnswer(
            sync::Question::PasswordChallenge, [verifier](const QJsonObject &) -> Result<QJsonValue> {
                return QJsonObject{{u"iterations"_s, verifier.iterations},
                                   {u"salt"_s, QString::fromLatin1(verifier.salt.toBase64())}};
            });
        m_session->setAnswer(
            sync::Question::ChangePassword, [](const QJsonObject &asked) -> Result<QJsonValue> {
                const auto right =
                    scram::proofOfPassword(old, QByteArray(16, 's'), scram::minimumIterations).value();
                if (asked["client_key"_L1].toString() != QString::fromLatin1(right))
                    return failure(ErrorClass::Business, u"password.wrong"_s, {}, u"password"_s);
                return scram::verifyPassword(fresh, asked["verifier"_L1].toString().toLatin1()).value()
                           ? Result<QJsonValue>(QJsonObject())
                           : failure(ErrorClass::Data, u"answer.malformed"_s);
            });
    }

private Q_SLOTS:
    void init()
    {
        m_session = std::make_unique<FixedSession>(u"member"_s);
        m_session->setAnswer(sync::Question::AccountDetails, [](const QJsonObject &) -> Result<QJsonValue> {
            return QJsonObject{{u"activated_at"_s, qint64(1'700'000'000'000'000)}, {u"language"_s, u"en"_s}};
        });
        UserPrivateRow row = own();
        row.phone = u"+86 138 0013 8000"_s;
        row.email = u"li.na@example.com"_s;
        directory::Delta delta;
        delta.upserted.emplace_back(row);
        m_session->apply(delta);
        setOnline(true);
        m_page = std::make_unique<ProfilePage>(*m_session);
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(m_page.get(), &event);
        m_page->resize(1000, 760);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        m_page->activated();
        QTRY_VERIFY(textsOf(*m_page).contains(u"English"_s));
    }
    void cleanup()
    {
        m_page.reset();
        m_session.reset();
    }

    void starsUntilItIsRevealedWhichIsToldToTheServer() // ACC-7, OPM-6
    {
        QVERIFY2(textsOf(*m_page).contains(u"l*****@example.com"_s), qPrintable(textsOf(*m_page)));
        QVERIFY(!textsOf(*m_page).contains(u"138 0013"_s));
        Notes notes;
        m_page->installEventFilter(&notes);
        QTest::mouseClick(button(u"Show phone and e-mail"_s), Qt::LeftButton);
        QVERIFY(textsOf(*m_page).contains(u"li.na@example.com"_s));
        QVERIFY(textsOf(*m_page).contains(u"+86 138 0013 8000"_s));
        QCOMPARE(notes.told.size(), 1);
        QCOMPARE(notes.told.first().act, AccessEvent::Act::Reveal);
        QCOMPARE(notes.told.first().objectId, m_session->userId().uuid());
        QTest::mouseClick(button(u"Hide phone and e-mail"_s), Qt::LeftButton);
        QVERIFY(!textsOf(*m_page).contains(u"li.na@example.com"_s));
        QCOMPARE(notes.told.size(), 1);
    }

    void leavingThePageHidesThemAgain() // ACC-7
    {
        m_page->setRevealed(true);
        m_page->hide();
        m_page->show();
        QVERIFY(!textsOf(*m_page).contains(u"li.na@example.com"_s));
    }

    void masks_data() // ACC-7
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("masked");
        QTest::newRow("address") << u"zhang@example.com"_s << u"z*****@example.com"_s;
        QTest::newRow("of one letter") << u"z@example.com"_s << u"*****@example.com"_s;
        QTest::newRow("none") << QString() << QString();
    }
    void masks()
    {
        QFETCH(QString, email);
        QTEST(profile::maskedEmail(email), "masked");
        QCOMPARE(profile::maskedPhone(u"+86 138 0013 8000"_s), u"+** *** **** 8000"_s);
        QCOMPARE(profile::maskedPhone(u"1234567"_s), u"******7"_s);
    }

    void aLockLeavesNothing()
    {
        m_page->setRevealed(true);
        m_session->setSnapshot(directory::SnapshotBuilder().build().value());
        for (const QLabel *label : m_page->findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(u"example.com"_s) && !label->text().contains(u"8000"_s),
                     qPrintable(label->text()));
    }

    void onlyWhatChangedIsSentAndConflictsAreSeen() // ACC-7, INB-6
    {
        m_page->edit();
        auto *dialog = open<ProfileDialog>();
        QVERIFY(dialog);
        QVERIFY(!dialog->form()->field(u"email"_s)); // not editable
        type(line(dialog, u"nickname"_s), u"Nana"_s);
        dialog->language()->setCurrentIndex(dialog->language()->findData(u"zh_CN"_s));
        dialog->save();
        QCOMPARE(m_session->commands().size(), 1);
        const Command command = m_session->commands().first().command;
        QCOMPARE(command.kind, u"profile_change"_s);
        QCOMPARE(command.payload, (QJsonObject{{u"nickname"_s, u"Nana"_s}, {u"language"_s, u"zh_CN"_s}}));
        QCOMPARE(command.seen[m_session->userId().toString()][QString()].toInt(), own().version);
        QCOMPARE(commandSentence(*m_session, command), u"Change my profile"_s);

        UserPrivateRow theirs = own(); // from another console meanwhile
        theirs.nickname = u"Other"_s;
        ++theirs.version;
        directory::Delta delta;
        delta.upserted.emplace_back(theirs);
        m_session->apply(delta);
        const QList<ConflictField> fields = conflictFields(*m_session, command);
        const auto nickname = std::ranges::find(fields, u"nickname"_s, &ConflictField::key);
        QVERIFY(nickname != fields.end());
        QCOMPARE(nickname->now, u"Other"_s);
        QCOMPARE(nickname->mine, u"Nana"_s);
        const auto merged = mergedCommand(*m_session, command, {u"nickname"_s});
        QVERIFY(merged);
        QCOMPARE(merged->seen[m_session->userId().toString()][QString()].toInt(), theirs.version);
    }

    void badFieldsSaySoAllAtOnceAndKeepWhatWasTyped() // ERR-2, ERR-3
    {
        m_page->edit();
        auto *dialog = open<ProfileDialog>();
        type(line(dialog, u"name"_s), u"Li 2"_s);
        type(line(dialog, u"username"_s), u"a-b"_s);
        type(line(dialog, u"nickname"_s), u"x"_s);
        type(line(dialog, u"phone"_s), u"+86 12345"_s);
        dialog->save();
        for (const QString &field : {u"name"_s, u"username"_s, u"nickname"_s, u"phone"_s})
            QVERIFY2(!dialog->form()->field(field)->error().isEmpty(), qPrintable(field));
        QVERIFY(m_session->commands().isEmpty());
        QCOMPARE(line(dialog, u"phone"_s)->text(), u"+86 12345"_s);
    }

    void aRefusalStandsAtItsField() // ACC-7: the nickname is unique on the platform
    {
        m_page->edit();
        auto *dialog = open<ProfileDialog>();
        type(line(dialog, u"nickname"_s), u"Taken"_s);
        dialog->save();
        m_session->answer(m_session->commands().first().id(),
                          {{ErrorClass::Business, u"profile.nickname_taken"_s, u"nickname"_s, {}}});
        QTRY_VERIFY(dialog->form()->field(u"nickname"_s)->error().contains(u"Somebody has this nickname"_s));
        QCOMPARE(line(dialog, u"nickname"_s)->text(), u"Taken"_s);
    }

    void theLanguageOfMailNeedsTheServer() // NOT-1
    {
        setOnline(false);
        m_page = std::make_unique<ProfilePage>(*m_session);
        m_page->show();
        m_page->edit();
        auto *dialog = open<ProfileDialog>();
        QVERIFY(!dialog->language()->isEnabled());
        type(line(dialog, u"nickname"_s), u"Nana"_s);
        dialog->save();
        QVERIFY(!m_session->commands().first().command.payload.contains(u"language"_s));
    }

    void aPictureIsCutSmall() // ACC-7
    {
        QTemporaryDir folder;
        QImage noise(400, 300, QImage::Format_RGB32);
        for (int y = 0; y < noise.height(); ++y)
            for (int x = 0; x < noise.width(); ++x)
                noise.setPixel(x, y, qRgb(x * 7919 % 256, y * 104'729 % 256, (x + y) * 31 % 256));
        const QString file = folder.filePath(u"me.png"_s);
        QVERIFY(noise.save(file));
        m_page->edit();
        auto *dialog = open<ProfileDialog>();
        dialog->picture()->loadFile(file);
        QTRY_VERIFY(dialog->picture()->problem().isEmpty());
        dialog->save();
        QCOMPARE(m_session->commands().size(), 1);
        const QByteArray sent =
            m_session->commands().first().command.payload[u"avatar"_s].toString().toLatin1();
        QVERIFY2(!sent.isEmpty() && sent.size() <= 4096, qPrintable(QString::number(sent.size())));
        const QImage image = QImage::fromData(QByteArray::fromBase64(sent));
        QCOMPARE(image.size(), QSize(64, 64));
    }

    void theWrongOldPasswordIsSaidAtItsField() // ACC-8
    {
        takePasswords();
        m_page->changePassword();
        auto *dialog = open<PasswordChangeDialog>();
        QVERIFY(dialog);
        type(line(dialog, u"old"_s), u"not the old one"_s);
        type(line(dialog, u"password"_s), fresh);
        type(line(dialog, u"repeated"_s), fresh);
        dialog->save();
        QTRY_COMPARE(dialog->form()->field(u"old"_s)->error(), u"The password is wrong."_s);
        QVERIFY(dialog->form()->field(u"password"_s)->error().isEmpty());
        QVERIFY(dialog->isVisible());
        for (const QLabel *label : dialog->findChildren<QLabel *>())
            QVERIFY(!label->text().contains(fresh));
    }

    void anotherPasswordForTheOldOne() // ACC-8
    {
        takePasswords();
        QSignalSpy changed(m_session.get(), &Session::passwordChanged);
        QSignalSpy told(m_page.get(), &Page::toastRequested);
        m_page->changePassword();
        QPointer<PasswordChangeDialog> dialog = open<PasswordChangeDialog>();
        const QList<QLineEdit *> edits{line(dialog.data(), u"old"_s), line(dialog.data(), u"password"_s),
                                       line(dialog.data(), u"repeated"_s)};
        type(edits[0], old);
        type(edits[1], fresh);
        type(edits[2], fresh);
        QStringList left;
        connect(dialog, &QDialog::finished, this, [&] {
            for (const QLineEdit *edit : edits)
                left += edit->text();
        });
        dialog->save();
        QTRY_VERIFY(!dialog);
        QCOMPARE(left.join(QString()), QString()); // the fields are empty then
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toString(), fresh);
        QCOMPARE(told.size(), 1);
        QVERIFY(m_session->commands().isEmpty()); // no password goes into the queue
    }

    void badPasswords_data() // ACC-2, ACC-8
    {
        QTest::addColumn<QString>("old");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("repeated");
        QTest::addColumn<QStringList>("fields");
        QTest::newRow("nothing") << QString() << QString() << QString()
                                 << QStringList{u"old"_s, u"password"_s};
        QTest::newRow("weak") << old << u"qwertyuiop"_s << u"qwertyuiop"_s << QStringList{u"password"_s};
        QTest::newRow("repeated wrongly") << old << fresh << fresh.toUpper() << QStringList{u"repeated"_s};
        QTest::newRow("the same") << old << old << old << QStringList{u"password"_s};
    }
    void badPasswords()
    {
        QFETCH(QString, old);
        QFETCH(QString, password);
        QFETCH(QString, repeated);
        QFETCH(QStringList, fields);
        m_page->changePassword();
        auto *dialog = open<PasswordChangeDialog>();
        type(line(dialog, u"old"_s), old);
        type(line(dialog, u"password"_s), password);
        type(line(dialog, u"repeated"_s), repeated);
        dialog->save();
        for (const QString &field : {u"old"_s, u"password"_s, u"repeated"_s})
            QCOMPARE(!dialog->form()->field(field)->error().isEmpty(), fields.contains(field));
        QCOMPARE(line(dialog, u"password"_s)->text(), password); // ERR-2
    }

    void aPasswordIsChangedOnlyWhileConnected() // ACC-8
    {
        setOnline(false);
        QPushButton *change = button(u"Change the password"_s);
        QVERIFY(!change->isEnabled());
        QVERIFY(change->toolTip().contains(u"while connected"_s));
        setOnline(true);
        QVERIFY(change->isEnabled());
        m_session->setHasPassword(false); // the demo's personas
        setOnline(true);
        QVERIFY(!change->isEnabled());
        QVERIFY(change->toolTip().contains(u"without a password"_s));
    }

    void everythingByKeyboard() // APP-2
    {
        QCOMPARE(test::unreachableControls(m_page.get()), QStringList());
        QCOMPARE(test::unnamedControls(m_page.get()), QStringList());
        m_page->edit();
        QCOMPARE(test::unreachableControls(open<ProfileDialog>()), QStringList());
        QCOMPARE(test::unnamedControls(open<ProfileDialog>()), QStringList());
        open<ProfileDialog>()->reject();
        m_page->changePassword();
        QCOMPARE(test::unreachableControls(open<PasswordChangeDialog>()), QStringList());
        QCOMPARE(test::unnamedControls(open<PasswordChangeDialog>()), QStringList());
    }
};

QTEST_MAIN(ProfilePageTest)
#include "tst_profilepage.moc"

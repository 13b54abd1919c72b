// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/pictureendpoint.h"
#include "ui/widgets/cropframe.h"
#include "ui/widgets/tabs.h"

#include <QBuffer>
#include <QImageReader>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using Endpoint = tenantry::test::PictureServer;

namespace {

QByteArray fileOf(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

/// Four quarters of different colours, wider than high.
QImage quarters(const QSize &size = {400, 200})
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixelColor(x, y,
                                x < size.width() / 2 ? (y < size.height() / 2 ? Qt::red : Qt::green)
                                                     : (y < size.height() / 2 ? Qt::blue : Qt::yellow));
    return image;
}

QImage noise(const QSize &size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator random(3);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, random.generate());
    return image;
}

/// A PNG that claims to be so wide and high, with nothing in it.
QByteArray claimingPng(quint32 width, quint32 height)
{
    QByteArray png = fileOf(QImage(1, 1, QImage::Format_RGB32), "png");
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    quint32 crc = 0xffffffff;
    for (const char byte : png.mid(12, 17)) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (0xedb88320 & (0 - (crc & 1)));
    }
    qToBigEndian(~crc, png.data() + 29);
    return png;
}

} // namespace

// SPC-4
class TestAvatarPicker : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<AvatarPicker> m_picker;
    CropFrame *m_frame = nullptr;

    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("not written");
        return file.fileName();
    }
    [[nodiscard]] QImage picture() const { return QImage::fromData(m_picker->choice().picture); }
    [[nodiscard]] bool says(const QString &text) const
    {
        const auto labels = m_picker->findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&text](const QLabel *label) {
            return label->isVisible() && label->text() == text;
        });
    }
    [[nodiscard]] QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_picker->findChildren<QPushButton *>())
            if (button->text() == text)
                return button;
        return nullptr;
    }

private Q_SLOTS:
    void init()
    {
        m_picker = std::make_unique<AvatarPicker>();
        m_picker->setSubject(u"id"_s, u"智能客服空间"_s);
        m_picker->resize(560, 420);
        m_picker->show();
        m_frame = m_picker->findChild<CropFrame *>();
    }

    void defaultNeedsNothing()
    {
        QCOMPARE(m_picker->choice(), AvatarChoice());
        QCOMPARE(m_picker->problem(), QString());
    }

    void icons()
    {
        m_picker->setSource(AvatarPicker::Source::Icon);
        QVERIFY(!m_picker->problem().isEmpty());
        auto *list = m_picker->findChild<QListWidget *>();
        QCOMPARE(list->count(), AvatarPicker::offeredIcons().size());
        for (int row = 0; row < list->count(); ++row)
            QVERIFY2(!list->item(row)->icon().isNull(), qPrintable(AvatarPicker::offeredIcons().at(row)));
        list->setCurrentRow(2);
        QCOMPARE(m_picker->choice(),
                 (AvatarChoice{AvatarChoice::Kind::Icon, AvatarPicker::offeredIcons().at(2), {}}));
        AvatarPicker other;
        other.setChoice(m_picker->choice());
        QCOMPARE(other.choice(), m_picker->choice());
    }

    void files_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char *format : {"png", "jpg", "webp"})
            QTest::newRow(format) << QByteArray(format);
    }
    // The square in the middle at first, scaled, small enough for the server.
    void files()
    {
        QFETCH(QByteArray, format);
        QSignalSpy changed(m_picker.get(), &AvatarPicker::choiceChanged);
        m_picker->loadFile(write(u"a."_s + QString::fromLatin1(format), fileOf(quarters(), format.constData())));
        QTRY_VERIFY(m_frame->isVisible());
        QVERIFY(!changed.isEmpty());
        QCOMPARE(m_frame->part(), QRect(100, 0, 200, 200));
        QCOMPARE(m_picker->choice().kind, AvatarChoice::Kind::Picture);
        QCOMPARE(picture().size(), QSize(128, 128));
        QVERIFY(picture().pixelColor(10, 10).red() > 200 && picture().pixelColor(118, 10).blue() > 200);
        QVERIFY(m_picker->choice().picture.size() <= AvatarChoice::maximumBytes);
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<PictureFault>("fault");
        QTest::newRow("text") << QByteArray("<svg>") << PictureFault::UnknownFormat;
        QTest::newRow("empty") << QByteArray() << PictureFault::UnknownFormat;
        QTest::newRow("svg") << QByteArray("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>")
                             << PictureFault::UnknownFormat;
        QTest::newRow("gif") << QByteArray("GIF89a\x01\0\x01\0\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\0;", 26)
                             << PictureFault::UnknownFormat;
        QTest::newRow("too large") << QByteArray(maximumPictureFile + 1, 'x') << PictureFault::TooLarge;
        QTest::newRow("bomb") << claimingPng(60'000, 60'000) << PictureFault::TooManyPixels;
        QTest::newRow("cut off") << claimingPng(500, 500) << PictureFault::Damaged;
    }
    // At the field, and nothing else is lost.
    void badFiles()
    {
        QFETCH(QByteArray, content);
        QFETCH(PictureFault, fault);
        m_picker->loadFile(write(u"bad.png"_s, content));
        QTRY_VERIFY2(says(sentence(fault)), qPrintable(m_picker->problem()));
        QCOMPARE(m_picker->problem(), sentence(fault));
        QVERIFY(!m_frame->isVisible());
        m_picker->loadFile(write(u"good.png"_s, fileOf(quarters(), "png")));
        QTRY_VERIFY(m_frame->isVisible());
        QCOMPARE(m_picker->problem(), QString());
    }

    void aFileThatIsNotThere()
    {
        m_picker->loadFile(m_folder.filePath(u"none.png"_s));
        QTRY_VERIFY(says(sentence(PictureFault::Unreadable)));
    }

    // Only the last file chosen counts, however long the one before takes.
    void theLastFileCounts()
    {
        m_picker->loadFile(write(u"slow.png"_s, fileOf(noise({600, 600}), "png")));
        m_picker->loadFile(write(u"fast.png"_s, fileOf(quarters({64, 64}), "png")));
        QTRY_VERIFY(m_frame->isVisible());
        QCOMPARE(m_frame->image().size(), QSize(64, 64));
    }

    void cropsByKeyboard() // APP-2
    {
        m_picker->loadFile(write(u"a.png"_s, fileOf(quarters(), "png")));
        QTRY_VERIFY(m_frame->isVisible());
        m_frame->setFocus();
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(m_frame, Qt::Key_Left);
        QCOMPARE(m_frame->part(), QRect(0, 0, 200, 200)); // never beyond the edge
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(m_frame, Qt::Key_Plus);
        QVERIFY(m_frame->part().width() < 60);
        QVERIFY(QRect(QPoint(), m_frame->image().size()).contains(m_frame->part()));
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(m_frame, Qt::Key_Down);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(m_frame, Qt::Key_Left);
        QVERIFY(picture().pixelColor(64, 64).green() > 100 && picture().pixelColor(64, 64).red() < 50);
        QTest::keyClick(m_frame, Qt::Key_Home);
        QCOMPARE(m_frame->part(), QRect(100, 0, 200, 200));
    }

    void cropsByMouse()
    {
        m_picker->loadFile(write(u"a.png"_s, fileOf(quarters(), "png")));
        QTRY_VERIFY(m_frame->isVisible());
        const QPoint centre = m_frame->rect().center();
        QTest::mousePress(m_frame, Qt::LeftButton, {}, centre);
        QMouseEvent move(QEvent::MouseMove, QPointF(centre + QPoint(500, 0)),
                         m_frame->mapToGlobal(QPointF(centre)), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_frame, &move);
        QCOMPARE(m_frame->part(), QRect(200, 0, 200, 200));
    }

    // Whatever it holds, it is small enough.
    void noiseIsSmallEnough()
    {
        const QByteArray bytes = encodeAvatar(noise({512, 512}), QRect(0, 0, 512, 512));
        QVERIFY(!bytes.isEmpty() && bytes.size() <= AvatarChoice::maximumBytes);
        const QByteArray raw = encodeAvatar(noise({128, 128}), QRect(0, 0, 128, 128));
        QVERIFY(!raw.isEmpty() && raw.size() <= AvatarChoice::maximumBytes);
        QVERIFY(raw.startsWith("\xff\xd8\xff"));
    }

    void whatWasThereStays()
    {
        const AvatarChoice before{
            AvatarChoice::Kind::Picture, {}, encodeAvatar(quarters(), QRect(0, 0, 200, 200))};
        m_picker->setChoice(before);
        QCOMPARE(m_picker->choice(), before);
        m_picker->setSource(AvatarPicker::Source::Default);
        QCOMPARE(m_picker->choice().kind, AvatarChoice::Kind::Default);
        m_picker->setSource(AvatarPicker::Source::File);
        QCOMPARE(m_picker->choice(), before);
    }

    void withoutAnEndpointItSaysWhy()
    {
        m_picker->setSource(AvatarPicker::Source::Generated);
        bool explained = false;
        for (const QAbstractButton *tab : m_picker->findChild<Tabs *>()->findChildren<QAbstractButton *>())
            explained = explained || (!tab->isEnabled() && !tab->toolTip().isEmpty());
        QVERIFY(explained);
        m_picker->generate(u"a cat"_s); // nothing happens
        QCOMPARE(m_picker->choice(), AvatarChoice());
    }

    void generates()
    {
        Endpoint server;
        server.body = fileOf(quarters({512, 512}), "png");
        m_picker->setEndpoint(server.endpoint());
        m_picker->setSource(AvatarPicker::Source::Generated);
        QVERIFY(!m_picker->problem().isEmpty());
        m_picker->findChild<QLineEdit *>()->setText(u"一只蓝色的机器人"_s);
        QTest::keyClick(m_picker->findChild<QLineEdit *>(), Qt::Key_Return);
        QTRY_VERIFY(m_frame->isVisible());
        QCOMPARE(picture().size(), QSize(128, 128));
        QCOMPARE(server.requests.size(), 1);
        const QByteArray request = server.requests.constFirst();
        QVERIFY(request.startsWith("POST /make HTTP/1.1"));
        QVERIFY(request.contains("Authorization: Bearer secret"));
        const QJsonObject sent =
            QJsonDocument::fromJson(request.sliced(request.indexOf("\r\n\r\n") + 4)).object();
        QCOMPARE(sent.value(u"prompt"_s).toString(), u"一只蓝色的机器人"_s);
    }

    void generatingFails_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("said");
        const auto said = [](PictureGenerator::Fault fault) { return PictureGenerator::sentence(fault); };
        QTest::newRow("refused") << QByteArray("422 Unprocessable") << QByteArray("{}")
                                 << said(PictureGenerator::Fault::Refused);
        QTest::newRow("broken") << QByteArray("500 Error") << QByteArray("x")
                                << said(PictureGenerator::Fault::Refused);
        QTest::newRow("redirected elsewhere") << QByteArray("302 Found\r\nLocation: http://localhost:1/")
                                              << QByteArray() << said(PictureGenerator::Fault::Refused);
        QTest::newRow("no picture") << QByteArray("200 OK") << QByteArray("sorry")
                                    << sentence(PictureFault::UnknownFormat);
        QTest::newRow("too much") << QByteArray("200 OK") << QByteArray(maximumPictureFile + 1, 'x')
                                  << said(PictureGenerator::Fault::TooLarge);
    }
    void generatingFails()
    {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, said);
        Endpoint server;
        server.status = status;
        server.body = body;
        m_picker->setEndpoint(server.endpoint());
        m_picker->setSource(AvatarPicker::Source::Generated);
        auto *field = m_picker->findChild<QLineEdit *>();
        field->setText(u"a cat"_s);
        m_picker->generate(field->text());
        QTRY_VERIFY2(says(said), qPrintable(m_picker->problem()));
        QCOMPARE(field->text(), u"a cat"_s); // ERR-2
        QVERIFY(!field->isReadOnly());
    }

    void nobodyAnswers() // ERR-1
    {
        Endpoint server;
        server.silent = true;
        m_picker->setEndpoint(server.endpoint(std::chrono::milliseconds(150)));
        m_picker->setSource(AvatarPicker::Source::Generated);
        m_picker->generate(u"a cat"_s);
        QTRY_VERIFY2(says(PictureGenerator::sentence(PictureGenerator::Fault::TimedOut)),
                     qPrintable(m_picker->problem()));
        const PictureEndpoint gone = server.endpoint();
        server.close();
        m_picker->setEndpoint(gone);
        m_picker->generate(u"a cat"_s);
        QTRY_VERIFY2(says(PictureGenerator::sentence(PictureGenerator::Fault::Unreachable)),
                     qPrintable(m_picker->problem()));
    }

    void cancels()
    {
        Endpoint server;
        server.silent = true;
        m_picker->setEndpoint(server.endpoint());
        m_picker->setSource(AvatarPicker::Source::Generated);
        m_picker->findChild<QLineEdit *>()->setText(u"a cat"_s);
        m_picker->generate(u"a cat"_s);
        QTRY_COMPARE(server.requests.size(), 1);
        QPushButton *cancel = button(AvatarPicker::tr("Cancel"));
        QVERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!cancel->isVisible());
        QVERIFY(!m_picker->findChild<QLineEdit *>()->isReadOnly());
    }

    void languageChangeKeepsTheChoice() // APP-1
    {
        m_picker->loadFile(write(u"a.png"_s, fileOf(quarters(), "png")));
        QTRY_VERIFY(m_frame->isVisible());
        const AvatarChoice before = m_picker->choice();
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(m_picker.get(), &change);
        QCOMPARE(m_picker->choice(), before);
    }
};

QTEST_MAIN(TestAvatarPicker)
#include "tst_avatarpicker.moc"

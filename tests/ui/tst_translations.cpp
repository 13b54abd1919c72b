// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// The file of Chinese texts itself: nothing unfinished, and every place-holder of a sentence kept (APP-1).
class TestTranslations final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsUnfinished();
    void placeHoldersAreKept();

private:
    struct Message {
        QString source;
        QString translation;
        bool unfinished = false;
    };
    QList<Message> m_messages;
};

void TestTranslations::initTestCase()
{
    QFile file(QStringLiteral(SOURCE_FOLDER "/translations/tenantry_zh_CN.ts"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"source"_s) {
            m_messages.append({xml.readElementText(), {}, false});
        } else if (xml.name() == u"translation"_s) {
            m_messages.last().unfinished = xml.attributes().value(u"type"_s) == u"unfinished"_s;
            m_messages.last().translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(m_messages.size() > 100);
}

void TestTranslations::nothingIsUnfinished()
{
    QStringList open;
    for (const Message &message : std::as_const(m_messages)) {
        if (message.unfinished || message.translation.isEmpty())
            open.append(message.source);
    }
    QCOMPARE(open.join(u'\n'), QString());
}

void TestTranslations::placeHoldersAreKept()
{
    const QRegularExpression holder(u"%[0-9n]|\\{[a-z_]+\\}"_s);
    const auto holders = [&holder](const QString &text) {
        QSet<QString> found;
        for (auto match = holder.globalMatch(text); match.hasNext();)
            found.insert(match.next().captured());
        return found;
    };
    QStringList wrong;
    for (const Message &message : std::as_const(m_messages)) {
        if (holders(message.source) != holders(message.translation))
            wrong.append(message.source);
    }
    QCOMPARE(wrong.join(u'\n'), QString());
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

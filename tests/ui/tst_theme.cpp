// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"

#include <QApplication>
#include <QDirIterator>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

/// Light and dark, high-DPI (APP-2).
class TestTheme final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void switchesWhileRunning();
    void iconsFollow();
    void iconsAreSharp();
    void everyIconDraws();
    void contrast_data();
    void contrast();
    void noColourElsewhere();
    void modeNames();
};

namespace
{

double luminance(const QColor &colour)
{
    const auto part = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

/// As WCAG 2 defines it: 1 to 21.
double contrastOf(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)}); // by value: references to them would dangle
    return (light + 0.05) / (dark + 0.05);
}

QColor strongestColour(const QIcon &icon)
{
    const QImage image = icon.pixmap(QSize(32, 32)).toImage();
    QColor strongest(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > strongest.alpha())
                strongest = image.pixelColor(x, y);
        }
    }
    return strongest;
}

} // namespace

void TestTheme::switchesWhileRunning()
{
    Theme theme(*qApp);
    QSignalSpy changed(&theme, &Theme::changed);
    theme.apply(Theme::Mode::Light);
    Chip chip(u"Active"_s, Tone::Success);
    chip.resize(chip.sizeHint());
    const QImage light = chip.grab().toImage();
    QVERIFY(!theme.isDark());
    theme.apply(Theme::Mode::Dark);
    QVERIFY(theme.isDark());
    QCOMPARE(changed.size(), 2);
    QCOMPARE(QApplication::palette().color(QPalette::Base), darkTokens().surface);
    QVERIFY(chip.grab().toImage() != light);
    theme.apply(Theme::Mode::Light);
    QCOMPARE(chip.grab().toImage(), light);
}

void TestTheme::iconsFollow()
{
    Theme theme(*qApp);
    theme.apply(Theme::Mode::Light);
    const QIcon made = icon(u"lock"_s);
    QCOMPARE(strongestColour(made).rgb(), lightTokens().textMuted.rgb());
    theme.apply(Theme::Mode::Dark);
    QCOMPARE(strongestColour(made).rgb(), darkTokens().textMuted.rgb());
    QCOMPARE(strongestColour(icon(u"lock"_s, Tone::Danger)).rgb(), darkTokens().danger.text.rgb());
    theme.apply(Theme::Mode::Light);
}

void TestTheme::iconsAreSharp()
{
    const QPixmap twice = icon(u"search"_s).pixmap(QSize(16, 16), 2.0);
    QCOMPARE(twice.size(), QSize(32, 32));
    QCOMPARE(twice.devicePixelRatio(), 2.0);
}

void TestTheme::everyIconDraws()
{
    QVERIFY(iconNames().size() >= 40);
    for (const QString &name : iconNames())
        QVERIFY2(strongestColour(icon(name)).alpha() > 200, qPrintable(name));
    QVERIFY(icon(u"no-such-icon"_s).isNull());
}

void TestTheme::contrast_data()
{
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    for (const Tokens *t : {&lightTokens(), &darkTokens()}) {
        const char *name = t->dark ? "dark" : "light";
        const std::pair<const char *, QColor> grounds[] = {
            {"window", t->window}, {"surface", t->surface}, {"raised", t->raised}, {"hover", t->hover}, {"selected", t->selected}};
        for (const auto &[ground, colour] : grounds) {
            QTest::addRow("%s text on %s", name, ground) << t->text << colour << 7.0;
            QTest::addRow("%s muted on %s", name, ground) << t->textMuted << colour << 4.5;
        }
        QTest::addRow("%s placeholder", name) << t->textFaint << t->surface << 4.0;
        QTest::addRow("%s match", name) << t->text << t->match << 4.5;
        const std::pair<const char *, const ToneColours *> tones[] = {{"neutral", &t->neutral}, {"accent", &t->accent},
            {"success", &t->success}, {"warning", &t->warning}, {"danger", &t->danger}, {"info", &t->info}};
        for (const auto &[tone, colours] : tones) {
            QTest::addRow("%s %s chip", name, tone) << colours->text << colours->soft << 4.5;
            QTest::addRow("%s %s text", name, tone) << colours->text << t->surface << 4.5;
        }
        QTest::addRow("%s primary button", name) << t->accent.onSolid << t->accent.solid << 3.9;
        QTest::addRow("%s field outline", name) << t->accent.solid << t->surface << 3.0;
    }
}

void TestTheme::contrast()
{
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QFETCH(double, least);
    const double found = contrastOf(text, ground);
    QVERIFY2(found >= least, qPrintable(QString::number(found)));
}

void TestTheme::noColourElsewhere()
{
    // One place names colours; everything else asks the tokens.
    const QRegularExpression literal(
        u"#[0-9a-fA-F]{6}\\b|QColor\\(\\s*[0-9\"]|\\bqRgba?\\(|Qt::(white|black|red|green|blue|gray|yellow|darkGray|lightGray)\\b"_s);
    QDirIterator files(QStringLiteral(SOURCE_FOLDER "/ui"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files, QDirIterator::Subdirectories);
    int seen = 0;
    QStringList found;
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().endsWith(u"theme/tokens.cpp"_s))
            continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        ++seen;
        if (QString::fromUtf8(file.readAll()).contains(literal))
            found.append(file.fileName());
    }
    QVERIFY(seen > 50);
    QCOMPARE(found, QStringList());
}

void TestTheme::modeNames()
{
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark, Theme::Mode::System})
        QCOMPARE(Theme::modeFromName(Theme::modeName(mode)), mode);
    QCOMPARE(Theme::modeFromName(u"?"_s), Theme::Mode::System);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"

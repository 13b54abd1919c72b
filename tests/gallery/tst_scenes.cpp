// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"
#include "tests/ui/support/keyboardwalk.h"

#include "ui/dialogs/commanddialog.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QDirIterator>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry;
using namespace tenantry::ui;

/// What holds for every page and dialog alike, over all that the gallery paints.
class TestScenes final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyPageAndDialogHasAScene();
    void everyPageAndDialogByKeyboard_data();
    void everyPageAndDialogByKeyboard();
    void nothingIsCut_data();
    void nothingIsCut();
    void whatIsCutIsFound();

private:
    [[nodiscard]] const gallery::Scene &scene(const QString &name) const;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Language> m_language;
    gallery::Scenes m_scenes;
};

namespace {

std::unique_ptr<QWidget> show(const gallery::Scene &scene)
{
    std::unique_ptr<QWidget> widget = scene.make();
    gallery::open(*widget, scene.size);
    return widget;
}

/// Classes below ui/ that are pages or dialogs and from which no other derives.
QSet<QString> pagesAndDialogs()
{
    QHash<QString, QString> baseOf;
    static const QRegularExpression declaration(u"\\bclass (\\w+)(?: final)? : public (?:\\w+::)*(\\w+)"_s);
    for (QDirIterator it(QStringLiteral(UI_FOLDER), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
        QFile file(it.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        for (const auto &match : declaration.globalMatch(QString::fromUtf8(file.readAll())))
            baseOf.insert(match.captured(1), match.captured(2));
    }
    QSet<QString> found;
    for (auto it = baseOf.cbegin(); it != baseOf.cend(); ++it) {
        QString base = it.key();
        while (baseOf.contains(base))
            base = base == u"Page" ? QString() : baseOf.value(base);
        if (base == u"QDialog" || (base.isEmpty() && it.key() != u"Page"))
            found.insert(it.key());
    }
    for (const QString &base : std::as_const(baseOf))
        found.remove(base);
    return found;
}

QString describe(const QWidget *widget, const QString &text)
{
    return QString::fromLatin1(widget->metaObject()->className()) + u" \""_s + text.left(60) + u"\" "_s +
           QString::number(widget->width()) + u" × "_s + QString::number(widget->height());
}

QStringList cutSections(QTableView *table)
{
    QStringList faults;
    QHeaderView *header = table->horizontalHeader();
    QFont font = header->font(); // as the style sheet has it for sections, beside 12 px on both sides
    font.setPixelSize(metrics::fontSmall);
    const QFontMetrics text(font);
    for (int section = 0; header->isVisible() && section < header->count(); ++section) {
        const QString title = table->model() ? table->model()->headerData(section, Qt::Horizontal).toString() : QString();
        const int wanted = text.horizontalAdvance(title) + 24;
        if (!header->isSectionHidden(section) && header->sectionSize(section) < wanted)
            faults.append(describe(header, title) + u" in "_s + QString::number(header->sectionSize(section)) + u" of "_s +
                          QString::number(wanted));
    }
    return faults;
}

bool isCut(const QLabel &label)
{
    if (label.text().isEmpty() || qobject_cast<const ElidedLabel *>(&label))
        return false;
    return label.wordWrap() ? label.height() < label.heightForWidth(label.width())
                            : label.width() < label.sizeHint().width() || label.height() < label.minimumSizeHint().height();
}

/// Texts that don't fit into what shows them, and fields that are squeezed.
QStringList cutTexts(QWidget *window)
{
    QStringList faults;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || qobject_cast<QLineEdit *>(widget->parentWidget())) // icons within a field
            continue;
        if (auto *label = qobject_cast<QLabel *>(widget); label && isCut(*label))
            faults.append(describe(label, label->text()));
        if (auto *button = qobject_cast<QAbstractButton *>(widget);
            button && (button->width() < button->minimumSizeHint().width() || button->height() < button->minimumSizeHint().height()))
            faults.append(describe(button, button->text()));
        if (auto *edit = qobject_cast<QLineEdit *>(widget); edit && edit->height() < edit->minimumSizeHint().height())
            faults.append(describe(edit, edit->accessibleName()));
        if (auto *table = qobject_cast<QTableView *>(widget))
            faults += cutSections(table);
    }
    return faults;
}

} // namespace

void TestScenes::initTestCase()
{
    m_theme = std::make_unique<Theme>(*qApp);
    m_theme->apply(Theme::Mode::Light);
    m_language = std::make_unique<Language>(*qApp);
    m_language->apply(u"en"_s);
    m_scenes = gallery::allScenes(*m_theme, *m_language);
}

const gallery::Scene &TestScenes::scene(const QString &name) const
{
    return *std::ranges::find(m_scenes, name, &gallery::Scene::name);
}

void TestScenes::everyPageAndDialogHasAScene()
{
    const QSet<QString> wanted = pagesAndDialogs();
    QVERIFY(wanted.size() > 50 && wanted.contains(u"ProfilePage"_s) && wanted.contains(u"ImportDialog"_s));
    QSet<QString> missing = wanted;
    for (const gallery::Scene &scene : m_scenes) {
        const auto widget = show(scene);
        for (const QWidget *shown : QApplication::allWidgets())
            missing.remove(QString::fromLatin1(shown->metaObject()->className()).section(u"::"_s, -1));
    }
    QCOMPARE(QStringList(missing.cbegin(), missing.cend()).join(u' '), QString());
}

void TestScenes::everyPageAndDialogByKeyboard_data()
{
    QTest::addColumn<QString>("name");
    for (const gallery::Scene &scene : m_scenes)
        QTest::newRow(qPrintable(scene.name)) << scene.name;
}

void TestScenes::everyPageAndDialogByKeyboard() // APP-2
{
    QFETCH(QString, name);
    const auto widget = show(scene(name));
    QVERIFY(QTest::qWaitForWindowExposed(widget.get()));
    QCOMPARE(test::unnamedControls(widget.get()).join(u'\n'), QString());
    // What lies over the window while it is open keeps the keyboard.
    if (!QStringList{u"shell-offline"_s, u"shell-palette"_s, u"shell-tenants"_s}.contains(name))
        QCOMPARE(test::unreachableControls(widget.get()).join(u'\n'), QString());
    const auto *dialog = qobject_cast<QDialog *>(widget.get());
    if (!dialog)
        return;
    QVERIFY2(!dialog->windowTitle().isEmpty(), "a screen reader says nothing of it");
    const auto escape = [&] {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : widget.get(), Qt::Key_Escape);
    };
    escape(); // it may empty a search
    if (name == u"import-applying")
        QVERIFY(dialog->isVisible()); // what the server is doing is cancelled, not left
    if (dialog->isVisible())
        escape();
    QVERIFY(!dialog->isVisible());
}

void TestScenes::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("name");
    for (const QString &language : {u"en"_s, u"zh_CN"_s})
        for (const gallery::Scene &scene : m_scenes)
            QTest::newRow(qPrintable(language + u' ' + scene.name)) << language << scene.name;
}

void TestScenes::nothingIsCut() // APP-1
{
    QFETCH(QString, language);
    QFETCH(QString, name);
    m_language->apply(language);
    const auto widget = show(scene(name));
    QCOMPARE(cutTexts(widget.get()).join(u'\n'), QString());
}

void TestScenes::whatIsCutIsFound()
{
    QWidget window;
    window.resize(300, 200);
    auto *label = new QLabel(u"a text that is too long"_s, &window);
    auto *button = new QPushButton(u"a button that is too long"_s, &window);
    auto *edit = new QLineEdit(&window);
    label->resize(label->sizeHint() - QSize(5, 0));
    button->resize(button->sizeHint() - QSize(5, 0));
    edit->resize(100, 6);
    window.show();
    QCOMPARE(cutTexts(&window).size(), 3);
    label->setWordWrap(true);
    label->resize(60, 20);
    QCOMPARE(cutTexts(&window).size(), 3);
    label->resize(60, label->heightForWidth(60));
    button->resize(button->sizeHint());
    edit->resize(edit->sizeHint());
    QCOMPARE(cutTexts(&window).join(u'\n'), QString());
}

QTEST_MAIN(TestScenes)
#include "tst_scenes.moc"

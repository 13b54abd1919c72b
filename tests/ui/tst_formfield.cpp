// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

class TestFormField final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsRuleBeforeAndErrorAtTheField();
    void firstErrorTakesTheFocus();
    void unknownFieldIsSaid();
};

namespace
{

QString textBelow(const FormField *field)
{
    QString text;
    for (const QLabel *label : field->findChildren<QLabel *>()) {
        if (label->geometry().top() >= field->editor()->geometry().bottom() && !label->isHidden())
            text = label->text();
    }
    return text;
}

} // namespace

void TestFormField::showsRuleBeforeAndErrorAtTheField() // ERR-3
{
    Form form;
    auto *edit = new QLineEdit;
    FormField *field = form.addField(u"name"_s, edit);
    field->setLabel(u"Name"_s, true);
    field->setHint(u"2 to 50 characters"_s);
    form.show();
    QVERIFY(QTest::qWaitForWindowExposed(&form));
    QCOMPARE(textBelow(field), u"2 to 50 characters"_s);
    QCOMPARE(edit->accessibleDescription(), u"2 to 50 characters"_s);
    QCOMPARE(edit->accessibleName(), u"Name, required"_s);

    edit->setText(u"x"_s);
    QVERIFY(form.setError(u"name"_s, u"Too short."_s));
    QCOMPARE(textBelow(field), u"Too short."_s);
    QCOMPARE(edit->accessibleDescription(), u"Too short."_s);
    QCOMPARE(edit->text(), u"x"_s); // ERR-2: what was typed stays
    QVERIFY(form.hasErrors());

    form.clearErrors();
    QCOMPARE(textBelow(field), u"2 to 50 characters"_s);
    QVERIFY(!form.hasErrors());
}

void TestFormField::firstErrorTakesTheFocus()
{
    Form form;
    auto *first = new QLineEdit;
    auto *second = new QLineEdit;
    form.addField(u"a"_s, first);
    form.addField(u"b"_s, second);
    form.show();
    QApplication::setActiveWindow(&form);
    QVERIFY(QTest::qWaitForWindowActive(&form));
    first->setFocus();
    QVERIFY(form.setError(u"b"_s, u"Wrong."_s));
    QVERIFY(second->hasFocus());
    QVERIFY(form.setError(u"a"_s, u"Wrong too."_s));
    QVERIFY(second->hasFocus());
}

void TestFormField::unknownFieldIsSaid()
{
    Form form;
    form.addField(u"a"_s, new QLineEdit);
    QVERIFY(!form.setError(u"nowhere"_s, u"Wrong."_s));
    QVERIFY(!form.hasErrors());
}

QTEST_MAIN(TestFormField)
#include "tst_formfield.moc"

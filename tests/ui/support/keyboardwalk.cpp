// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/keyboardwalk.h"

#include "ui/widgets/tabs.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QCalendarWidget>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextBrowser>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace tenantry::test
{

namespace
{

QString describe(const QWidget *widget)
{
    QString text = QString::fromLatin1(widget->metaObject()->className());
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        text += u" \""_s + button->text() + u"\""_s;
    if (!widget->accessibleName().isEmpty())
        text += u" ("_s + widget->accessibleName() + u")"_s;
    if (!widget->objectName().isEmpty())
        text += u" #"_s + widget->objectName();
    return text;
}

/// A part of a larger control, which is what the keyboard goes to.
bool isPart(const QWidget *widget)
{
    for (const QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        if (qobject_cast<const QAbstractSpinBox *>(above) || qobject_cast<const QComboBox *>(above) ||
            qobject_cast<const QLineEdit *>(above) || qobject_cast<const QAbstractItemView *>(above) ||
            qobject_cast<const ui::Tabs *>(above) || qobject_cast<const QCalendarWidget *>(above) ||
            above->inherits("QComboBoxPrivateContainer"))
            return true;
    }
    return false;
}

QList<QWidget *> controls(QWidget *window)
{
    QList<QWidget *> found;
    for (QWidget *widget : window->findChildren<QWidget *>()) {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
                               qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QComboBox *>(widget) ||
                               qobject_cast<QAbstractSpinBox *>(widget) || qobject_cast<QPlainTextEdit *>(widget) ||
                               qobject_cast<QTextEdit *>(widget) || qobject_cast<ui::Tabs *>(widget);
        if (isControl && widget->isVisible() && widget->isEnabled() && !isPart(widget) &&
            !qobject_cast<QHeaderView *>(widget))
            found.append(widget);
    }
    return found;
}

QWidget *focusOwner(QWidget *widget)
{
    while (widget && isPart(widget))
        widget = widget->parentWidget();
    return widget;
}

bool coveredByGroup(const QWidget *widget, const QSet<QWidget *> &reached)
{
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    if (!button)
        return false;
    QList<QAbstractButton *> others;
    if (button->group() && button->group()->exclusive())
        others = button->group()->buttons();
    else if (!button->group() && button->autoExclusive()) // radio buttons beside each other
        others = button->parentWidget()->findChildren<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly);
    return std::ranges::any_of(others, [&](QAbstractButton *other) {
        return reached.contains(other) && other->autoExclusive() == button->autoExclusive();
    });
}

/// Which Tab leaves only after it went through the parts: sections of a date, links of a text.
bool hasStops(const QWidget *widget)
{
    return qobject_cast<const QDateTimeEdit *>(widget) || qobject_cast<const QTextBrowser *>(widget);
}

} // namespace

QStringList unreachableControls(QWidget *window)
{
    QStringList faults;
    QApplication::setActiveWindow(window);
    if (!QTest::qWaitForWindowActive(window))
        return {u"the window does not become active"_s};
    const QList<QWidget *> wanted = controls(window);
    QSet<QWidget *> reached;
    int stops = 0;
    for (qsizetype i = 0; i < 4 * wanted.size() + 20; ++i) {
        QWidget *before = QApplication::focusWidget();
        QTest::keyClick(before ? before : window, Qt::Key_Tab);
        QWidget *after = QApplication::focusWidget();
        stops = after == before ? stops + 1 : 0;
        if (after && after == before && wanted.size() > 1 && (!hasStops(after) || stops > 20)) {
            faults.append(u"keeps the Tab key: "_s + describe(after));
            after->clearFocus();
            break;
        }
        if (after)
            reached.insert(focusOwner(after));
    }
    for (QWidget *widget : wanted) {
        if (!reached.contains(widget) && !coveredByGroup(widget, reached))
            faults.append(u"not reached: "_s + describe(widget));
    }
    return faults;
}

QStringList unnamedControls(QWidget *window)
{
    QStringList faults;
    for (QWidget *widget : controls(window)) {
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
            faults.append(u"no name: "_s + describe(widget));
    }
    return faults;
}

} // namespace tenantry::test

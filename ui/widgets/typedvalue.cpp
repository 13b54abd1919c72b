// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/typedvalue.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace tenantry::ui {

namespace {

QList<QWidget *> inside(const QWidget *editor)
{
    // What a view shows are rows, not editors.
    if (qobject_cast<const QAbstractItemView *>(editor))
        return {};
    return editor->findChildren<QWidget *>(Qt::FindDirectChildrenOnly);
}

} // namespace

QVariant typedIn(const QWidget *editor)
{
    if (const auto *own = dynamic_cast<const TypedEditor *>(editor))
        return own->typed();
    if (const auto *line = qobject_cast<const QLineEdit *>(editor))
        return line->echoMode() == QLineEdit::Normal ? QVariant(line->text()) : QVariant();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(editor))
        return text->toPlainText();
    if (const auto *button = qobject_cast<const QAbstractButton *>(editor))
        return button->isCheckable() ? QVariant(button->isChecked()) : QVariant();
    if (const auto *number = qobject_cast<const QSpinBox *>(editor))
        return number->value();
    if (const auto *box = qobject_cast<const QComboBox *>(editor)) // its texts change with the language
        return box->currentData().isValid() ? box->currentData() : QVariant(box->currentIndex());
    QVariantList values;
    bool any = false;
    for (const QWidget *each : inside(editor)) {
        values.append(typedIn(each));
        any = any || values.constLast().isValid();
    }
    return any ? QVariant(values) : QVariant();
}

void setTypedIn(QWidget *editor, const QVariant &typed)
{
    if (!typed.isValid())
        return;
    if (auto *own = dynamic_cast<TypedEditor *>(editor))
        return own->setTyped(typed);
    if (auto *line = qobject_cast<QLineEdit *>(editor)) {
        line->setText(typed.toString());
        line->setModified(true);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(editor)) {
        text->setPlainText(typed.toString());
    } else if (auto *button = qobject_cast<QAbstractButton *>(editor)) {
        button->setChecked(typed.toBool());
    } else if (auto *number = qobject_cast<QSpinBox *>(editor)) {
        number->setValue(typed.toInt());
    } else if (auto *box = qobject_cast<QComboBox *>(editor)) {
        const bool byData = box->itemData(0).isValid();
        if (const int index = byData ? box->findData(typed) : typed.toInt(); index >= 0)
            box->setCurrentIndex(index);
    } else {
        const QVariantList values = typed.toList();
        const QList<QWidget *> editors = inside(editor);
        for (qsizetype i = 0; i < qMin(values.size(), editors.size()); ++i)
            setTypedIn(editors[i], values[i]);
    }
}

} // namespace tenantry::ui

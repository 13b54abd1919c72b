// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/checklistfield.h"

#include "ui/widgets/itemroles.h"
#include "ui/widgets/viewstyle.h"

#include <QKeyEvent>

namespace tenantry::ui::members {

CheckListField::CheckListField(QWidget *parent) : QListWidget(parent)
{
    styleList(this, metrics::controlHeight);
    setMinimumHeight(6 * metrics::controlHeight);
    connect(this, &QListWidget::itemChanged, this, &CheckListField::ticksChanged);
}

void CheckListField::addChoice(const QString &text, const QString &iconName, const QString &key)
{
    const QSignalBlocker quiet(this);
    auto *choice = new QListWidgetItem(text, this);
    choice->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    choice->setData(IconNameRole, iconName);
    choice->setData(Qt::UserRole, key);
    choice->setToolTip(text);
    choice->setCheckState(Qt::Checked);
}

int CheckListField::tickedCount() const
{
    int ticked = 0;
    for (int row = 0; row < count(); ++row)
        ticked += isTicked(row);
    return ticked;
}

void CheckListField::setTicked(int row, bool on)
{
    item(row)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
}

/// By key whether it is ticked.
QVariant CheckListField::typed() const
{
    QVariantMap ticks;
    for (int row = 0; row < count(); ++row)
        ticks.insert(item(row)->data(Qt::UserRole).toString(), isTicked(row));
    return ticks;
}

void CheckListField::setTyped(const QVariant &typed)
{
    const QVariantMap ticks = typed.toMap();
    for (int row = 0; row < count(); ++row)
        if (const auto tick = ticks.constFind(item(row)->data(Qt::UserRole).toString()); tick != ticks.cend())
            setTicked(row, tick->toBool());
}

void CheckListField::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !event->modifiers() && currentRow() >= 0) {
        setTicked(currentRow(), !isTicked(currentRow()));
        return;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        const bool all = tickedCount() < count();
        for (int row = 0; row < count(); ++row)
            setTicked(row, all);
        return;
    }
    QListWidget::keyPressEvent(event);
}

} // namespace tenantry::ui::members

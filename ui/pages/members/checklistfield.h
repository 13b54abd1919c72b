// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/typedvalue.h"

#include <QListWidget>

namespace tenantry::ui::members {

/// A list to tick in, all ticked at first; Enter and Space tick, Ctrl+A all.
class CheckListField final : public QListWidget, public TypedEditor
{
    Q_OBJECT
public:
    explicit CheckListField(QWidget *parent = nullptr);
    /// `key` tells it apart from the other choices, also when the list is made anew.
    void addChoice(const QString &text, const QString &iconName, const QString &key);
    [[nodiscard]] bool isTicked(int row) const { return item(row)->checkState() == Qt::Checked; }
    [[nodiscard]] int tickedCount() const;
    void setTicked(int row, bool on);
    [[nodiscard]] QVariant typed() const override;
    void setTyped(const QVariant &typed) override;

Q_SIGNALS:
    void ticksChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tenantry::ui::members

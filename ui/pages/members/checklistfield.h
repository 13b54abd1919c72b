// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace tenantry::ui::members {

/// A list to tick in, all ticked at first; Enter and Space tick, Ctrl+A all.
class CheckListField final : public QListWidget
{
    Q_OBJECT
public:
    explicit CheckListField(QWidget *parent = nullptr);
    void addChoice(const QString &text, const QString &iconName);
    [[nodiscard]] bool isTicked(int row) const { return item(row)->checkState() == Qt::Checked; }
    [[nodiscard]] int tickedCount() const;
    void setTicked(int row, bool on);

Q_SIGNALS:
    void ticksChanged();

protected:
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace tenantry::ui::members

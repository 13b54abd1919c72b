// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QHash>
#include <QWidget>

class QLabel;

namespace tenantry::ui::spaces
{

class FlowLayout;

/// What was chosen so far, each with a cross that takes it out again.
class ChosenChips final : public QWidget
{
    Q_OBJECT
public:
    explicit ChosenChips(QWidget *parent = nullptr);
    struct Item {
        QUuid id;
        QString name;
        QString iconName;
    };
    void setItems(const QList<Item> &items);
    /// Shown while there is none.
    void setHint(const QString &hint);

Q_SIGNALS:
    void removed(const QUuid &id);

private:
    QLabel *m_hint;
    QWidget *m_box;
    FlowLayout *m_flow;
};

} // namespace tenantry::ui::spaces

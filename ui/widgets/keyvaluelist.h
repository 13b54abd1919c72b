// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace tenantry::ui
{

/// Rows of a muted name and a selectable value. Rows without a value are hidden.
class KeyValueList : public QWidget
{
    Q_OBJECT
public:
    explicit KeyValueList(QWidget *parent = nullptr);
    /// Returns the row's number.
    int addRow(const QString &key = {});
    /// A widget (chip, link, avatar) as value.
    int addRow(const QString &key, QWidget *value);
    void setKey(int row, const QString &key);
    void setValue(int row, const QString &value);
    [[nodiscard]] QString value(int row) const;
    void setRowShown(int row, bool shown);
    /// Lists that stand below each other begin their values at one line. Once their names are set.
    static void align(const QList<KeyValueList *> &lists);
    void clear();

private:
    struct Row {
        QLabel *key;
        QWidget *value;
    };
    QGridLayout *m_grid;
    QList<Row> m_rows;
    int m_next = 0;
};

} // namespace tenantry::ui

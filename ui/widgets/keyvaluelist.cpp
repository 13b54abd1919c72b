// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/keyvaluelist.h"

#include "ui/widgets/text.h"

#include <QGridLayout>

namespace tenantry::ui
{

constexpr int leastNameWidth = 96;

KeyValueList::KeyValueList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(6);
    m_grid->setColumnMinimumWidth(0, leastNameWidth);
    m_grid->setColumnStretch(1, 1);
}

int KeyValueList::addRow(const QString &key)
{
    QLabel *value = makeParagraph(TextStyle::Body);
    value->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    value->setContentsMargins(0, 1, 0, 0); // selectable text sits a pixel higher
    const int row = addRow(key, value);
    setRowShown(row, false);
    return row;
}

int KeyValueList::addRow(const QString &key, QWidget *value)
{
    QLabel *name = makeLabel(TextStyle::Muted, key);
    m_grid->addWidget(name, m_next, 0, Qt::AlignTop);
    m_grid->addWidget(value, m_next, 1, qobject_cast<QLabel *>(value) ? Qt::Alignment() : Qt::AlignLeft);
    ++m_next;
    m_rows.append({name, value});
    return int(m_rows.size()) - 1;
}

void KeyValueList::setKey(int row, const QString &key)
{
    m_rows[row].key->setText(key);
}

void KeyValueList::setValue(int row, const QString &value)
{
    if (auto *label = qobject_cast<QLabel *>(m_rows[row].value))
        label->setText(value);
    setRowShown(row, !value.isEmpty());
}

QString KeyValueList::value(int row) const
{
    auto *label = qobject_cast<QLabel *>(m_rows[row].value);
    return label ? label->text() : QString();
}

void KeyValueList::setRowShown(int row, bool shown)
{
    m_rows[row].key->setVisible(shown);
    m_rows[row].value->setVisible(shown);
}

void KeyValueList::align(const QList<KeyValueList *> &lists)
{
    int width = leastNameWidth;
    for (const KeyValueList *list : lists)
        for (const Row &row : list->m_rows)
            if (!row.key->isHidden())
                width = std::max(width, row.key->sizeHint().width());
    for (const KeyValueList *list : lists)
        list->m_grid->setColumnMinimumWidth(0, width);
}

void KeyValueList::clear()
{
    for (const Row &row : m_rows) {
        delete row.key;
        delete row.value;
    }
    m_rows.clear();
    m_next = 0;
}

} // namespace tenantry::ui

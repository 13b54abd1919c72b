// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflicttable.h"

#include "ui/widgets/chip.h"
#include "ui/widgets/captions.h"
#include "ui/widgets/text.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QRadioButton>

#include <algorithm>

namespace tenantry::ui {

namespace {

/// A command may set 500 grants; those that nobody disputes are summed up beyond so many rows.
constexpr qsizetype mostQuietRows = 20;

enum Column { Field, Before, Now, Wanted, ColumnCount };

} // namespace

ConflictTable::ConflictTable(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    rebuild();
}

void ConflictTable::setFields(const QList<ConflictField> &fields)
{
    if (fields == m_fields && m_content)
        return;
    QHash<QString, QString> nowBefore;
    for (const ConflictField &field : std::as_const(m_fields))
        nowBefore.insert(field.key, field.now);
    for (const ConflictField &field : fields) {
        const auto known = nowBefore.constFind(field.key);
        if (known == nowBefore.cend() || *known == field.now)
            continue;
        // The person chose with another value before their eyes.
        m_choices.remove(field.key);
        m_changedAgain.insert(field.key);
    }
    m_fields = fields;
    rebuild();
    Q_EMIT choicesChanged();
}

ConflictTable::Choice ConflictTable::choiceOf(const QString &key) const
{
    if (const auto chosen = m_choices.constFind(key); chosen != m_choices.cend())
        return *chosen;
    const auto field = std::find_if(m_fields.cbegin(), m_fields.cend(),
                                    [&key](const ConflictField &each) { return each.key == key; });
    return field != m_fields.cend() && field->isDisputed() ? Theirs : Mine;
}

void ConflictTable::choose(const QString &key, Choice choice)
{
    m_choices.insert(key, choice);
    if (QButtonGroup *group = m_groups.value(key))
        group->button(choice)->setChecked(true);
    Q_EMIT choicesChanged();
}

QStringList ConflictTable::chosenKeys() const
{
    QStringList keys;
    for (const ConflictField &field : m_fields)
        if (choiceOf(field.key) == Mine)
            keys.append(field.key);
    return keys;
}

void ConflictTable::retranslate()
{
    rebuild();
}

// What asks for a choice comes first.
QList<ConflictField> ConflictTable::inOrder() const
{
    QList<ConflictField> fields = m_fields;
    std::stable_partition(fields.begin(), fields.end(),
                          [](const ConflictField &field) { return field.isDisputed(); });
    return fields;
}

QString ConflictTable::focusedKey() const
{
    for (auto it = m_groups.cbegin(); it != m_groups.cend(); ++it)
        for (const QAbstractButton *button : (*it)->buttons())
            if (button->hasFocus())
                return it.key();
    return {};
}

void ConflictTable::rebuild()
{
    const QString focused = focusedKey();
    m_groups.clear();
    delete m_content;
    m_content = new QWidget;
    m_grid = new QGridLayout(m_content);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(24);
    m_grid->setVerticalSpacing(12);
    addHeads();
    int row = 1;
    qsizetype quiet = 0;
    for (const ConflictField &field : inOrder())
        if (field.isDisputed() || ++quiet <= mostQuietRows)
            row = addRow(row, field);
    if (quiet > mostQuietRows)
        addRest(row, quiet - mostQuietRows);
    layout()->addWidget(m_content);
    chainRows();
    if (QButtonGroup *group = m_groups.value(focused))
        group->checkedButton()->setFocus();
}

// New widgets come last in the chain, behind the dialog's buttons: theirs is the place of the table.
void ConflictTable::chainRows()
{
    QWidget *last = this;
    for (QRadioButton *button : m_content->findChildren<QRadioButton *>()) {
        setTabOrder(last, button);
        last = button;
    }
}

void ConflictTable::addHeads()
{
    const QStringList heads{tr("Field"), tr("What I saw"), tr("Now"), tr("What I want")};
    for (int column = 0; column < heads.size(); ++column) {
        m_grid->addWidget(makeLabel(TextStyle::SmallStrong, heads[column]), 0, column);
        m_grid->setColumnStretch(column, column == Field ? 2 : 3);
    }
}

int ConflictTable::addRow(int row, const ConflictField &field)
{
    auto *theirs = new QRadioButton(plainCaption(field.now));
    auto *mine = new QRadioButton(plainCaption(field.mine));
    theirs->setAccessibleName(tr("%1: keep what is there now: %2").arg(field.label, field.now));
    mine->setAccessibleName(tr("%1: take what I want: %2").arg(field.label, field.mine));
    auto *group = new QButtonGroup(m_content);
    group->addButton(theirs, Theirs);
    group->addButton(mine, Mine);
    group->button(choiceOf(field.key))->setChecked(true);
    connect(group, &QButtonGroup::idClicked, this, [this, key = field.key](int choice) {
        m_choices.insert(key, Choice(choice));
        Q_EMIT choicesChanged();
    });
    m_groups.insert(field.key, group);
    m_grid->addWidget(makeParagraph(TextStyle::Strong, field.label), row, Field);
    m_grid->addWidget(makeParagraph(TextStyle::Muted, field.before), row, Before);
    m_grid->addWidget(theirs, row, Now);
    m_grid->addWidget(mine, row, Wanted);
    if (!field.isDisputed())
        return row + 1;
    const QString mark = m_changedAgain.contains(field.key) ? tr("Changed again just now: choose anew")
                                                            : tr("Changed meanwhile");
    m_grid->addWidget(new Chip(mark, Tone::Warning), row + 1, Now, 1, 2, Qt::AlignLeft);
    return row + 2;
}

void ConflictTable::addRest(int row, qsizetype count)
{
    m_grid->addWidget(
        makeParagraph(TextStyle::Muted,
                      tr("and %n more that nobody else changed: as you wanted", nullptr, int(count))),
        row, Field, 1, ColumnCount);
}

} // namespace tenantry::ui

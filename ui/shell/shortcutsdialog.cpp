// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shortcutsdialog.h"

#include "ui/widgets/text.h"

#include <QAction>
#include <QGridLayout>
#include <QKeySequence>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    const auto add = [grid](const QString &text, const QString &keys) {
        const int row = grid->rowCount();
        grid->addWidget(makeLabel(TextStyle::Body, text), row, 0);
        grid->addWidget(makeLabel(TextStyle::Muted, keys), row, 1, Qt::AlignRight);
    };
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            add(action->text().remove(u'&'), action->shortcut().toString(QKeySequence::NativeText));
    }
    const auto native = [](QKeyCombination keys) { return QKeySequence(keys).toString(QKeySequence::NativeText); };
    add(tr("First to ninth page"), native(Qt::CTRL | Qt::Key_1) + u" … "_s + native(Qt::CTRL | Qt::Key_9));
    add(tr("Search in the page"), native(Qt::CTRL | Qt::Key_F));
    add(tr("Next and previous control"), native(Qt::Key_Tab) + u" / "_s + native(Qt::SHIFT | Qt::Key_Tab));
    add(tr("Send a comment or decision"), native(Qt::CTRL | Qt::Key_Return));
    add(tr("Close what is open, clear a search"), native(Qt::Key_Escape));

    QPushButton *close = makeButton(ButtonStyle::Default, tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(16);
    layout->addWidget(makeLabel(TextStyle::Heading, tr("Keyboard shortcuts")));
    layout->addLayout(grid);
    layout->addStretch();
    layout->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(440);
}

} // namespace tenantry::ui

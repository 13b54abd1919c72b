// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/dialogparts.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/text.h"

#include <QCoreApplication>
#include <QVBoxLayout>

namespace tenantry::ui::spaces
{

QWidget *makeDialogTitle(const QString &title, const QString &subtitle)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(makeLabel(TextStyle::Title, title));
    auto *below = new ElidedLabel(subtitle);
    setTextStyle(below, TextStyle::Muted);
    layout->addWidget(below);
    return box;
}

QWidget *makeButtonRow(QDialog *dialog, QPushButton *act)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    QPushButton *cancel = makeButton(ButtonStyle::Default, QCoreApplication::translate("SpaceDialogs", "Cancel"));
    cancel->setAutoDefault(false);
    act->setDefault(true);
    layout->addStretch();
    layout->addWidget(cancel);
    layout->addWidget(act);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(act, &QPushButton::clicked, dialog, &QDialog::accept);
    return row;
}

} // namespace tenantry::ui::spaces

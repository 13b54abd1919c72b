// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/aboutdialog.h"

#include "ui/theme/icons.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/text.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("About Tenantry"));
    auto *facts = new KeyValueList;
    facts->setValue(facts->addRow(tr("Version")), QStringLiteral(TENANTRY_VERSION));
    facts->setValue(facts->addRow(tr("Qt")), QString::fromLatin1(qVersion()));
    facts->setValue(facts->addRow(tr("Licence")), u"GPL-3.0-or-later"_s);

    QPushButton *close = makeButton(ButtonStyle::Default, tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(makeLabel(TextStyle::Title, u"Tenantry"_s));
    layout->addWidget(makeParagraph(TextStyle::Muted, tr("Console for tenants, organizations, people and permissions of a "
                                                         "multi-tenant work platform.")));
    layout->addWidget(facts);
    layout->addStretch();
    layout->addWidget(close, 0, Qt::AlignRight);
    setMinimumWidth(420);
}

} // namespace tenantry::ui

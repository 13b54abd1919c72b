// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/dialogparts.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QVBoxLayout>

namespace tenantry::ui::spaces {

namespace {

/// Keeps its word in the language of the moment.
class CancelButton final : public QPushButton
{
    Q_DECLARE_TR_FUNCTIONS(SpaceDialogs)
public:
    CancelButton()
    {
        setButtonStyle(this, ButtonStyle::Default);
        setAutoDefault(false);
        setText(tr("Cancel"));
    }

protected:
    void changeEvent(QEvent *event) override
    {
        if (event->type() == QEvent::LanguageChange)
            setText(tr("Cancel"));
        QPushButton::changeEvent(event);
    }
};

} // namespace

DialogTitle::DialogTitle(QWidget *parent)
    : QWidget(parent), m_title(makeLabel(TextStyle::Title)), m_subtitle(new ElidedLabel)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    setTextStyle(m_subtitle, TextStyle::Muted);
    layout->addWidget(m_title);
    layout->addWidget(m_subtitle);
}

void DialogTitle::setTexts(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
}

QWidget *makeButtonRow(QDialog *dialog, QPushButton *act)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 4, 0, 0);
    auto *cancel = new CancelButton;
    act->setDefault(true);
    layout->addStretch();
    layout->addWidget(cancel);
    layout->addWidget(act);
    QObject::connect(cancel, &QPushButton::clicked, dialog, &QDialog::reject);
    QObject::connect(act, &QPushButton::clicked, dialog, &QDialog::accept);
    return row;
}

} // namespace tenantry::ui::spaces

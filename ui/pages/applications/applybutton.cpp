// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/applybutton.h"

#include "core/domain/messages.h"
#include "ui/dialogs/commanddialog.h"
#include "ui/pages/applications/forms.h"
#include "ui/theme/icons.h"

#include <QEvent>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace tenantry::ui::applications {

ApplyButton::ApplyButton(Session &session, QWidget *parent)
    : QPushButton(parent), m_session(session), m_menu(new QMenu(this))
{
    setIcon(ui::icon(u"plus"_s));
    setMenu(m_menu);
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &ApplyButton::fill);
    retranslate();
}

void ApplyButton::fill()
{
    m_menu->clear();
    for (const KindOfForm &kind : kindsOfForms()) {
        QAction *action = m_menu->addAction(kind.name());
        const auto refusal = kind.refusal(m_session);
        action->setEnabled(!refusal);
        if (refusal)
            action->setToolTip(sentence(*refusal));
        connect(action, &QAction::triggered, this, [this, make = kind.make] {
            CommandDialog::openKept(this, [this, make] {
                CommandDialog *dialog = make(m_session, nullptr, window());
                connect(dialog, &QDialog::accepted, this, &ApplyButton::submitted);
                return dialog;
            });
        });
    }
}

void ApplyButton::retranslate()
{
    setText(tr("Apply"));
    setAccessibleName(tr("Apply for something"));
}

void ApplyButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

} // namespace tenantry::ui::applications

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/keptform.h"

#include <QDialog>
#include <QUuid>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

bool KeptForm::openKept(QObject *context, const Maker &make, const Draft &draft)
{
    KeptForm *form = make();
    if (!form)
        return false;
    form->m_maker = make;
    form->m_makerContext = context;
    if (!draft.isEmpty())
        form->setDraft(draft);
    form->m_dialog.setAttribute(Qt::WA_DeleteOnClose);
    form->m_dialog.open();
    return true;
}

QVariantMap chosenOne(int kind, const QUuid &id)
{
    return {{u"kind"_s, kind}, {u"id"_s, id}};
}

void chooseAgain(const QVariant &chosen, const std::function<void(int kind, const QUuid &id)> &choose)
{
    for (const QVariant &each : chosen.toList())
        choose(each.toMap()[u"kind"_s].toInt(), each.toMap()[u"id"_s].toUuid());
}

} // namespace tenantry::ui

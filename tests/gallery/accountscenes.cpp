// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What people do before they can sign in.
#include "tests/gallery/scene.h"
#include "ui/accounts/codedialog.h"
#include "ui/accounts/registrationdialog.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tenantry::gallery {

using namespace tenantry::ui;

namespace {

std::unique_ptr<QWidget> makeRegistration(bool isFilled)
{
    auto dialog = std::make_unique<RegistrationDialog>(accounts::AccountsServer());
    if (!isFilled)
        return dialog;
    const QList<QLineEdit *> edits = dialog->findChildren<QLineEdit *>();
    const QStringList typed{u"li.na@example"_s, u"李娜 2"_s, u"qwertyuiop"_s,
                            u"qwertyuiop"_s,    u"12"_s,     u"lina 03"_s};
    for (qsizetype i = 0; i < std::min(edits.size(), typed.size()); ++i)
        edits[i]->setText(typed[i]);
    for (QPushButton *button : dialog->findChildren<QPushButton *>())
        if (button->isDefault())
            button->click();
    return dialog;
}

} // namespace

void addAccountScenes(Scenes &scenes)
{
    scenes.push_back({u"account-register"_s, {520, 860}, [] { return makeRegistration(false); }});
    scenes.push_back({u"account-register-errors"_s, {520, 920}, [] { return makeRegistration(true); }});
    scenes.push_back({u"account-activate"_s, {500, 380}, [] {
                          return std::make_unique<CodeDialog>(CodeDialog::Purpose::Activate, QString(),
                                                              accounts::AccountsServer());
                      }});
    scenes.push_back({u"account-reset"_s, {500, 380}, [] {
                          return std::make_unique<CodeDialog>(CodeDialog::Purpose::Reset, QString(),
                                                              accounts::AccountsServer());
                      }});
}

} // namespace tenantry::gallery

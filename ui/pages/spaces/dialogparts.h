// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPushButton>

namespace tenantry::ui::spaces
{

/// A title with what it is about, muted, below.
[[nodiscard]] QWidget *makeDialogTitle(const QString &title, const QString &subtitle);

/// Cancel and the act; the act is the default button and accepts the dialog.
[[nodiscard]] QWidget *makeButtonRow(QDialog *dialog, QPushButton *act);

} // namespace tenantry::ui::spaces

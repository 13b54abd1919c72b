// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPushButton>

class QLabel;

namespace tenantry::ui {
class ElidedLabel;
}

namespace tenantry::ui::spaces {

/// A title with what it is about, muted, below.
class DialogTitle final : public QWidget
{
    Q_OBJECT
public:
    explicit DialogTitle(QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &subtitle);

private:
    QLabel *m_title;
    ElidedLabel *m_subtitle;
};

/// Cancel and the act; the act is the default button and accepts the dialog.
[[nodiscard]] QWidget *makeButtonRow(QDialog *dialog, QPushButton *act);

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <QDialog>

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace tenantry::ui::spaces {

/// Until which day and hour access lasts (MEM-7).
class ExpiryDialog final : public QDialog
{
    Q_OBJECT
public:
    ExpiryDialog(Instant now, int members, QWidget *parent = nullptr);
    [[nodiscard]] Instant expiresAt() const;
    void setExpiresAt(Instant instant);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void describe();

    Instant m_now;
    int m_members;
    QLabel *m_title;
    QLabel *m_label;
    QDateTimeEdit *m_until;
    QLabel *m_left;
    QPushButton *m_cancel;
    QPushButton *m_renew;
};

} // namespace tenantry::ui::spaces

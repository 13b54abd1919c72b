// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/spacerights.h"
#include "ui/widgets/typedvalue.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace tenantry::ui::spaces {

/// Which role newcomers get and for how long; says below what the role may do.
class RoleAndExpiry final : public QWidget, public TypedEditor
{
    Q_OBJECT
public:
    RoleAndExpiry(const SpaceRights &rights, Instant now, QWidget *parent = nullptr);
    [[nodiscard]] Role role() const;
    [[nodiscard]] std::optional<Instant> expiresAt() const;
    void setRole(Role role);
    void setUntil(Instant end);
    void setDays(int days); ///< one of those offered; 0: no expiry
    [[nodiscard]] QVariant typed() const override;
    void setTyped(const QVariant &typed) override;

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void describe();

    SpaceRights m_rights;
    Instant m_now;
    QLabel *m_roleLabel;
    QComboBox *m_role;
    QLabel *m_expiryLabel;
    QComboBox *m_expiry;
    QDateTimeEdit *m_until;
    QLabel *m_abilities;
    QPushButton *m_table;
};

} // namespace tenantry::ui::spaces

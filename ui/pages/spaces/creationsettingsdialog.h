// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/commanddialog.h"
#include "ui/pages/spaces/tenantlimits.h"

class QCheckBox;
class QListWidget;
class QRadioButton;
class QSpinBox;

namespace tenantry::ui {
class PersonPicker;
}

namespace tenantry::ui::spaces {

/// What a tenant's administrator settles about spaces: who may create them, how many there may be, and how
/// many people from outside (SPC-1, OPS-2).
class CreationSettingsDialog final : public CommandDialog
{
    Q_OBJECT
public:
    CreationSettingsDialog(Session &session, TenantId tenant, QWidget *window);

    void chooseWho(const QString &who); ///< "administrator", "members", "all"
    void addCreator(UserId user);
    /// Nothing: no limit of the tenant's own.
    void setSpacesLimit(std::optional<int> limit);

protected:
    void check() override;
    [[nodiscard]] std::optional<Command> command() override;
    void retranslate() override;
    [[nodiscard]] QVariant typedBeside() const override;
    void setTypedBeside(const QVariant &typed) override;

private:
    /// A limit of the tenant's own beside the plan's.
    struct Limit
    {
        QString thing; ///< "spaces", "outsiders"
        QCheckBox *limited = nullptr;
        QSpinBox *most = nullptr;
        [[nodiscard]] std::optional<int> value() const;
    };
    [[nodiscard]] QWidget *makeWho();
    [[nodiscard]] QWidget *makeCreators();
    [[nodiscard]] Limit makeLimit(const QString &thing);
    [[nodiscard]] QString who() const;
    [[nodiscard]] QList<UserId> creators() const;
    [[nodiscard]] QString useText(const QString &thing) const;
    void removeCreator();
    void refresh();

    const TenantId m_tenant;
    const TenantLimits m_limits; ///< what the fields were filled from
    QList<std::pair<QString, QRadioButton *>> m_who;
    QWidget *m_people = nullptr;
    PersonPicker *m_person = nullptr;
    QPushButton *m_add = nullptr;
    QPushButton *m_remove = nullptr;
    QListWidget *m_creators = nullptr;
    Limit m_spaces;
    Limit m_outsiders;
};

} // namespace tenantry::ui::spaces

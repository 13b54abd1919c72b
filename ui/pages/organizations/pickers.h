// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QComboBox>

class QCompleter;
class QStandardItemModel;

namespace tenantry::ui
{

/// Chooses one organization of a tenant: type a part of its name, or pick it from the list, which shows the levels.
class OrganizationPicker final : public QComboBox
{
    Q_OBJECT
public:
    /// Without `except` and what is below it, and without disabled ones.
    OrganizationPicker(const Session &session, TenantId tenant, OrganizationId except = {}, QWidget *parent = nullptr);
    /// Null where the text in the field names none of them.
    [[nodiscard]] OrganizationId chosen() const;
    void choose(OrganizationId id);
};

/// Chooses one active person of a tenant, or nobody, by any part of their name, pinyin included.
class PersonPicker final : public QComboBox
{
    Q_OBJECT
public:
    PersonPicker(const Session &session, TenantId tenant, QWidget *parent = nullptr);
    /// Null: nobody, or a text that is nobody's yet.
    [[nodiscard]] UserId chosen() const;
    /// Something was typed and nobody chosen: not to be taken for "nobody".
    [[nodiscard]] bool isUnresolved() const;
    void choose(UserId id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void search(const QString &query);
    void offer(UserId id);

    const Session &m_session;
    const TenantId m_tenant;
};

} // namespace tenantry::ui

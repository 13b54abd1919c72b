// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/access/pickfield.h"
#include "ui/session/session.h"

namespace tenantry::ui
{

/// A field of a form that chooses one thing by a part of its name. A text that names nothing stays in the field and chooses nothing.
class FormPicker : public explorer::PickField
{
    Q_OBJECT
public:
    /// Something was typed and nothing chosen: not to be taken for an empty field.
    [[nodiscard]] bool isUnresolved() const;

Q_SIGNALS:
    /// Another is chosen, or none any more.
    void changed();

protected:
    FormPicker(const Session &session, directory::SearchKind kind, const QString &iconName, QWidget *parent);
    void changeEvent(QEvent *event) override;
    virtual void retranslate() = 0;

    /// Null where the text names none.
    [[nodiscard]] QUuid chosenId() const;
    void chooseId(SubjectKind kind, const QUuid &id);

private:
    const Session &m_session;
};

/// Chooses one organization of a tenant; hits come with the path to them.
class OrganizationPicker final : public FormPicker
{
    Q_OBJECT
public:
    /// Without `except` and what is below it, and without disabled ones.
    OrganizationPicker(const Session &session, TenantId tenant, OrganizationId except = {}, QWidget *parent = nullptr);
    [[nodiscard]] OrganizationId chosen() const { return OrganizationId(chosenId()); }
    void choose(OrganizationId id) { chooseId(SubjectKind::Organization, id.uuid()); }

protected:
    void retranslate() override;
};

/// Chooses one active person of a tenant, or nobody.
class PersonPicker final : public FormPicker
{
    Q_OBJECT
public:
    PersonPicker(const Session &session, TenantId tenant, QWidget *parent = nullptr);
    [[nodiscard]] UserId chosen() const { return UserId(chosenId()); }
    void choose(UserId id) { chooseId(SubjectKind::User, id.uuid()); }

protected:
    void retranslate() override;
};

} // namespace tenantry::ui

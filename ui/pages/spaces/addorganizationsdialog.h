// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/addmembersdialog.h"

class QTreeView;

namespace tenantry::ui::spaces {

class SubjectTreeModel;

/// Adds organizations and role groups of the space's tenant (MEM-4).
class AddOrganizationsDialog final : public AddMembersDialog
{
    Q_OBJECT
public:
    AddOrganizationsDialog(Session &session, const MemberPlace &place, QWidget *parent = nullptr);
    [[nodiscard]] SubjectTreeModel *model() const { return m_model; }

protected:
    [[nodiscard]] QList<Chosen> chosen() const override;
    void takeOut(const QUuid &id) override;
    bool choose(SubjectKind kind, const QUuid &id) override;
    void search(const QString &query) override;
    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString addedText(qsizetype count, const QString &first) const override;
    [[nodiscard]] QString nothingChosen() const override;
    void retranslate() override;

private:
    AddOrganizationsDialog(Session &session, const MemberPlace &place, QTreeView *tree, QWidget *parent);

    SubjectTreeModel *m_model;
    QTreeView *m_tree;
};

} // namespace tenantry::ui::spaces

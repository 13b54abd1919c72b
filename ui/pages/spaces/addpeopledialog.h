// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/addmembersdialog.h"

class QListView;

namespace tenantry::ui::spaces {

class PeopleModel;

/// Adds people, many at once (MEM-3). Says before what becomes of those of other tenants (MEM-6).
class AddPeopleDialog final : public AddMembersDialog
{
    Q_OBJECT
public:
    AddPeopleDialog(Session &session, const MemberPlace &place, QWidget *parent = nullptr);
    [[nodiscard]] PeopleModel *model() const { return m_model; }

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
    AddPeopleDialog(Session &session, const MemberPlace &place, QListView *list, QWidget *parent);
    void showNote();
    [[nodiscard]] QString serverNote() const;

    PeopleModel *m_model;
    QListView *m_list;
};

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QDialog>

class QLabel;
class QTreeView;

namespace tenantry::ui
{
class AsOfField;
class AsOfView;
class Avatar;
class Banner;
class BoundChip;
class Chip;
class ElidedLabel;
class SearchField;
class Tabs;
class Viewpoint;

namespace explorer {
class PickField;
}
} // namespace tenantry::ui

namespace tenantry::ui::spaces
{

class PermissionDetailModel;
class PermissionDetailProxy;
class ReasonPane;

/// 权限明细: what one person, organization or role group finally may in a space and on all its resources, and why
/// (PRM-1 to PRM-3, PRM-7, PRM-8), now or at a past moment (PRM-6). Follows the snapshot while it is open.
class PermissionDetailDialog final : public QDialog
{
    Q_OBJECT
public:
    /// Without a space it is picked here, at first one that the subject has a role on.
    PermissionDetailDialog(Session &session, SpaceId space, SubjectKind kind, const QUuid &subjectId, QWidget *parent = nullptr);
    [[nodiscard]] PermissionDetailModel *model() const { return m_model; }
    [[nodiscard]] ReasonPane *reasons() const { return m_reasons; }
    /// The row of this object; false where it isn't shown.
    bool select(const QUuid &objectId);
    /// Null where the space was given.
    [[nodiscard]] explorer::PickField *spaceField() const { return m_spaceField; }
    [[nodiscard]] Viewpoint *viewpoint() const { return m_viewpoint; }

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QString subjectName() const;
    QWidget *makeHead();
    QWidget *makePlace();
    QWidget *makeFilters();
    void takeSpace();
    [[nodiscard]] SpaceId firstSpace() const;
    QWidget *makeBody();
    void completeAnswer();
    void refresh();
    void showAnswer();
    void explainCurrent();
    void updateTime();
    void retranslate();

    Session &m_session;
    Viewpoint *m_viewpoint;
    SpaceId m_space;
    SubjectKind m_kind;
    QUuid m_subjectId;
    PermissionDetailModel *m_model;
    PermissionDetailProxy *m_proxy;
    QTreeView *m_tree;
    explorer::PickField *m_spaceField = nullptr;
    AsOfField *m_asOfField;
    AsOfView *m_asOfView = nullptr;
    Tabs *m_show;
    SearchField *m_search;
    ReasonPane *m_reasons;
    ElidedLabel *m_title;
    Chip *m_kindChip;
    BoundChip *m_bound;
    QLabel *m_asOf;
    Banner *m_hint;
};

} // namespace tenantry::ui::spaces

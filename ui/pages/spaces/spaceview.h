// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QStackedWidget;
class QTableView;

namespace tenantry::ui
{
class Avatar;
class Banner;
class ElidedLabel;
class StateStack;
class Tabs;
} // namespace tenantry::ui

namespace tenantry::ui::spaces
{

class MembersPane;
class ResourcesModel;

/// One space: what it is, and tabs for its members and resources.
class SpaceView final : public QWidget
{
    Q_OBJECT
public:
    explicit SpaceView(Session &session, QWidget *parent = nullptr);

    void setSpace(SpaceId space);
    [[nodiscard]] SpaceId space() const { return m_space; }
    void refresh();
    void refreshBanner(); ///< whether it is archived, not to be managed, offline
    void retranslate();
    [[nodiscard]] MembersPane *members() const { return m_members; }
    void showTab(int tab); ///< 0: members, 1: resources

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo);

private:
    QWidget *makeHead();
    QWidget *makeResources();
    void refreshHead();

    Session &m_session;
    SpaceId m_space;
    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_tenant;
    QHBoxLayout *m_chips;
    Banner *m_banner;
    Tabs *m_tabs;
    QStackedWidget *m_stack;
    MembersPane *m_members;
    ResourcesModel *m_resources;
    QTableView *m_resourceTable;
    StateStack *m_resourceStates;
};

} // namespace tenantry::ui::spaces

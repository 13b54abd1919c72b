// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QStackedWidget;

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
class ResourcesPane;
class SpaceInfoPane;

/// One space: what it is, and tabs for its basic information, members and resources. One that is only queued yet says so.
class SpaceView final : public QWidget
{
    Q_OBJECT
public:
    enum Tab { Information, Members, Resources };
    explicit SpaceView(Session &session, QWidget *parent = nullptr);

    void setSpace(SpaceId space);
    [[nodiscard]] SpaceId space() const { return m_space; }
    /// Nothing of any space stays (SEC-4).
    void forget();
    void refresh();
    void refreshBanner(); ///< whether it is archived, not to be managed, offline
    void retranslate();
    [[nodiscard]] MembersPane *members() const { return m_members; }
    [[nodiscard]] ResourcesPane *resources();
    [[nodiscard]] SpaceInfoPane *information();
    void showTab(Tab tab);

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo);

private:
    QWidget *makeHead();
    /// A pane is made when somebody first opens its tab: all at once held the window for too long.
    template <class Pane>
    Pane *made(Pane *&pane);
    void showPane(int tab);
    void refreshAround();
    void refreshHead();
    void refreshChips();

    Session &m_session;
    SpaceId m_space;
    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_tenant;
    QHBoxLayout *m_chips;
    Banner *m_banner;
    Tabs *m_tabs;
    QStackedWidget *m_stack;
    SpaceInfoPane *m_information = nullptr;
    MembersPane *m_members;
    ResourcesPane *m_resources = nullptr;
    StateStack *m_states;
};

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/breakglasswatch.h"
#include "ui/widgets/banner.h"

namespace tenantry::ui {

class Session;

/// Says all over the console that the actor has a tenant open for maintenance, for how long still, and ends it
/// (TEN-13). Hidden while there is nothing to say.
class BreakGlassBar final : public Banner
{
    Q_OBJECT
public:
    explicit BreakGlassBar(Session &session, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void end();
    [[nodiscard]] std::optional<OpenedTenant> find() const;

    Session &m_session;
    std::optional<OpenedTenant> m_opened;
    QUuid m_ending; ///< which was told to end
};

/// Says to the people of a tenant who of the platform team has it open (TEN-13): for the pages on which one
/// looks who has access.
class BreakGlassNotice final : public Banner
{
    Q_OBJECT
public:
    explicit BreakGlassNotice(Session &session, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    Session &m_session;
};

} // namespace tenantry::ui

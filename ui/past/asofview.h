// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/past/viewpoint.h"

#include <QWidget>

namespace tenantry::ui {

class Banner;
class StateStack;

/// Content that is shown from a viewpoint: a banner above it says as of when where that isn't now, and while
/// the past moment isn't there a state takes its place (waiting, with a way out; what went wrong; before
/// history).
class AsOfView final : public QWidget
{
    Q_OBJECT
public:
    /// `margin`: left and right of the banner.
    AsOfView(Viewpoint &viewpoint, QWidget *content, int margin = 0, QWidget *parent = nullptr);
    void retranslate();

private:
    void refresh();
    void showFailure();

    Viewpoint &m_viewpoint;
    QWidget *m_head;
    Banner *m_banner;
    StateStack *m_states;
};

} // namespace tenantry::ui

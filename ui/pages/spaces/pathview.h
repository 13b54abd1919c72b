// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/explanation.h"
#include "core/directory/snapshot.h"

#include <QWidget>

namespace tenantry::ui::spaces
{

class FlowLayout;

/// One way to a role, drawn as steps: 张三 → in 质效技术部 → below 技术中心 → Administrator → space.
class PathView final : public QWidget
{
    Q_OBJECT
public:
    explicit PathView(QWidget *parent = nullptr);
    void setPath(const directory::Snapshot &snapshot, const access::Path &path, directory::Object object);

private:
    FlowLayout *m_flow;
};

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permissions.h"
#include "ui/models/newestwork.h"

#include <QWidget>

#include <functional>
#include <optional>

class QLabel;

namespace tenantry::ui {

/// For how many people a change of what organizations permit changes something, said before it is saved
/// (OPM-4). An organization may hold half of the tenant: counted beside the window.
class PermissionsLine final : public QWidget
{
    Q_OBJECT
public:
    explicit PermissionsLine(QWidget *parent = nullptr);
    using Count = std::function<access::PermissionPreview()>;
    void ask(Count count);
    /// It can't be counted here, and this is why.
    void setReason(std::function<QString()> sentence);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// The line is of what was asked last.
    void ready();

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    [[nodiscard]] QString sentence() const;

    QLabel *m_label;
    std::optional<access::PermissionPreview> m_preview;
    std::function<QString()> m_reason;
    NewestWork m_work;
};

} // namespace tenantry::ui

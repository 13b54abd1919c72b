// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/permissions.h"
#include "ui/session/session.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace tenantry::ui {

/// What one organization permits to its people: of each key and of the data scope what counts, and whether it
/// is set here or from which organization above it comes (OPM-4).
class PermissionsView final : public QWidget
{
    Q_OBJECT
public:
    explicit PermissionsView(Session &session, QWidget *parent = nullptr);
    void setOrganization(OrganizationId id);
    void retranslate();
    /// What stands in the rows, line by line: what, what counts, where from.
    [[nodiscard]] QStringList lines() const { return m_lines; }
    [[nodiscard]] QPushButton *changeButton() const { return m_change; }

    /// Why the actor doesn't see what organizations of this tenant permit; empty: they do.
    [[nodiscard]] static QString refusal(const Session &session, TenantId tenant);

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo = {});

private:
    void refresh();
    void addHeading(const QString &text);
    void addLine(const QString &what, const QString &counts, bool good, const QString &from);
    [[nodiscard]] QString origin(directory::OrganizationIndex from, bool here) const;
    void change();

    Session &m_session;
    OrganizationId m_id;
    QStringList m_lines;
    QLabel *m_sentence;
    QLabel *m_queued;
    QPushButton *m_change;
    QWidget *m_rows = nullptr;
    QGridLayout *m_grid = nullptr;
    QWidget *m_holder;
};

} // namespace tenantry::ui

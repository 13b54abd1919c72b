// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/explanation.h"
#include "core/directory/snapshot.h"
#include "ui/theme/tokens.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tenantry::ui
{
class ElidedLabel;
class Chip;
} // namespace tenantry::ui

namespace tenantry::ui::spaces
{

/// Why the selected row is as it is: the winning path drawn, the others on request, and for a "no" what was considered
/// and what would be enough (PRM-3).
class ReasonPane final : public QWidget
{
    Q_OBJECT
public:
    explicit ReasonPane(QWidget *parent = nullptr);
    void setExplanation(const directory::SnapshotPtr &snapshot, const access::Explanation &explanation);
    void clear();
    void retranslate();
    /// What the button copies.
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    void rebuild();
    void addHeading(const QString &text);
    void addLines(const QStringList &lines, const QString &iconName, Tone tone);
    void addPaths();
    void addObstacles();
    void addRepair();

    directory::SnapshotPtr m_snapshot;
    access::Explanation m_explanation;
    QString m_text;
    bool m_showOthers = false;
    ElidedLabel *m_title;
    Chip *m_role;
    QWidget *m_body;
    QVBoxLayout *m_layout;
    QScrollArea *m_scroll;
    QPushButton *m_copy;
};

} // namespace tenantry::ui::spaces

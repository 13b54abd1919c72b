// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QDateTime>
#include <QList>
#include <QWidget>

namespace tenantry::ui
{

struct TimelineEntry {
    QString title;  ///< "王芳 approved"
    QString detail; ///< comment or reason; may be empty
    QDateTime at;   ///< invalid: not yet ("waiting for …")
    Tone tone = Tone::Neutral;
    QString iconName; ///< empty: a dot
    friend bool operator==(const TimelineEntry &, const TimelineEntry &) = default;
};

/// History as a vertical line, in the order given. Dates by locale.
class Timeline : public QWidget
{
    Q_OBJECT
public:
    explicit Timeline(QWidget *parent = nullptr);
    void setEntries(const QList<TimelineEntry> &entries);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QList<TimelineEntry> m_entries;
};

} // namespace tenantry::ui

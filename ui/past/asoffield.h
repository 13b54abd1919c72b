// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/past/viewpoint.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTimer;

namespace tenantry::ui {

class MomentEdit;

/// "As of": now, one of the usual moments, or any other (PRM-6). Turns the viewpoint.
class AsOfField final : public QWidget
{
    Q_OBJECT
public:
    enum Choice { Now, HourAgo, Yesterday, WeekAgo, MonthAgo, BeforeLastChange, AnyMoment };

    explicit AsOfField(Viewpoint &viewpoint, QWidget *parent = nullptr);
    /// Whose last change "before the last change" means; null: nothing is picked.
    void setSubject(const QUuid &id);
    [[nodiscard]] QComboBox *choice() const { return m_choice; }
    [[nodiscard]] MomentEdit *edit() const { return m_edit; }
    void retranslate();

private:
    void choose(int choice);
    void lookAtEdited();
    void follow();
    void refreshChoices();

    Viewpoint &m_viewpoint;
    QUuid m_subject;
    QLabel *m_label;
    QComboBox *m_choice;
    MomentEdit *m_edit;
    QTimer *m_pause;
};

} // namespace tenantry::ui

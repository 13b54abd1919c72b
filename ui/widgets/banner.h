// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/tokens.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QToolButton;

namespace tenantry::ui
{

/// A notice across a page or pane, with an optional action and an optional cross.
class Banner : public QFrame
{
    Q_OBJECT
public:
    explicit Banner(Tone tone, QWidget *parent = nullptr);
    void setTone(Tone tone);
    /// Plain text; also the accessible name.
    void setText(const QString &text);
    /// An empty text hides the action.
    void setAction(const QString &text);
    void setClosable(bool closable);

Q_SIGNALS:
    void actionRequested();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateIcon();

    Tone m_tone;
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_action;
    QToolButton *m_close;
};

} // namespace tenantry::ui

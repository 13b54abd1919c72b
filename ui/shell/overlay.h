// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QAbstractItemView;

namespace tenantry::ui
{

/// A raised frame over its window that goes when Escape is pressed, the pointer is pressed outside, or the
/// focus moves on to another part of the window. The focus goes back to where it was. Hidden at first.
class Overlay : public QFrame
{
    Q_OBJECT
public:
    explicit Overlay(QWidget *window);
    void open();
    void close();

protected:
    /// Size and position inside the window; called at opening and when the window's size changes.
    virtual void place() = 0;
    /// Where the focus goes at opening.
    virtual QWidget *firstControl() = 0;
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// Up and Down in a field move in the list below it. False: another key.
    static bool moveInList(QAbstractItemView &list, int key);
    /// Tab stays inside.
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QPointer<QWidget> m_before;
};

} // namespace tenantry::ui

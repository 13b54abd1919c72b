// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QAbstractButton;

namespace tenantry::ui
{

/// One of a few views or values. Arrow keys move, the whole is one stop of the Tab key.
/// Underlined: tabs of a page or pane. Segmented: a filter or a choice in a form.
class Tabs : public QWidget
{
    Q_OBJECT
public:
    enum class Look { Underlined, Segmented };
    explicit Tabs(Look look, QWidget *parent = nullptr);

    /// Returns its index. Texts are set anew with setText (for retranslate()).
    int add(const QString &text = {}, const QString &iconName = {});
    void setText(int index, const QString &text);
    /// A number behind the text; 0 shows none.
    void setCount(int index, int count);
    void setTabShown(int index, bool shown);
    void setTabEnabled(int index, bool enabled, const QString &reasonIfNot = {});
    [[nodiscard]] int current() const;
    /// Emits currentChanged if it changes.
    void setCurrent(int index);

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QButtonGroup *m_group;
    QHBoxLayout *m_layout;
    QList<QAbstractButton *> m_tabs;
};

} // namespace tenantry::ui

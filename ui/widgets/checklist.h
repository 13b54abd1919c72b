// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

namespace tenantry::ui
{

enum class CheckState { Passed, Failed, Unknown };

struct CheckItem {
    CheckState state = CheckState::Unknown;
    QString sentence;
    QString detail; ///< muted, below; may be empty
    QString mending = {}; ///< text of a button that leads to what mends it; empty: none
    friend bool operator==(const CheckItem &, const CheckItem &) = default;
};

/// ✓ ✗ ? each with a sentence; the state is spoken too.
class CheckList : public QWidget
{
    Q_OBJECT
public:
    explicit CheckList(QWidget *parent = nullptr);
    void setItems(const QList<CheckItem> &items);

Q_SIGNALS:
    void mendingRequested(int item);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    QList<CheckItem> m_items;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/overlay.h"
#include "ui/shell/shellviews.h"

class QListWidget;

namespace tenantry::ui
{

class SearchField;

/// Which tenant the platform team turns to: all of them under the head of the navigation, by name, and none.
class TenantPicker final : public Overlay
{
    Q_OBJECT
public:
    explicit TenantPicker(QWidget *window);
    void setChoices(const QList<TenantChoice> &choices, const QString &current);
    /// Null where there is no choice.
    [[nodiscard]] const TenantChoice *current() const;
    void setAnchor(QWidget *anchor) { m_anchor = anchor; }
    [[nodiscard]] SearchField *field() const { return m_field; }
    [[nodiscard]] QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void chosen(const QString &tenantId);

protected:
    void place() override;
    QWidget *firstControl() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void choose(int row);
    void retranslate();

    QList<TenantChoice> m_choices;
    QString m_current;
    QWidget *m_anchor = nullptr;
    SearchField *m_field;
    QListWidget *m_list;
};

} // namespace tenantry::ui

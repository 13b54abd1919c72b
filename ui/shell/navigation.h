// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace tenantry::ui
{

class Avatar;
class ElidedLabel;
class NavigationButton;
class Page;
class PageRegistry;

/// The left column: whose tenant it is, and the pages with their counts. One stop of the Tab key; arrows move.
class Navigation final : public QWidget
{
    Q_OBJECT
public:
    explicit Navigation(const PageRegistry &pages, QWidget *parent = nullptr);
    void setHeading(const QString &id, const QString &name, const QString &below);
    void setCurrent(const QString &pageId);

Q_SIGNALS:
    void pageChosen(const QString &pageId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addButton(Page *page);
    void refreshSeparators();

    Avatar *m_avatar;
    ElidedLabel *m_name;
    ElidedLabel *m_below;
    QVBoxLayout *m_list;
    QButtonGroup *m_group;
    QHash<QString, NavigationButton *> m_buttons;
};

} // namespace tenantry::ui

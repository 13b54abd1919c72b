// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace tenantry::ui
{

class ElidedLabel;
class EmptyState;

/// The right side of a page: header (title, subtitle, actions), scrolling sections, a footer that stays.
/// Shows `empty()` while nothing is selected.
class DetailPane : public QFrame
{
    Q_OBJECT
public:
    explicit DetailPane(const QString &emptyIconName, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// Before the title: an avatar, an icon.
    void setLeading(QWidget *widget);
    void addHeaderWidget(QWidget *widget);

    /// Appends `content` under a small heading; the number serves setSectionTitle and setSectionShown.
    int addSection(const QString &title, QWidget *content);
    void setSectionTitle(int section, const QString &title);
    void setSectionShown(int section, bool shown);
    /// Below the scrolling part, with a line above: decision bars, buttons.
    void setFooter(QWidget *footer);

    [[nodiscard]] EmptyState *empty() const { return m_empty; }
    /// At first the pane is empty.
    void setSelected(bool selected);
    void scrollToTop();

private:
    struct Section {
        QLabel *title;
        QWidget *box;
    };
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    ElidedLabel *m_title;
    ElidedLabel *m_subtitle;
    QHBoxLayout *m_leading;
    QHBoxLayout *m_header;
    QScrollArea *m_scroll;
    QVBoxLayout *m_sections;
    QVBoxLayout *m_footer;
    QList<Section> m_list;
};

} // namespace tenantry::ui

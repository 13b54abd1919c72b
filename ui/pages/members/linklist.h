// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace tenantry::ui::members {

/// What a person has, two lines each, as high as its rows; Enter or a double click opens one.
class LinkList final : public QListWidget
{
    Q_OBJECT
public:
    struct Link
    {
        QString text;
        QString detail;
        QString iconName;
        QString page;   ///< that it opens
        QString object; ///< as showObject() of that page wants it
        friend bool operator==(const Link &, const Link &) = default;
    };

    explicit LinkList(QWidget *parent = nullptr);
    /// The first of them, and how many more there are.
    void setLinks(const QList<Link> &links, qsizetype all);
    [[nodiscard]] const QList<Link> &links() const { return m_links; }
    static constexpr qsizetype most = 40; ///< that anybody reads here

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

Q_SIGNALS:
    void opened(const tenantry::ui::members::LinkList::Link &link);

private:
    QList<Link> m_links;
    qsizetype m_all = 0;
};

} // namespace tenantry::ui::members

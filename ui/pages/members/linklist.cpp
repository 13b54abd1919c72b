// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/linklist.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

LinkList::LinkList(QWidget *parent) : QListWidget(parent)
{
    styleList(this, metrics::twoLineRowHeight);
    removeFrame(this);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QListWidget::itemActivated, this, [this](const QListWidgetItem *item) {
        if (const int at = row(item); at < m_links.size())
            Q_EMIT opened(m_links[at]);
    });
}

void LinkList::setLinks(const QList<Link> &links, qsizetype all)
{
    if (m_links == links && m_all == all)
        return;
    const int current = currentRow();
    m_links = links;
    m_all = all;
    clear();
    for (const Link &link : links) {
        auto *item = new QListWidgetItem(link.text, this);
        item->setData(SubtitleRole, link.detail);
        item->setData(IconNameRole, link.iconName);
        item->setToolTip(plainTip(link.text + u'\n' + link.detail));
        item->setData(Qt::AccessibleTextRole, QStringList{link.text, link.detail}.join(u", "_s));
    }
    if (all > links.size())
        new QListWidgetItem(tr("and %1 more").arg(QLocale().toString(all - links.size())), this);
    setCurrentRow(std::min(current, count() - 1));
    updateGeometry();
}

QSize LinkList::sizeHint() const
{
    return {240, count() * metrics::twoLineRowHeight + 2};
}

} // namespace tenantry::ui::members

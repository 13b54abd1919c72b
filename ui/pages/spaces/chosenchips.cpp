// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/chosenchips.h"

#include "ui/pages/spaces/flowlayout.h"
#include "ui/theme/icons.h"
#include "ui/widgets/captions.h"
#include "ui/widgets/text.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

constexpr int widest = 200;
constexpr qsizetype mostShown = 60; ///< the rest is a number: nobody reads thousands of chips

} // namespace

ChosenChips::ChosenChips(QWidget *parent) : QWidget(parent), m_hint(makeLabel(TextStyle::Muted)), m_box(new QWidget)
{
    m_flow = new FlowLayout(m_box);
    m_box->setProperty("transparent", u"true"_s);
    auto *scroll = new QScrollArea;
    scroll->setWidget(m_box);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedHeight(70);
    scroll->setFocusPolicy(Qt::NoFocus);
    m_hint->setParent(scroll->viewport());
    m_hint->move(0, 6);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

void ChosenChips::setItems(const QList<Item> &items)
{
    clearLayout(m_flow);
    m_hint->setVisible(items.isEmpty());
    for (const Item &item : items.first(std::min(mostShown, items.size()))) {
        auto *button = new QPushButton(m_box);
        setButtonStyle(button, ButtonStyle::Default);
        button->setIcon(icon(u"cross"_s));
        button->setLayoutDirection(Qt::RightToLeft);
        button->setText(plainCaption(button->fontMetrics().elidedText(item.name, Qt::ElideRight, widest)));
        button->setToolTip(plainTip(item.name));
        button->setAccessibleName(tr("Take %1 out").arg(item.name));
        connect(button, &QPushButton::clicked, this, [this, id = item.id] { Q_EMIT removed(id); });
        m_flow->addWidget(button);
        button->show();
    }
    if (items.size() > mostShown) {
        QLabel *more = makeLabel(TextStyle::Muted, tr("and %1 more").arg(QLocale().toString(items.size() - mostShown)), m_box);
        m_flow->addWidget(more);
        more->show();
    }
}

void ChosenChips::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->adjustSize();
}

} // namespace tenantry::ui::spaces

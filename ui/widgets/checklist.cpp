// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/checklist.h"

#include "ui/theme/icons.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

class CheckRow final : public QWidget
{
public:
    explicit CheckRow(const CheckItem &item)
        : m_state(item.state),
          m_mend(item.mending.isEmpty() ? nullptr : makeButton(ButtonStyle::Default, item.mending))
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(26, 4, 0, 4);
        layout->setSpacing(1);
        layout->addWidget(makeParagraph(TextStyle::Body, item.sentence));
        if (!item.detail.isEmpty())
            layout->addWidget(makeParagraph(TextStyle::Small, item.detail));
        if (!m_mend)
            return;
        layout->addSpacing(4);
        layout->addWidget(m_mend, 0, Qt::AlignLeft);
        m_mend->setAccessibleDescription(item.detail);
    }
    [[nodiscard]] QPushButton *mend() const { return m_mend; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRectF box(0, 6, 18, 18);
        const Tokens &t = tokens();
        if (m_state == CheckState::Passed)
            paintIcon(&painter, u"check-circle"_s, box, t.success.text, 18);
        else if (m_state == CheckState::Failed)
            paintIcon(&painter, u"cross-circle"_s, box, t.danger.text, 18);
        else
            paintIcon(&painter, u"question"_s, box, t.textMuted, 18);
    }

private:
    CheckState m_state;
    QPushButton *m_mend;
};

} // namespace

CheckList::CheckList(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void CheckList::setItems(const QList<CheckItem> &items)
{
    if (m_items == items)
        return;
    m_items = items;
    rebuild();
}

void CheckList::rebuild()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < int(m_items.size()); ++i) {
        const CheckItem &item = m_items[i];
        auto *row = new CheckRow(item);
        if (row->mend())
            connect(row->mend(), &QPushButton::clicked, this, [this, i] { Q_EMIT mendingRequested(i); });
        const QString state = item.state == CheckState::Passed   ? tr("Passed")
                              : item.state == CheckState::Failed ? tr("Failed")
                                                                 : tr("Not known");
        row->setAccessibleName(tr("%1: %2").arg(state, item.sentence));
        row->setToolTip(state);
        layout()->addWidget(row);
    }
}

void CheckList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/timeline.h"

#include "ui/theme/icons.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

constexpr int railWidth = 32;

/// One entry with its piece of the line.
class EntryWidget final : public QWidget
{
public:
    EntryWidget(const TimelineEntry &entry, bool first, bool last)
        : m_tone(entry.tone), m_iconName(entry.iconName), m_first(first), m_last(last)
    {
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(railWidth, 2, 0, last ? 0 : 14);
        layout->setSpacing(2);
        layout->addWidget(makeParagraph(TextStyle::Body, entry.title));
        if (entry.at.isValid()) {
            layout->addWidget(makeLabel(TextStyle::Small, momentText(entry.at)));
        }
        if (!entry.detail.isEmpty()) {
            QLabel *detail = makeParagraph(TextStyle::Muted, entry.detail);
            layout->addSpacing(2);
            layout->addWidget(detail);
        }
        setAccessibleName(entry.title);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        const ToneColours &colours = t.tone(m_tone);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QPointF centre(11, 13);
        const int top = m_first ? int(centre.y()) : 0;
        const int bottom = m_last ? int(centre.y()) : height();
        painter.fillRect(QRectF(centre.x() - 0.5, top, 1, bottom - top), t.borderStrong);
        painter.setPen(Qt::NoPen);
        if (m_iconName.isEmpty()) {
            painter.setBrush(t.surface);
            painter.drawEllipse(centre, 8, 8);
            painter.setBrush(colours.solid);
            painter.drawEllipse(centre, 4, 4);
        } else {
            painter.setBrush(t.surface);
            painter.drawEllipse(centre, 13, 13);
            painter.setBrush(colours.soft);
            painter.drawEllipse(centre, 11, 11);
            paintIcon(&painter, m_iconName, QRectF(centre.x() - 7, centre.y() - 7, 14, 14), colours.text, 14);
        }
    }

private:
    Tone m_tone;
    QString m_iconName;
    bool m_first;
    bool m_last;
};

} // namespace

Timeline::Timeline(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void Timeline::setEntries(const QList<TimelineEntry> &entries)
{
    if (m_entries == entries)
        return;
    m_entries = entries;
    rebuild();
}

void Timeline::rebuild()
{
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (qsizetype i = 0; i < m_entries.size(); ++i)
        layout()->addWidget(new EntryWidget(m_entries[i], i == 0, i + 1 == m_entries.size()));
}

void Timeline::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    // Dates are written by locale.
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tabs.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/countbadge.h"
#include "ui/widgets/text.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

/// One tab; draws itself in either look.
class TabButton final : public QAbstractButton
{
public:
    TabButton(Tabs::Look look, const QString &iconName) : m_look(look), m_iconName(iconName)
    {
        setCheckable(true);
        setFocusPolicy(Qt::NoFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }

    void setCount(int count)
    {
        m_count = count;
        updateGeometry();
        update();
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        const int text = QFontMetrics(uiFont(metrics::fontBody, true)).horizontalAdvance(this->text());
        const int icon = m_iconName.isEmpty() ? 0 : metrics::iconSize + 6;
        const int count = m_count > 0 ? countWidth() + 6 : 0;
        const int padding = m_look == Tabs::Look::Segmented ? 24 : 8;
        return {text + icon + count + padding, m_look == Tabs::Look::Segmented ? 26 : 38};
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &t = tokens();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const bool segmented = m_look == Tabs::Look::Segmented;
        if (segmented && isChecked()) {
            painter.setPen(t.dark ? t.borderStrong : t.border);
            painter.setBrush(t.dark ? t.raised : t.surface);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        }
        const bool strong = isChecked() && !segmented;
        const QColor colour = !isEnabled() ? t.textDisabled : isChecked() || underMouse() ? t.text : t.textMuted;
        painter.setFont(uiFont(metrics::fontBody, strong));
        painter.setPen(colour);
        const int textWidth = painter.fontMetrics().horizontalAdvance(text());
        const int icon = m_iconName.isEmpty() ? 0 : metrics::iconSize + 6;
        const int count = m_count > 0 ? countWidth() + 6 : 0;
        int x = (width() - textWidth - icon - count) / 2;
        if (icon) {
            paintIcon(&painter, m_iconName, QRectF(x, 0, metrics::iconSize, height()), colour);
            x += icon;
        }
        painter.drawText(QRect(x, 0, textWidth + 2, height()), Qt::AlignVCenter | Qt::TextSingleLine, text());
        if (count)
            paintCount(painter, QRect(x + textWidth + 6, (height() - 18) / 2, countWidth(), 18));
        if (strong)
            painter.fillRect(QRectF(0, height() - 2, width(), 2), t.accent.solid);
    }

private:
    [[nodiscard]] int countWidth() const
    {
        const QFontMetrics metrics(uiFont(metrics::fontSmall));
        return std::max(metrics.horizontalAdvance(CountBadge::textFor(m_count)) + 10, 18);
    }

    void paintCount(QPainter &painter, const QRect &box) const
    {
        const ToneColours &colours = tokens().neutral;
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() && m_look == Tabs::Look::Segmented ? tokens().sunken : colours.soft);
        painter.drawRoundedRect(box, 9, 9);
        painter.setFont(uiFont(metrics::fontSmall));
        painter.setPen(colours.text);
        painter.drawText(box, Qt::AlignCenter, CountBadge::textFor(m_count));
    }

    Tabs::Look m_look;
    QString m_iconName;
    int m_count = 0;
};

} // namespace

Tabs::Tabs(Look look, QWidget *parent)
    : QWidget(parent), m_look(look), m_group(new QButtonGroup(this)), m_layout(new QHBoxLayout(this))
{
    const int margin = look == Look::Segmented ? 3 : 0;
    m_layout->setContentsMargins(margin, margin, margin, margin);
    m_layout->setSpacing(look == Look::Segmented ? 2 : 16);
    if (look == Look::Underlined)
        m_layout->addStretch();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(look == Look::Segmented ? QSizePolicy::Maximum : QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (checked)
            Q_EMIT currentChanged(id);
    });
}

int Tabs::add(const QString &text, const QString &iconName)
{
    const int index = int(m_tabs.size());
    auto *tab = new TabButton(m_look, iconName);
    m_layout->insertWidget(index, tab);
    m_tabs.append(tab);
    setText(index, text);
    if (index == 0)
        tab->setChecked(true);
    m_group->addButton(tab, index);
    return index;
}

void Tabs::setText(int index, const QString &text)
{
    m_tabs[index]->setText(text);
    m_tabs[index]->setAccessibleName(text);
    m_tabs[index]->updateGeometry();
}

void Tabs::setCount(int index, int count)
{
    static_cast<TabButton *>(m_tabs[index])->setCount(count);
}

void Tabs::setTabShown(int index, bool shown)
{
    m_tabs[index]->setVisible(shown);
}

void Tabs::setTabEnabled(int index, bool enabled, const QString &reasonIfNot)
{
    m_tabs[index]->setEnabled(enabled);
    m_tabs[index]->setToolTip(enabled ? QString() : reasonIfNot);
}

int Tabs::current() const
{
    return m_group->checkedId();
}

void Tabs::setCurrent(int index)
{
    if (QAbstractButton *tab = m_group->button(index))
        tab->setChecked(true);
}

void Tabs::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0)
        return QWidget::keyPressEvent(event);
    for (int i = current() + step; i >= 0 && i < m_tabs.size(); i += step) {
        if (m_tabs[i]->isEnabled() && !m_tabs[i]->isHidden())
            return setCurrent(i);
    }
}

void Tabs::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Tabs::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_look == Look::Segmented) {
        painter.setPen(hasFocus() ? t.accent.solid : t.border);
        painter.setBrush(t.sunken);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
        return;
    }
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.border);
    if (hasFocus() && current() >= 0) {
        const QRect tab = m_tabs[current()]->geometry().adjusted(0, 5, 0, -5); // no wider: the first stands at the edge
        painter.setPen(t.accent.solid);
        painter.drawRoundedRect(QRectF(tab).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    }
}

} // namespace tenantry::ui

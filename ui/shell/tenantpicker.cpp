// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tenantpicker.h"

#include "core/directory/searchindex.h"
#include "ui/theme/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/viewstyle.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

constexpr int pickerWidth = 340;
/// Nobody scrolls through more: they type.
constexpr int shownAtMost = 200;

} // namespace

TenantPicker::TenantPicker(QWidget *window) : Overlay(window), m_field(new SearchField), m_list(new QListWidget)
{
    styleList(m_list, metrics::controlHeight);
    removeFrame(m_list);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &TenantPicker::fill);
    connect(m_list, &QListWidget::itemClicked, this, [this] { choose(m_list->currentRow()); });
    retranslate();
}

void TenantPicker::setChoices(const QList<TenantChoice> &choices, const QString &current)
{
    if (m_choices == choices && m_current == current)
        return;
    m_choices = choices.size() > 1 ? choices : QList<TenantChoice>();
    m_current = current;
    if (isVisible())
        fill();
}

const TenantChoice *TenantPicker::current() const
{
    if (m_choices.isEmpty())
        return nullptr;
    const auto found = std::ranges::find(m_choices, m_current, &TenantChoice::id);
    return found == m_choices.end() ? &m_choices.first() : &*found;
}

void TenantPicker::fill()
{
    m_list->clear();
    for (const TenantChoice &choice : std::as_const(m_choices)) {
        if (m_list->count() == shownAtMost || !directory::matches(choice.name, m_field->query()))
            continue;
        auto *item = new QListWidgetItem(icon(choice.id.isEmpty() ? u"globe"_s : u"tenant"_s), choice.name, m_list);
        item->setData(Qt::UserRole, choice.id);
        if (choice.id == m_current)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
}

void TenantPicker::choose(int row)
{
    const QListWidgetItem *item = m_list->item(row);
    if (!item)
        return;
    const QString id = item->data(Qt::UserRole).toString();
    close();
    if (id != m_current)
        Q_EMIT chosen(id);
}

void TenantPicker::place()
{
    const QWidget *window = parentWidget();
    const QPoint corner = m_anchor ? m_anchor->mapTo(window, QPoint(0, m_anchor->height() + 4)) : QPoint(8, 8);
    const int rows = int(std::clamp<qsizetype>(m_choices.size(), 2, 12));
    resize(pickerWidth, 16 + 8 + metrics::controlHeight + 4 + rows * metrics::controlHeight);
    move(corner);
}

QWidget *TenantPicker::firstControl()
{
    m_field->clear();
    fill();
    return m_field;
}

bool TenantPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentRow());
        return true;
    case Qt::Key_Escape:
        close();
        return true;
    default:
        return moveInList(*m_list, key);
    }
}

void TenantPicker::changeEvent(QEvent *event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TenantPicker::retranslate()
{
    setAccessibleName(tr("Turn to a tenant"));
    m_field->setHint(tr("Search tenants; pinyin too"));
    m_list->setAccessibleName(tr("Tenants"));
}

} // namespace tenantry::ui

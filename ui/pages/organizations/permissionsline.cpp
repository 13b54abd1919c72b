// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/permissionsline.h"

#include "ui/widgets/text.h"

#include <QEvent>
#include <QLocale>
#include <QVBoxLayout>

namespace tenantry::ui {

PermissionsLine::PermissionsLine(QWidget *parent) : QWidget(parent), m_label(makeParagraph(TextStyle::Strong))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
}

QString PermissionsLine::text() const
{
    return m_label->text();
}

void PermissionsLine::ask(Count count)
{
    m_reason = {};
    m_work.run([count = std::move(count)](const std::stop_token &) { return count(); },
               [this](const access::PermissionPreview &preview) {
                   m_preview = preview;
                   refresh();
                   Q_EMIT ready();
               });
}

void PermissionsLine::setReason(std::function<QString()> sentence)
{
    m_reason = std::move(sentence);
    refresh();
}

void PermissionsLine::refresh()
{
    m_label->setText(sentence());
}

QString PermissionsLine::sentence() const
{
    if (m_reason)
        return m_reason();
    if (!m_preview)
        return {};
    if (m_preview->organizations == 0)
        return tr("Nobody's permissions change.");
    const QLocale locale;
    const auto number = [&](int n) { return locale.toString(n); };
    if (m_preview->people == 0)
        return tr("Other permissions count in %1 organizations, but change nothing for anybody in them.",
                  nullptr, m_preview->organizations)
            .arg(number(m_preview->organizations));
    return tr("The permissions of %1 people change (%2 gain, %3 lose) in %4 organizations.", nullptr,
              m_preview->people)
        .arg(number(m_preview->people), number(m_preview->gain), number(m_preview->lose),
             number(m_preview->organizations));
}

void PermissionsLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageregistry.h"

namespace tenantry::ui
{

PageRegistry::~PageRegistry()
{
    for (const Entry &entry : m_entries) {
        if (entry.page && !entry.page->parent())
            delete entry.page;
    }
}

void PageRegistry::add(std::unique_ptr<Page> page, int section)
{
    Q_ASSERT(!find(page->id()));
    page->refreshTexts();
    m_entries.push_back({page.release(), section});
}

Page *PageRegistry::find(const QString &id) const
{
    for (const Entry &entry : m_entries) {
        if (entry.page && entry.page->id() == id)
            return entry.page;
    }
    return nullptr;
}

} // namespace tenantry::ui

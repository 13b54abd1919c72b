// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageregistry.h"

namespace tenantry::ui
{

void PageRegistry::add(PageFace face, PageEntry::Factory build, const PageEntry::Watch &watch, int section)
{
    Q_ASSERT(!find(face.id));
    m_entries.push_back(std::make_unique<PageEntry>(std::move(face), section, std::move(build), watch));
}

void PageRegistry::add(std::unique_ptr<Page> page, int section)
{
    Q_ASSERT(!find(page->id()));
    m_entries.push_back(std::make_unique<PageEntry>(std::move(page), section));
}

PageEntry *PageRegistry::find(const QString &id) const
{
    for (const auto &entry : m_entries) {
        if (entry->id() == id)
            return entry.get();
    }
    return nullptr;
}

} // namespace tenantry::ui

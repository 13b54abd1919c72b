// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageentry.h"

namespace tenantry::ui
{

PageEntry::PageEntry(PageFace face, int section, Factory build, const Watch &watch)
    : m_face(std::move(face)), m_section(section), m_build(std::move(build))
{
    if (watch)
        m_watch = watch(*this);
}

PageEntry::PageEntry(std::unique_ptr<Page> page, int section)
    : m_face(page->m_face), m_section(section)
{
    take(std::move(page));
}

PageEntry::~PageEntry()
{
    if (m_page && !m_page->parent())
        delete m_page;
}

void PageEntry::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    Q_EMIT countChanged(count);
}

void PageEntry::setAvailable(bool available)
{
    if (m_available == available)
        return;
    m_available = available;
    Q_EMIT availableChanged(available);
}

Page *PageEntry::page()
{
    if (!m_page && m_build)
        take(std::exchange(m_build, nullptr)());
    return m_page;
}

void PageEntry::take(std::unique_ptr<Page> page)
{
    m_watch.reset();
    m_page = page.release();
    m_page->refreshTexts();
    connect(m_page, &Page::countChanged, this, &PageEntry::setCount);
    connect(m_page, &Page::availableChanged, this, &PageEntry::setAvailable);
    // What it doesn't know yet stays as the watch told it.
    if (m_page->m_count)
        setCount(*m_page->m_count);
    if (m_page->m_available)
        setAvailable(*m_page->m_available);
}

} // namespace tenantry::ui

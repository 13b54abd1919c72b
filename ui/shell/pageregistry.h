// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/pageentry.h"

#include <vector>

namespace tenantry::ui
{

/// The pages of the console in the order of the navigation.
class PageRegistry final
{
public:
    /// `face.id` must be new. The page is built when it is first shown; without a watch it is available and counts nothing.
    void add(PageFace face, PageEntry::Factory build, const PageEntry::Watch &watch = {}, int section = 0);
    /// One that is built already.
    void add(std::unique_ptr<Page> page, int section = 0);

    [[nodiscard]] const std::vector<std::unique_ptr<PageEntry>> &entries() const { return m_entries; }
    /// Null when there is none.
    [[nodiscard]] PageEntry *find(const QString &id) const;

private:
    std::vector<std::unique_ptr<PageEntry>> m_entries;
};

} // namespace tenantry::ui

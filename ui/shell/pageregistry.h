// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QPointer>

#include <memory>
#include <vector>

namespace tenantry::ui
{

/// The pages of the console in the order of the navigation. Owns those that no window has taken over.
class PageRegistry final
{
public:
    struct Entry {
        QPointer<Page> page;
        int section; ///< a thin line separates sections in the navigation
    };

    PageRegistry() = default;
    ~PageRegistry();
    PageRegistry(PageRegistry &&) noexcept = default;
    PageRegistry &operator=(PageRegistry &&) = delete;

    /// `page->id()` must be new. Sets the page's texts for the first time.
    void add(std::unique_ptr<Page> page, int section = 0);
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    /// Null when there is none.
    [[nodiscard]] Page *find(const QString &id) const;

private:
    std::vector<Entry> m_entries;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace tenantry::ui
{

/// A page as the navigation and the palette know it, whether it is built or not: building all of them at sign-in held the
/// window for a fifth of a second, and whoever came to decide an application needs only one.
class PageEntry final : public QObject
{
    Q_OBJECT
public:
    using Factory = std::function<std::unique_ptr<Page>()>;
    /// Tells setCount() and setAvailable() until the page is built, which then does so itself; what it returns ends with that.
    using Watch = std::function<std::unique_ptr<QObject>(PageEntry &)>;

    /// A page that is built when somebody asks for it.
    PageEntry(PageFace face, int section, Factory build, const Watch &watch);
    /// One that is there already.
    PageEntry(std::unique_ptr<Page> page, int section);
    /// Frees the page unless a window has taken it over.
    ~PageEntry() override;

    [[nodiscard]] const QString &id() const { return m_face.id; }
    [[nodiscard]] const QString &iconName() const { return m_face.iconName; }
    [[nodiscard]] QString title() const { return m_face.title(); }
    [[nodiscard]] int section() const { return m_section; } ///< a thin line separates sections in the navigation
    [[nodiscard]] int count() const { return m_count; }
    [[nodiscard]] bool isAvailable() const { return m_available; }
    void setCount(int count);
    void setAvailable(bool available);

    [[nodiscard]] bool isBuilt() const { return m_page; }
    /// Builds it, the first time.
    [[nodiscard]] Page *page();

Q_SIGNALS:
    void countChanged(int count);
    void availableChanged(bool available);

private:
    void take(std::unique_ptr<Page> page);

    PageFace m_face;
    int m_section;
    Factory m_build;
    std::unique_ptr<QObject> m_watch;
    QPointer<Page> m_page;
    int m_count = 0;
    bool m_available = true;
};

} // namespace tenantry::ui

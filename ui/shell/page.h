// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <QWidget>

#include <functional>
#include <optional>

namespace tenantry::ui
{

class Session;

/// What is known of a page before it is built.
struct PageFace {
    QString id;                     ///< stable ("organizations")
    QString iconName;               ///< one of resources/icons
    std::function<QString()> title; ///< in the language of the moment
};

/// One entry of the navigation and what it shows. Subclasses build their widgets in the constructor,
/// connect to their models, and set every text in retranslate(). QActions added with addAction() appear in the
/// command palette while the page is current.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(PageFace face, QWidget *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_face.id; }
    [[nodiscard]] const QString &iconName() const { return m_face.iconName; }
    /// Translated; shown in the navigation, the top bar and as the accessible name.
    [[nodiscard]] QString title() const { return m_face.title(); }

    /// What the navigation shows beside the title (what waits for the actor); 0 shows nothing.
    [[nodiscard]] int count() const { return m_count.value_or(0); }
    /// Whether the actor may see this page now; the navigation follows. True as long as nobody said otherwise.
    [[nodiscard]] bool isAvailable() const { return m_available.value_or(true); }
    void setAvailable(bool available);

    /// The page became the current one: put the focus where work starts.
    virtual void activated();
    /// Show this object (its ID as the page defines it); false if the page can't find it.
    virtual bool showObject(const QString &objectId);

Q_SIGNALS:
    void countChanged(int count);
    void availableChanged(bool available);
    void titleChanged();
    /// Ask the shell to open another page, at an object where `objectId` isn't empty.
    void pageRequested(const QString &pageId, const QString &objectId);
    /// Ask the shell for a toast; with `undo` it has an undo button that calls it once.
    void toastRequested(const QString &text, const std::function<void()> &undo = {});

protected:
    /// Set every text anew. Called once when the page is registered, and at each change of language.
    virtual void retranslate() = 0;
    void setCount(int count);
    /// What the page shows of the session has changed: refreshContent() at once, or once the page is shown again where
    /// another took its place: pages nobody looks at cost nothing. At once too where nothing is left: a lock leaves nothing behind.
    void contentChanged(const Session &session);
    virtual void refreshContent() {}
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    friend class PageEntry;
    void refreshTexts();

    PageFace m_face;
    std::optional<int> m_count;
    std::optional<bool> m_available;
    bool m_away = false;   ///< was shown and is hidden
    bool m_behind = false; ///< changed since
};

} // namespace tenantry::ui

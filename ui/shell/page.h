// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>
#include <QWidget>

#include <functional>

namespace tenantry::ui
{

/// One entry of the navigation and what it shows. Subclasses build their widgets in the constructor,
/// connect to their models, and set every text in retranslate(). QActions added with addAction() appear in the
/// command palette while the page is current.
class Page : public QWidget
{
    Q_OBJECT
public:
    /// `id` is stable ("organizations"), `iconName` one of resources/icons.
    Page(const QString &id, const QString &iconName, QWidget *parent = nullptr);

    [[nodiscard]] const QString &id() const { return m_id; }
    [[nodiscard]] const QString &iconName() const { return m_iconName; }
    /// Translated; shown in the navigation, the top bar and as the accessible name.
    [[nodiscard]] virtual QString title() const = 0;

    /// What the navigation shows beside the title (what waits for the actor); 0 shows nothing.
    [[nodiscard]] int count() const { return m_count; }
    /// Whether the actor may see this page now; the navigation follows. True at first.
    [[nodiscard]] bool isAvailable() const { return m_available; }
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
    void changeEvent(QEvent *event) override;

private:
    friend class PageRegistry;
    void refreshTexts();

    QString m_id;
    QString m_iconName;
    int m_count = 0;
    bool m_available = true;
};

} // namespace tenantry::ui

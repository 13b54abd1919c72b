// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

class QWidget;

namespace tenantry::ui {

/// An editor of a form that knows itself what of it a person has put there: plain values and IDs, never the
/// name of anything (SEC-4).
class TypedEditor
{
public:
    virtual ~TypedEditor() = default;
    [[nodiscard]] virtual QVariant typed() const = 0;
    virtual void setTyped(const QVariant &typed) = 0;
};

/// What stands in the editor, or in those inside it; invalid where it takes nothing, and for passwords always.
[[nodiscard]] QVariant typedIn(const QWidget *editor);
/// What typedIn() gave for an editor that was made in the same way.
void setTypedIn(QWidget *editor, const QVariant &typed);

} // namespace tenantry::ui

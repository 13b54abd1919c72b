// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QAbstractItemView>

namespace tenantry::ui {

/// Rows that belong to what a table shows and aren't in its model yet: an export fetches them part by part
/// and writes them below (APP-5). A child of the view, which has at most one.
class TableRest : public QObject
{
    Q_OBJECT
public:
    explicit TableRest(QAbstractItemView *view) : QObject(view) {}
    /// Nothing is missing in the model.
    [[nodiscard]] virtual bool isAll() const = 0;
    /// The rest of what the model holds now.
    virtual void begin() = 0;
    /// Fetches the next part: fetched() or failed() follows.
    virtual void next() = 0;
    virtual void cancel() = 0;

Q_SIGNALS:
    /// Rows with the columns of the view's model; they are gone after the call. more: another part follows.
    void fetched(const QAbstractItemModel &rows, bool more);
    void failed(const tenantry::Error &error);
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/pagedquestion.h"
#include "ui/widgets/tablerest.h"

namespace tenantry::ui {

class RecordsModel;

/// The records that fit the filter and were not read yet, for an export of all (APP-5, OPM-6).
class RecordsRest final : public TableRest
{
    Q_OBJECT
public:
    /// `list`: what the page shows, of `view`; `question`: the same as it asks.
    RecordsRest(Session &session, sync::Question question, const PagedQuestion &list,
                const RecordsModel &model, QAbstractItemView *view);
    ~RecordsRest() override;

    /// What the page asked for last.
    void setArguments(const QJsonObject &arguments) { m_arguments = arguments; }
    [[nodiscard]] bool isAll() const override;
    void begin() override;
    void next() override;
    void cancel() override;

private:
    const PagedQuestion &m_list;
    const RecordsModel &m_model;
    QJsonObject m_arguments;
    PagedQuestion m_query;
    QJsonValue m_last;
    std::unique_ptr<RecordsModel> m_part;
};

} // namespace tenantry::ui

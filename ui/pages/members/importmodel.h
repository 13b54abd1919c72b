// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"
#include "ui/models/densemodel.h"

namespace tenantry::ui::members {

/// A row of the draft, by its place there.
struct ImportModelRow
{
    int index = 0;
    [[nodiscard]] quint64 key() const { return quint64(index); }
};

/// The rows of a file as they are: what is in their columns, then what becomes of them. Thousands of rows are
/// judged between two paintings, so it keeps no copy: the draft belongs to the run.
class ImportModel final : public DenseTableModel<ImportModelRow>
{
    Q_OBJECT
public:
    enum Column { Number, Email, Name, Phone, Mis, Organization, Primary, Role, Outcome, columnsInAll };
    enum class Filter { All, Changes, Unchanged, Bad };

    explicit ImportModel(const exchange::ImportDraft &draft, QObject *parent = nullptr);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// All that is wrong with a row; empty for a good one.
    [[nodiscard]] QString faults(int row) const;
    void setFilter(Filter filter);
    /// The draft was judged anew.
    void refresh();
    /// The draft is another one.
    void startOver();
    void retranslate();

private:
    [[nodiscard]] std::vector<ImportModelRow> fittingRows() const;
    [[nodiscard]] bool fits(const exchange::ImportRow &row) const;
    [[nodiscard]] QString text(int row, int column) const;
    [[nodiscard]] QString outcome(const exchange::ImportRow &row) const;

    const exchange::ImportDraft &m_draft;
    Filter m_filter = Filter::All;
};

} // namespace tenantry::ui::members

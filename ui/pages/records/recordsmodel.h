// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"

#include <QAbstractTableModel>
#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

#include <memory>

namespace tenantry::ui {

/// What the server recorded, in parts as it gives them, the newest first.
class RecordsModel : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    using DiffingModel::DiffingModel;

    /// An answer of the server, in place of all that is here, or behind it.
    virtual void take(const QJsonObject &page, bool append) = 0;
    virtual void clear() = 0;
    /// What the next part comes before: the last row that is here.
    [[nodiscard]] virtual QJsonValue last() const = 0;
    /// Another one with the same words and columns, without rows.
    [[nodiscard]] virtual std::unique_ptr<RecordsModel> makeEmpty() const = 0;

    void retranslate()
    {
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount({}) - 1);
        if (rowCount({}) > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount({}) - 1, columnCount({}) - 1));
    }

protected:
    /// IDs as the server takes them.
    [[nodiscard]] static QJsonValue wireId(qint64 id) { return id; }
    [[nodiscard]] static QJsonValue wireId(const QUuid &id) { return id.toString(QUuid::WithoutBraces); }
    template <class Id>
    [[nodiscard]] static QJsonValue wireId(const Id &id)
    {
        return id.toString();
    }
};

/// The same of one kind of row: a struct with `id` and `==`.
template <class Row>
class RecordsModelOf : public RecordsModel
{
public:
    using RecordsModel::RecordsModel;

    void take(const QJsonObject &page, bool append) final
    {
        if (!append)
            m_names = {};
        const QJsonObject names = page[QLatin1String("names")].toObject();
        for (auto it = names.begin(); it != names.end(); ++it)
            m_names.insert(it.key(), *it);
        std::vector<Row> rows;
        for (const QJsonValue &row : page[rowsKey()].toArray())
            rows.push_back(rowFrom(row.toObject(), m_names));
        if (append)
            appendRows(std::move(rows));
        else
            setRows(std::move(rows));
    }
    void clear() final
    {
        m_names = {};
        setRows({});
    }
    [[nodiscard]] QJsonValue last() const final
    {
        return m_rows.empty() ? QJsonValue() : wireId(m_rows.back().id);
    }
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[size_t(row)]; }
    /// Of whom and what the rows speak, by ID; empty where rows bring their own.
    [[nodiscard]] const QJsonObject &names() const { return m_names; }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }

protected:
    [[nodiscard]] virtual Row rowFrom(const QJsonObject &json, const QJsonObject &names) const = 0;
    [[nodiscard]] virtual QLatin1String rowsKey() const { return QLatin1String("rows"); }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    void setRows(std::vector<Row> rows) { takeRows(m_rows, std::move(rows)); }

private:
    void appendRows(std::vector<Row> more)
    {
        if (more.empty())
            return;
        beginInsertRows({}, int(m_rows.size()), int(m_rows.size() + more.size()) - 1);
        m_rows.insert(m_rows.end(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
        endInsertRows();
    }

    std::vector<Row> m_rows;
    QJsonObject m_names;
};

} // namespace tenantry::ui

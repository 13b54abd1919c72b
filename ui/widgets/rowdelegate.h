// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/itemroles.h"

#include <QStyledItemDelegate>

namespace tenantry::ui
{

/// Draws rows of lists, trees and tables: avatar or icon, text with the matching part highlighted, muted
/// secondary text, second line, chip, queued mark; see itemroles.h.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit RowDelegate(QObject *parent = nullptr);

    /// Highlights every occurrence (case-insensitive) in rows without MatchesRole. Repaint the view after it.
    void setQuery(const QString &query) { m_query = query; }
    [[nodiscard]] QString query() const { return m_query; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    QString m_query;
};

/// Paints one line, elided, with the matches on a tinted ground; returns the width that it took.
int paintTextLine(QPainter *painter, const QRect &rect, const QString &text, const QFont &font, const QColor &colour, Qt::Alignment alignment,
                  const QList<TextRange> &matches = {});

/// Where `query` occurs in `text`, not overlapping, ignoring case. Nothing for an empty query.
[[nodiscard]] QList<TextRange> findMatches(const QString &text, const QString &query);

} // namespace tenantry::ui

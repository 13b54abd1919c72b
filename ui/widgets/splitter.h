// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace tenantry::ui
{

/// A splitter with a hairline that is easy to grab.
class Splitter : public QSplitter
{
    Q_OBJECT
public:
    explicit Splitter(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    QSplitterHandle *createHandle() override;
};

} // namespace tenantry::ui

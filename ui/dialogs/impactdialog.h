// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/completeness.h"
#include "core/access/difference.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace tenantry::ui {

class ImpactList;
class ImpactModel;

/// The list behind an impact line (PRM-5): who, on what, which role now and which afterwards. Of the moment
/// when it was opened.
class ImpactDialog final : public QDialog
{
    Q_OBJECT
public:
    ImpactDialog(std::shared_ptr<const access::Difference> difference, access::Bound bound,
                 QWidget *parent = nullptr);
    [[nodiscard]] ImpactModel *model() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QLabel *m_title;
    ImpactList *m_list;
    QPushButton *m_close;
};

} // namespace tenantry::ui

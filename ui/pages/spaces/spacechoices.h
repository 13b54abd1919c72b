// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is chosen of a space's edition and modules (SPC-2).
#pragma once

#include "ui/pages/spaces/tenantlimits.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QRadioButton;

namespace tenantry::ui::spaces {

/// The editions side by side, each with its limits; those that the plan doesn't include say so.
class EditionChoice final : public QWidget
{
    Q_OBJECT
public:
    EditionChoice(const Session &session, TenantId tenant, QWidget *parent = nullptr);

    [[nodiscard]] QString chosen() const;
    /// Also one that the plan doesn't include: what a space has it may keep.
    void choose(const QString &edition);
    void retranslate();

private:
    struct Option
    {
        QString edition;
        QRadioButton *button;
        QLabel *limits;
    };
    void refresh(const Option &option);

    const Session &m_session;
    const TenantId m_tenant;
    QString m_kept; ///< the space's own
    QList<Option> m_options;
};

/// The modules, each with what it is for; at least one has to be chosen.
class ModuleChoice final : public QWidget
{
    Q_OBJECT
public:
    ModuleChoice(const Session &session, TenantId tenant, QWidget *parent = nullptr);

    [[nodiscard]] QStringList chosen() const;
    void choose(const QStringList &modules);
    void retranslate();

Q_SIGNALS:
    void changed();

private:
    struct Option
    {
        QString module;
        QCheckBox *box;
        QLabel *purpose;
    };

    const Session &m_session;
    const TenantId m_tenant;
    QStringList m_kept; ///< the space's own
    QList<Option> m_options;
};

/// "1,000,000 tokens · 10 GiB of data"; unlimited where the platform says so, empty where it says nothing.
[[nodiscard]] QString limitsText(const QJsonObject &limits);

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/records/recordspage.h"

namespace tenantry::ui {

class Banner;
class Tabs;

namespace security {
class SecurityModel;
}

/// 安全: what looks like misuse, and who read what (OPM-6, OPM-7).
class SecurityPage final : public RecordsPage
{
    Q_OBJECT
public:
    enum List { Events, Accesses };

    explicit SecurityPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] security::SecurityModel *model() const { return m_model; }
    void show(List list);
    using Page::show;

protected:
    [[nodiscard]] QString kindText(const QString &kind) const override;
    [[nodiscard]] QJsonObject ownArguments() const override;
    void read(const QJsonObject &page) override;
    void retranslate() override;

private:
    void showGap();
    SecurityPage(Session &session, security::SecurityModel *model, QWidget *parent);
    security::SecurityModel *m_model;
    Tabs *m_lists;
    Banner *m_gap; ///< what isn't recorded (ACC-10)
    QString m_missing;
};

} // namespace tenantry::ui

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/audit/auditquery.h"
#include "ui/pages/audit/chainwatch.h"
#include "ui/shell/page.h"

class QLabel;
class QPushButton;
class QTableView;

namespace tenantry::ui {

class Banner;
class KindBox;
class PeriodBox;
class RecordsList;
class SearchField;

namespace audit {
class AuditExport;
class AuditModel;
class AuditView;
} // namespace audit

/// 审计: who changed what, when and why (AUD-2), the newest first; and whether the chain goes on from what
/// this console verified before (AUD-1). For the tenant's administrator; for system administrators that of
/// the platform. Asks the server, so it needs a connection.
class AuditPage final : public Page
{
    Q_OBJECT
public:
    explicit AuditPage(Session &session, audit::HeadStore heads, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    /// The chain that the actor may read: the tenant's, the platform's; null: none.
    [[nodiscard]] static TenantId chainOf(const Session &session);
    void activated() override;
    [[nodiscard]] audit::AuditModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const;
    [[nodiscard]] audit::ChainWatch *watch() const { return m_watch; }
    void setFilter(const audit::AuditFilter &filter);
    /// With its proof: the whole chain, or with a filter the details of what it shows and the links of the
    /// rest.
    void exportTo(const QString &file);

protected:
    void retranslate() override;

private:
    QWidget *makeBar();
    QWidget *makeFoot();
    void makeTable();
    void refreshChain();
    void ask();
    void readFilter();
    void take(const QJsonObject &page, bool isMore);
    void refreshFoot();
    void showCurrent();
    void chooseFile();
    void endExport(const QString &toast);
    void refreshExport();

    Session &m_session;
    TenantId m_chain; ///< null: nobody's
    audit::AuditFilter m_filter;
    audit::ChainWatch *m_watch;
    audit::AuditModel *m_model;
    SearchField *m_actor, *m_object;
    KindBox *m_kind;
    PeriodBox *m_time;
    audit::AuditView *m_view;
    RecordsList *m_list;
    Banner *m_broken;
    QLabel *m_sealed;
    QPushButton *m_export;
    audit::AuditExport *m_exporting = nullptr;
    qint64 m_sealedUpTo = 0;
};

} // namespace tenantry::ui

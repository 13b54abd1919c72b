// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/auditchain.h"
#include "ui/session/session.h"

#include <QThreadPool>

#include <memory>

class QSaveFile;

namespace tenantry::ui::audit {

/// Writes a chain, or a part of it with the links of the rest, into a file that `tenantryctl audit verify` proves (AUD-2): part by part from the
/// server, on the disk by another thread. Nothing is left where it fails or is cancelled.
class AuditExport final : public QObject
{
    Q_OBJECT
public:
    /// `filter`: of api.audit_chain; details of what fits alone, empty: of everything.
    AuditExport(Session &session, TenantId chain, const QString &name, const QJsonObject &filter, const QString &file,
                QObject *parent = nullptr);
    ~AuditExport() override;

    void start();
    void cancel();

Q_SIGNALS:
    void progressed(int percent);
    void finished(qint64 entries);
    /// The server's, or "audit.not_written" (System).
    void failed(const tenantry::Error &error);

private:
    void ask();
    void take(const QJsonObject &answer);
    void write(const QByteArray &bytes);
    void close(qint64 entries);
    void fail(const Error &error);

    Session &m_session;
    const TenantId m_chain;
    const QString m_name;
    const QJsonObject m_filter;
    std::shared_ptr<QSaveFile> m_file; ///< of the other thread, once started
    QThreadPool m_disk;
    qint64 m_written = 0;
    QJsonObject m_names;
    std::unique_ptr<QObject> m_context;
};

} // namespace tenantry::ui::audit

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditexport.h"

#include <QJsonArray>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tenantry::ui::audit {

namespace {

constexpr int linksAtOnce = 500;

/// Where it couldn't be opened, closing says so.
void append(QSaveFile &file, const QByteArray &bytes)
{
    if (file.isOpen())
        file.write(bytes);
}

QByteArray linesOf(const QJsonArray &links)
{
    QByteArray lines;
    for (const QJsonValue &link : links)
        lines += exchange::auditFileLine(exchange::AuditLink::fromJson(link.toObject()));
    return lines;
}

} // namespace

AuditExport::AuditExport(Session &session, TenantId chain, const QString &name, const QJsonObject &filter,
                         const QString &file, QObject *parent)
    : QObject(parent), m_session(session), m_chain(chain), m_name(name), m_filter(filter),
      m_file(std::make_shared<QSaveFile>(file))
{
    m_disk.setMaxThreadCount(1); // one piece after the other
}

AuditExport::~AuditExport()
{
    m_disk.waitForDone(); // milliseconds
}

void AuditExport::start()
{
    m_disk.start([file = m_file] { (void)file->open(QIODevice::WriteOnly); });
    write(exchange::auditFileHeader(m_chain.uuid(), m_name, m_filter));
    ask();
}

void AuditExport::cancel()
{
    m_context.reset();
    m_disk.start([file = m_file] { file->cancelWriting(); });
}

void AuditExport::ask()
{
    m_context = std::make_unique<QObject>();
    QJsonObject arguments{{u"tenant"_s, m_chain.toString()},
                          {u"after"_s, m_written},
                          {u"limit"_s, linksAtOnce},
                          {u"details"_s, true}};
    if (!m_filter.isEmpty())
        arguments[u"filter"_s] = m_filter;
    m_session.ask(sync::Question::AuditChain, arguments, m_context.get(),
                  [this](const Result<QJsonValue> &answer) {
                      m_context.release()->deleteLater(); // it is what calls this
                      if (answer)
                          take(answer->toObject());
                      else
                          fail(answer.error());
                  });
}

void AuditExport::take(const QJsonObject &answer)
{
    const QJsonArray links = answer["links"_L1].toArray();
    const QJsonObject head = answer["head"_L1].toObject(), names = answer["names"_L1].toObject();
    for (auto it = names.begin(); it != names.end(); ++it)
        m_names.insert(it.key(), *it);
    m_written += links.size();
    m_disk.start([file = m_file, links] { append(*file, linesOf(links)); });
    const qint64 all = head["seal_number"_L1].toInteger();
    if (!links.isEmpty() && m_written < all) {
        Q_EMIT progressed(int(100 * m_written / all));
        return ask();
    }
    write(exchange::auditFileFooter({all, QByteArray::fromHex(head["chain_hash"_L1].toString().toLatin1())},
                                    m_names));
    close(m_written);
}

void AuditExport::write(const QByteArray &bytes)
{
    m_disk.start([file = m_file, bytes] { append(*file, bytes); });
}

void AuditExport::close(qint64 entries)
{
    m_disk.start([this, file = m_file, entries] {
        const bool done = file->isOpen() && file->commit();
        QMetaObject::invokeMethod(this, [this, done, entries] {
            if (done)
                Q_EMIT finished(entries);
            else
                Q_EMIT failed({ErrorClass::System, u"audit.not_written"_s, {}, {}});
        });
    });
}

void AuditExport::fail(const Error &error)
{
    m_disk.start([file = m_file] { file->cancelWriting(); });
    Q_EMIT failed(error);
}

} // namespace tenantry::ui::audit

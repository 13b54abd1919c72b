// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mail/mailmodel.h"

#include "core/domain/messages.h"
#include "ui/pages/mail/mailwords.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::mail {

namespace {

std::optional<Instant> instant(const QJsonValue &micros)
{
    return micros.isDouble() ? std::optional(fromMicroseconds(micros.toInteger())) : std::nullopt;
}

Tone toneOf(const MailRow &row)
{
    if (row.status == u"failed")
        return Tone::Danger;
    return row.status == u"sent" ? Tone::Success : row.reason.isEmpty() ? Tone::Neutral : Tone::Warning;
}

} // namespace

MailRow MailModel::rowFrom(const QJsonObject &json, const QJsonObject &names) const
{
    const auto id = [&json](QLatin1StringView key) { return QUuid::fromString(json[key].toString()); };
    MailRow row;
    row.id = id("id"_L1);
    row.kind = json["kind"_L1].toString();
    row.recipient = names[json["user_id"_L1].toString()].toString().simplified();
    row.address = json["address"_L1].toString();
    row.tenantId = TenantId(id("tenant_id"_L1));
    row.tenant = names[json["tenant_id"_L1].toString()].toString().simplified();
    row.status = json["status"_L1].toString();
    row.reason = json["reason"_L1].toString();
    row.reply = json["reply"_L1].toInt();
    row.attempts = json["attempts"_L1].toInt();
    row.queuedAt = instant(json["queued_at"_L1]).value_or(Instant());
    row.due = instant(json["due"_L1]);
    row.endedAt = instant(json["ended_at"_L1]);
    row.resentAt = instant(json["resent_at"_L1]);
    row.obstacle = json["obstacle"_L1].toString();
    return row;
}

void MailModel::mark(const QSet<QUuid> &queued)
{
    std::vector<MailRow> marked = rows();
    for (MailRow &row : marked)
        row.queued = queued.contains(row.id);
    setRows(std::move(marked));
}

std::unique_ptr<RecordsModel> MailModel::makeEmpty() const
{
    auto model = std::make_unique<MailModel>();
    model->setNow(m_now);
    return model;
}

QString MailModel::moment(Instant at) const
{
    return shortMomentText(spaces::localTime(at), spaces::localTime(m_now));
}

/// When it was sent, given up or is tried again, and why the last attempt failed.
QString MailModel::outcome(const MailRow &row) const
{
    const QString when =
        row.status == u"queued"
            ? row.due && *row.due > m_now ? tr("Next attempt %1").arg(moment(*row.due)) : tr("At once")
        : !row.endedAt          ? QString()
        : row.status == u"sent" ? tr("Sent %1").arg(moment(*row.endedAt))
                                : tr("Given up %1").arg(moment(*row.endedAt));
    if (row.reason.isEmpty())
        return when;
    const QString why = sentence({ErrorClass::Network, row.reason, {}, {{u"reply"_s, row.reply}}});
    return when.isEmpty() ? why : tr("%1. %2").arg(when, why);
}

QString MailModel::text(const MailRow &row, int column) const
{
    switch (column) {
    case Queued:
        return moment(row.queuedAt);
    case Recipient:
        return row.recipient.isEmpty() ? tr("Somebody who is gone") : row.recipient;
    case About:
        return kindText(row.kind);
    case State:
        return statusText(row.status);
    case Attempts:
        return QLocale().toString(row.attempts);
    case Outcome:
        return outcome(row);
    default:
        return row.tenant;
    }
}

QVariant MailModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MailRow &row = rowAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::ToolTipRole:
        return plainTip(column == Recipient ? text(row, column) + u' ' + row.address : text(row, column));
    case SecondaryTextRole:
        if (column == Queued && row.resentAt)
            return tr("sent again %1").arg(moment(*row.resentAt));
        return column == Recipient ? QVariant(row.address) : QVariant();
    case ToneRole:
        return column == State ? QVariant(int(toneOf(row))) : QVariant();
    case QueuedRole:
        return column == Recipient && row.queued;
    case Qt::TextAlignmentRole:
        return column == Attempts ? QVariant(int(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    default:
        return {};
    }
}

QVariant MailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Queued:
        return tr("Queued");
    case Recipient:
        return tr("Recipient");
    case About:
        return tr("About");
    case State:
        return tr("State");
    case Attempts:
        return tr("Attempts");
    case Outcome:
        return tr("Outcome");
    default:
        return tr("Tenant");
    }
}

} // namespace tenantry::ui::mail

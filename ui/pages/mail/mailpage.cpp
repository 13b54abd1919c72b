// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/mail/mailpage.h"

#include "core/domain/messages.h"
#include "core/domain/platformcommands.h"
#include "ui/models/whenrefused.h"
#include "ui/pages/mail/mailmodel.h"
#include "ui/pages/mail/mailwords.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace mail;

MailPage::MailPage(Session &session, QWidget *parent) : MailPage(session, new MailModel, parent) {}

MailPage::MailPage(Session &session, MailModel *model, QWidget *parent)
    : RecordsPage(face(), session, sync::Question::MailPage, model, MailModel::Tenant, parent),
      m_model(model), m_status(new QComboBox), m_again(makeButton(ButtonStyle::Default, {}, u"undo"_s))
{
    for (const QString &status : {QString(), u"queued"_s, u"sent"_s, u"failed"_s})
        m_status->addItem(QString(), status);
    bar()->insertWidget(2, m_status);
    foot()->addWidget(m_again);
    makeTable();
    connect(m_status, &QComboBox::activated, this, &MailPage::ask);
    connect(m_again, &QPushButton::clicked, this, &MailPage::sendAgain);
    connect(&session, &Session::commandsChanged, this, &MailPage::followQueue);
    m_model->setNow(session.now());
    refreshButton();
}

void MailPage::makeTable()
{
    table()->setSelectionMode(QAbstractItemView::SingleSelection);
    setColumnWidths(table(), {136, 210, 160, 90, 80, 0, 120}); // the outcome takes what is left
    connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &MailPage::refreshButton);
}

PageFace MailPage::face()
{
    return {u"mail"_s, u"mail"_s, [] { return tr("Delivery log"); }};
}

QString MailPage::kindText(const QString &kind) const
{
    return mail::kindText(kind);
}

QJsonObject MailPage::ownArguments() const
{
    const QString status = m_status->currentData().toString();
    return status.isEmpty() ? QJsonObject() : QJsonObject{{u"status"_s, status}};
}

void MailPage::refresh()
{
    m_model->setNow(session().now());
    followQueue();
}

void MailPage::followQueue()
{
    QSet<QUuid> open;
    qsizetype settled = 0;
    for (const QueuedCommand &queued : session().commands()) {
        if (queued.command.kind != u"mail_resend")
            continue;
        if (queued.isOpen())
            open.insert(QUuid::fromString(queued.command.payload["mail_id"_L1].toString()));
        settled += queued.state == CommandState::Done;
    }
    m_model->mark(open);
    refreshButton();
    if (std::exchange(m_settled, settled) < settled && isVisible())
        ask();
}

const MailRow *MailPage::current() const
{
    const QModelIndex index = table()->currentIndex();
    return index.isValid() ? &m_model->rowAt(index.row()) : nullptr;
}

/// A tenant's log also holds mails to whom it invited and to its non-enterprise members.
TenantId MailPage::logOf(const MailRow &row) const
{
    const ActorView actor = session().actor();
    return actor.systemAdministrator ? row.tenantId : actor.administers;
}

QString MailPage::refusal() const
{
    const MailRow *row = current();
    if (!row)
        return tr("Choose a mail that was given up.");
    if (row->queued)
        return tr("It is sent again when the server answers.");
    if (!row->obstacle.isEmpty())
        return sentence({ErrorClass::Business, row->obstacle, {}, {}});
    return session().refusal(u"mail_resend"_s, logOf(*row));
}

void MailPage::refreshButton()
{
    const QString reason = refusal();
    setUsable(m_again, reason.isEmpty(), reason);
}

void MailPage::sendAgain()
{
    if (!refusal().isEmpty())
        return;
    const MailRow row = *current();
    Command command = mailResend(row.id, logOf(row));
    command.subject = {{u"record"_s, row.id.toString(QUuid::WithoutBraces)}, {u"title"_s, row.recipient}};
    const CommandId id = session().submit(command);
    whenRefused(session(), {id}, this, [this](const QueuedCommand &queued) {
        if (!queued.errors.isEmpty())
            Q_EMIT toastRequested(sentence(queued.errors.front()));
    });
    Q_EMIT toastRequested(tr("The mail to %1 waits to be sent again.").arg(row.recipient));
}

void MailPage::retranslate()
{
    RecordsPage::retranslate();
    m_status->setAccessibleName(tr("State"));
    m_status->setItemText(0, tr("Any state"));
    for (int i = 1; i < m_status->count(); ++i)
        m_status->setItemText(i, statusText(m_status->itemData(i).toString()));
    note()->setText(
        tr("Mails are kept in this log for 90 days. Each is tried for three days, at growing intervals."));
    m_again->setText(tr("Send again"));
    refreshButton();
}

} // namespace tenantry::ui

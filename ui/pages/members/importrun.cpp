// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/importrun.h"

#include "core/domain/invitationcommands.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

using exchange::ImportAct;
using exchange::ImportColumn;
using exchange::ImportDraft;
using exchange::ImportRow;

namespace {

constexpr size_t partSize = 1000;

ImportColumn columnOf(const QString &field)
{
    static const QHash<QString, ImportColumn> columns{{u"name"_s, ImportColumn::Name},
                                                      {u"phone"_s, ImportColumn::Phone},
                                                      {u"mis"_s, ImportColumn::Mis},
                                                      {u"organization_id"_s, ImportColumn::Organization},
                                                      {u"role"_s, ImportColumn::Role}};
    return columns.value(field, ImportColumn::Email);
}

Error errorOf(const QJsonObject &json)
{
    return {ErrorClass::Business, json["code"_L1].toString(), json["field"_L1].toString(),
            json["parameters"_L1].toObject().toVariantMap()};
}

bool isEffective(const ImportRow &row)
{
    return row.isGood() && row.act != ImportAct::None && row.act != ImportAct::Unknown;
}

} // namespace

ImportRun::ImportRun(Session &session, TenantId tenant, QObject *parent)
    : QObject(parent), m_session(session), m_tenant(tenant), m_follower(session)
{
    connect(&m_follower, &CommandFollower::settled, this, &ImportRun::onSettled);
    connect(&m_follower, &CommandFollower::refused, this, &ImportRun::onRefused);
}

bool ImportRun::isBusy() const
{
    return m_stage == Stage::Reading || m_stage == Stage::Checking || m_stage == Stage::Sending ||
           m_stage == Stage::Applying || m_stage == Stage::Undoing;
}

void ImportRun::setStage(Stage stage)
{
    m_stage = stage;
    Q_EMIT stageChanged();
}

void ImportRun::fail(Stage backTo, const Error &error)
{
    m_error = error;
    setStage(backTo);
}

ImportRun::Counts ImportRun::counts() const
{
    Counts counts;
    for (const ImportRow &row : m_draft.rows) {
        counts.bad += !row.isGood();
        if (!row.isGood())
            continue;
        counts.created += row.act == ImportAct::Create;
        counts.invited += row.act == ImportAct::Invite;
        counts.changed += row.act == ImportAct::Add || row.act == ImportAct::Change;
        counts.unchanged += row.act == ImportAct::None;
    }
    return counts;
}

void ImportRun::open(const QString &path)
{
    startOver();
    m_path = path;
    setStage(Stage::Reading);
    m_work.run(
        [path, rules = m_session.rules(), snapshot = m_session.snapshot(),
         tenant = m_tenant](const std::stop_token &stop) -> Result<ImportDraft> {
            auto table = exchange::readTable(path, stop);
            if (!table)
                return tl::unexpected(table.error());
            return exchange::draftImport(std::move(*table), rules, *snapshot, tenant, stop);
        },
        [this](Result<ImportDraft> draft) { take(std::move(draft)); });
}

void ImportRun::take(Result<ImportDraft> draft)
{
    if (!draft)
        return fail(Stage::Choosing, draft.error());
    m_draft = std::move(*draft);
    prepareParts(false);
    setStage(Stage::Checking);
    Q_EMIT judged();
    askNext();
}

void ImportRun::prepareParts(bool effectiveOnly)
{
    m_queue.clear();
    m_next = 0;
    for (size_t i = 0; i < m_draft.rows.size(); ++i)
        if (effectiveOnly ? isEffective(m_draft.rows[i]) : m_draft.rows[i].isGood())
            m_queue.push_back(int(i));
}

QJsonArray ImportRun::rowsOfPart() const
{
    QJsonArray rows;
    for (size_t i = m_next; i < std::min(m_queue.size(), m_next + partSize); ++i)
        rows.append(m_draft.rows[size_t(m_queue[i])].toJson(m_queue[i]));
    return rows;
}

QJsonObject ImportRun::part() const
{
    return {{u"tenant_id"_s, m_tenant.toString()}, {u"rows"_s, rowsOfPart()}};
}

void ImportRun::askNext()
{
    Q_EMIT progressed(int(m_next), int(m_queue.size()));
    if (m_next >= m_queue.size()) {
        renewQuestion();
        return setStage(Stage::Checked);
    }
    renewQuestion();
    m_session.ask(sync::Question::ImportCheck, part(), m_question.get(),
                  [this](const Result<QJsonValue> &answer) {
                      if (answer)
                          judge(*answer);
                      else if (!judgeRefusedRow(answer.error()))
                          return fail(Stage::Choosing, answer.error());
                      askNext();
                  });
}

/// The one before may be delivering its answer at this moment.
void ImportRun::renewQuestion()
{
    if (m_question)
        m_question.release()->deleteLater();
    m_question = std::make_unique<QObject>();
}

void ImportRun::judge(const QJsonValue &answer)
{
    for (const QJsonValue &each : answer["rows"_L1].toArray()) {
        const auto number = size_t(each["number"_L1].toInt());
        if (number >= m_draft.rows.size())
            continue;
        ImportRow &row = m_draft.rows[number];
        row.act = exchange::importAct(each["act"_L1].toString());
        if (row.act == ImportAct::Unknown) {
            const Error error = errorOf(each["error"_L1].toObject());
            row.faults.append({columnOf(error.field), {}, error});
        }
    }
    m_next = std::min(m_queue.size(), m_next + partSize);
    Q_EMIT judged();
}

/// "rows[12].email": a server whose rules are others than this console's. True: the row is bad now, and the
/// part can be asked again without it.
bool ImportRun::judgeRefusedRow(const Error &error)
{
    static const QRegularExpression place(u"^rows\\[(\\d+)\\]\\.(\\w+)$"_s);
    const auto match = place.match(error.field);
    const size_t number = match.hasMatch() ? match.captured(1).toULongLong() : m_draft.rows.size();
    if (number >= m_draft.rows.size())
        return false;
    ImportRow &row = m_draft.rows[number];
    row.act = ImportAct::Unknown;
    row.faults.append({columnOf(match.captured(2)), {}, error});
    std::erase(m_queue, int(number));
    Q_EMIT judged();
    return true;
}

void ImportRun::apply(bool withoutBadRows, const QString &reason)
{
    if (m_stage != Stage::Checked)
        return;
    m_error.reset();
    m_cancelled = Cancelled::No;
    m_partly = withoutBadRows;
    m_reason = reason;
    m_import = QUuid::createUuid();
    prepareParts(true);
    setStage(Stage::Sending);
    sendNext();
}

void ImportRun::sendNext()
{
    Q_EMIT progressed(int(m_next), int(m_queue.size()));
    if (m_next >= m_queue.size()) {
        renewQuestion();
        return give(importApply(m_tenant, m_import, int(m_queue.size()), m_partly, m_reason),
                    Stage::Applying);
    }
    QJsonObject arguments = part();
    arguments.insert(u"import_id"_s, m_import.toString(QUuid::WithoutBraces));
    renewQuestion();
    m_session.ask(sync::Question::ImportStage, arguments, m_question.get(),
                  [this](const Result<QJsonValue> &answer) {
                      if (!answer) {
                          discardStaged();
                          return fail(Stage::Checked, answer.error());
                      }
                      m_next = std::min(m_queue.size(), m_next + partSize);
                      sendNext();
                  });
}

void ImportRun::give(const Command &command, Stage stage)
{
    m_error.reset();
    m_result = {};
    m_cancelled = Cancelled::No;
    Command given = command;
    given.subject = {{u"record"_s, m_tenant.toString()}, {u"title"_s, m_path.section(u'/', -1)}};
    setStage(stage);
    m_follower.submit(given);
}

void ImportRun::onSettled(const Command &command)
{
    for (const QueuedCommand &queued : m_session.commands())
        if (queued.command.id == command.id)
            m_result = queued.answer["result"_L1].toObject();
    if (std::exchange(m_isCancelling, false) && !m_result.isEmpty())
        m_cancelled = Cancelled::TooLate;
    setStage(m_stage == Stage::Undoing ? Stage::Undone : Stage::Done);
}

void ImportRun::onRefused(const QList<Error> &errors)
{
    const bool undoing = m_stage == Stage::Undoing;
    const Stage before = undoing ? Stage::Done : Stage::Checked;
    const bool isCancelled = std::exchange(m_isCancelling, false) && errors.isEmpty();
    // What changed since the dry run stands at its rows.
    for (const Error &error : errors)
        (void)judgeRefusedRow(error);
    if (undoing)
        m_result = m_applied;
    else
        discardStaged();
    if (isCancelled) {
        m_cancelled = Cancelled::Yes;
        return setStage(before);
    }
    fail(before, errors.isEmpty() ? Error{ErrorClass::Business, u"import.unknown"_s, {}, {}} : errors.constFirst());
}

void ImportRun::cancel()
{
    if (m_stage == Stage::Reading || m_stage == Stage::Checking)
        return startOver();
    if (m_stage == Stage::Applying || m_stage == Stage::Undoing) {
        m_isCancelling = true;
        setStage(m_stage);
        return m_follower.withdraw();
    }
    if (m_stage != Stage::Sending)
        return;
    m_question.reset();
    discardStaged();
    m_cancelled = Cancelled::Yes;
    setStage(Stage::Checked);
}

/// The worker would do it a day later.
void ImportRun::discardStaged()
{
    m_session.ask(sync::Question::ImportDiscard, {{u"import_id"_s, m_import.toString(QUuid::WithoutBraces)}},
                  &m_session, [](const Result<QJsonValue> &) {});
}

void ImportRun::undo()
{
    if (m_stage != Stage::Done)
        return;
    m_applied = m_result;
    give(importUndo(m_tenant, m_import), Stage::Undoing);
}

void ImportRun::startOver()
{
    m_work.cancel();
    m_question.reset();
    m_draft = {};
    m_queue.clear();
    m_path.clear();
    m_error.reset();
    m_cancelled = Cancelled::No;
    m_isCancelling = false;
    setStage(Stage::Choosing);
    Q_EMIT judged();
}

} // namespace tenantry::ui::members

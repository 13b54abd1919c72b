// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/importdraft.h"
#include "ui/models/commandfollower.h"
#include "ui/models/newestwork.h"

namespace tenantry::ui::members {

/// One import of members from the file to its end (ORG-5): read and judged on another thread, then asked of
/// the server and sent to it by the thousand rows, applied and undone by one command each.
class ImportRun final : public QObject
{
    Q_OBJECT
public:
    enum class Stage {
        Choosing, ///< no file, or one that can't be read: see error()
        Reading,
        Checking, ///< the dry run
        Checked,
        Sending, ///< this and the next: to be cancelled without a trace
        Applying,
        Done,
        Undoing,
        Undone,
    };

    ImportRun(Session &session, TenantId tenant, QObject *parent = nullptr);

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool isBusy() const;
    /// Why it didn't get further; the sentence belongs to what was asked for last.
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }
    [[nodiscard]] const exchange::ImportDraft &draft() const { return m_draft; }
    [[nodiscard]] const QString &path() const { return m_path; }
    /// Rows by what becomes of them.
    struct Counts
    {
        int created = 0, invited = 0, changed = 0, unchanged = 0, bad = 0;
        [[nodiscard]] int effective() const { return created + invited + changed; }
    };
    [[nodiscard]] Counts counts() const;
    /// What the server said in the end: {"created", "invited", "changed", "unchanged", "refused"} or
    /// {"undone", "left"}. Empty: the command waits in the queue.
    [[nodiscard]] const QJsonObject &result() const { return m_result; }

    void open(const QString &path);
    /// The rows that do something; without the bad ones, or not at all where there are any.
    void apply(bool withoutBadRows, const QString &reason);
    /// Back to where the last step began. While the server is at it: as soon as that has ended for certain, unless
    /// it was quicker.
    void cancel();
    [[nodiscard]] bool isCancelling() const { return m_isCancelling; }
    /// What became of the last cancel(): nothing of the step is left, or it was over before.
    enum class Cancelled { No, Yes, TooLate };
    [[nodiscard]] Cancelled cancelled() const { return m_cancelled; }
    void undo();
    /// Lets go of the file.
    void startOver();

Q_SIGNALS:
    void stageChanged();
    void progressed(int rows, int all);
    /// Rows of the draft were judged anew.
    void judged();

private:
    void setStage(Stage stage);
    void fail(Stage backTo, const Error &error);
    void take(Result<exchange::ImportDraft> draft);
    void askNext();
    void renewQuestion();
    void judge(const QJsonValue &answer);
    [[nodiscard]] bool judgeRefusedRow(const Error &error);
    void sendNext();
    void give(const Command &command, Stage stage);
    void onSettled(const Command &command);
    void onRefused(const QList<Error> &errors);
    [[nodiscard]] QJsonObject part() const;
    [[nodiscard]] QJsonArray rowsOfPart() const;
    void prepareParts(bool effectiveOnly);
    void discardStaged();

    Session &m_session;
    TenantId m_tenant;
    Stage m_stage = Stage::Choosing;
    std::optional<Error> m_error;
    QString m_path;
    exchange::ImportDraft m_draft;
    std::vector<int> m_queue; ///< rows to be asked or sent
    size_t m_next = 0;        ///< of the queue
    QUuid m_import;
    bool m_partly = false;
    bool m_isCancelling = false;
    Cancelled m_cancelled = Cancelled::No;
    QString m_reason;
    QJsonObject m_result, m_applied; ///< the second: of the import, while it is being undone
    std::unique_ptr<QObject> m_question; ///< without it the answer isn't wanted any more
    CommandFollower m_follower;
    NewestWork m_work; ///< last: ends first
};

} // namespace tenantry::ui::members

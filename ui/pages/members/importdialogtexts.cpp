// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the dialog says, and which of its controls can be used, at each stage of an import.
#include "ui/pages/members/importdialog.h"

#include "core/domain/messages.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

using Stage = ImportRun::Stage;

void ImportDialog::retranslate()
{
    setWindowTitle(tr("Import members"));
    m_title->setText(tr("Import members"));
    m_columns->setText(tr("A CSV or XLSX file whose first row names the columns: e-mail, name, phone, MIS, "
                          "organization (path, name or code), "
                          "primary (yes/no), role (member/leader). Only the e-mail must be there; whoever is "
                          "new needs a name too. "
                          "One row puts one person into one organization; whoever is to be in several has "
                          "several rows. Nothing is taken from anybody."));
    m_choose->setText(tr("Choose a file…"));
    m_template->setText(tr("Save a template…"));
    m_drop->setText(tr("Or drop the file here. Up to 100,000 rows."));
    m_filter->setAccessibleName(tr("Rows to show"));
    m_table->setAccessibleName(tr("Rows of the file"));
    m_filter->setText(0, tr("All"));
    m_filter->setText(1, tr("Changes"));
    m_filter->setText(2, tr("Unchanged"));
    m_filter->setText(3, tr("With errors"));
    m_saveBad->setText(tr("Save the bad rows…"));
    m_form->field(u"reason"_s)->setLabel(tr("Reason"), true);
    if (const auto hint = m_session.rules().hint(u"command"_s, u"reason"_s))
        m_form->field(u"reason"_s)->setHint(sentence(*hint));
    m_bar->setAccessibleName(tr("Progress"));
    m_states->loading()->setText(tr("Reading the file…"));
    m_states->empty()->setTexts(tr("No such rows"), tr("The file has no rows of this kind."));
    m_model->retranslate();
    refresh();
}

/// All of what is wrong with the current row: its column has room for the beginning.
void ImportDialog::showFaults()
{
    const QModelIndex current = m_table->currentIndex();
    const QString faults = current.isValid() ? m_model->faults(current.row()) : QString();
    m_faults->setText(faults);
    m_faults->setVisible(!faults.isEmpty());
}

void ImportDialog::refresh()
{
    showFaults();
    const Stage stage = m_run->stage();
    const bool over = stage == Stage::Done || stage == Stage::Undoing || stage == Stage::Undone;
    m_steps->setCurrentIndex(stage == Stage::Choosing ? 0 : over ? 2 : 1);
    if (m_run->error()) {
        m_banner->setTone(Tone::Danger);
        m_banner->setText(sentence(*m_run->error()));
        m_banner->show();
    } else if (m_run->cancelled() == ImportRun::Cancelled::Yes) {
        m_banner->setTone(Tone::Info);
        m_banner->setText(stage == Stage::Done ? tr("Cancelled: nothing was undone.") : tr("Cancelled: nothing was imported."));
        m_banner->show();
    }
    if (stage == Stage::Reading)
        m_states->showLoading();
    else if (m_model->rowCount() == 0)
        m_states->showEmpty();
    else
        m_states->showContent();
    const bool moving = stage == Stage::Checking || stage == Stage::Sending || stage == Stage::Applying;
    m_bar->setVisible(moving);
    m_progress->setVisible(moving);
    if (stage == Stage::Applying) {
        m_bar->setRange(0, 0);
        m_progress->setText(m_run->isCancelling() ? tr("Cancelling…") : tr("The server applies the rows…"));
    }
    m_done->setText(over ? outcome() : QString());
    refreshCounts();
    refreshButtons();
}

void ImportDialog::refreshCounts()
{
    const ImportRun::Counts counts = m_run->counts();
    m_filter->setCount(1, counts.effective());
    m_filter->setCount(2, counts.unchanged);
    m_filter->setCount(3, counts.bad);
    m_sentence->setText(summary());
    m_sentence->setHidden(m_sentence->text().isEmpty());
    m_saveBad->setVisible(counts.bad > 0);
    m_withoutBad->setVisible(counts.bad > 0);
    m_withoutBad->setText(tr("Leave out the %n row(s) with errors", nullptr, counts.bad));
}

QString ImportDialog::summary() const
{
    if (m_run->stage() == Stage::Choosing)
        return {};
    const ImportRun::Counts counts = m_run->counts();
    const QLocale locale;
    const int rows = int(m_run->draft().rows.size());
    QStringList parts{m_run->path().section(u'/', -1),
                      tr("%1 rows", nullptr, rows).arg(locale.toString(rows))};
    if (counts.created > 0)
        parts += tr("%1 new accounts", nullptr, counts.created).arg(locale.toString(counts.created));
    if (counts.invited > 0)
        parts += tr("%1 invitations", nullptr, counts.invited).arg(locale.toString(counts.invited));
    if (counts.changed > 0)
        parts += tr("%1 changes of members", nullptr, counts.changed).arg(locale.toString(counts.changed));
    if (counts.bad > 0)
        parts += tr("%1 with errors", nullptr, counts.bad).arg(locale.toString(counts.bad));
    return parts.join(u" · "_s);
}

/// Why nothing can be imported now; empty: it can.
QString ImportDialog::whyNotNow() const
{
    if (m_run->stage() == Stage::Reading || m_run->stage() == Stage::Checking)
        return tr("The rows are being checked.");
    if (m_run->isBusy())
        return tr("The import is running.");
    if (m_run->stage() != Stage::Checked)
        return {};
    const ImportRun::Counts counts = m_run->counts();
    if (counts.effective() == 0)
        return tr("Nothing would change.");
    if (counts.bad > 0 && !m_withoutBad->isChecked())
        return tr("There are rows with errors: mend the file, or leave them out.");
    if (!m_session.state().online)
        return tr("An import needs a connection.");
    return {};
}

void ImportDialog::refreshButtons()
{
    const Stage stage = m_run->stage();
    const bool editable = stage == Stage::Checked;
    m_reason->setEnabled(editable);
    m_withoutBad->setEnabled(editable);
    const int effective = m_run->counts().effective();
    m_next->setText(stage == Stage::Done || stage == Stage::Undone ? tr("Close")
                    : stage == Stage::Undoing                      ? tr("Undoing…")
                    : effective > 0
                        ? tr("Import %1 rows", nullptr, effective).arg(QLocale().toString(effective))
                        : tr("Import"));
    const QString reason = whyNotNow();
    setUsable(m_next, reason.isEmpty(), reason);
    m_back->setText(stage == Stage::Choosing  ? tr("Close")
                    : stage == Stage::Checked ? tr("Another file")
                    : stage == Stage::Done    ? tr("Undo the import")
                                              : tr("Cancel"));
    m_back->setHidden(stage == Stage::Undone || (stage == Stage::Done && m_run->result().isEmpty()));
    setUsable(m_back, !m_run->isCancelling(), tr("It is being cancelled."));
    m_next->setHidden(stage == Stage::Choosing); // the button in the middle does it
}

void ImportDialog::showProgress(int rows, int all)
{
    m_bar->setRange(0, std::max(1, all));
    m_bar->setValue(rows);
    const QLocale locale;
    const QString text =
        m_run->stage() == Stage::Sending ? tr("%1 of %2 rows sent") : tr("%1 of %2 rows checked");
    m_progress->setText(text.arg(locale.toString(rows), locale.toString(all)));
}

QString ImportDialog::outcome() const
{
    const QJsonObject result = m_run->result();
    const QLocale locale;
    if (m_run->stage() == Stage::Undoing)
        return m_run->isCancelling() ? tr("Cancelling…") : tr("The import is being undone…");
    if (result.isEmpty())
        return tr("There is no connection now: it happens as soon as there is one again, and is shown in the "
                  "queue until then.");
    const auto number = [&](const QString &key) { return locale.toString(result[key].toInteger()); };
    const auto count = [&](const QString &key) { return int(result[key].toInteger()); };
    QStringList lines;
    if (m_run->cancelled() == ImportRun::Cancelled::TooLate)
        lines += tr("It was over before it could be cancelled.");
    if (m_run->stage() == Stage::Undone) {
        lines += tr("%1 people are as they were.", nullptr, count(u"undone"_s)).arg(number(u"undone"_s));
        if (count(u"left"_s) > 0)
            lines += tr("%1 were left as they are, because somebody changed them since or they came in.",
                        nullptr, count(u"left"_s))
                         .arg(number(u"left"_s));
        return lines.join(u'\n');
    }
    lines += tr("%1 accounts were created; they enter when they are activated.", nullptr, count(u"created"_s))
                 .arg(number(u"created"_s));
    lines += tr("%1 people were invited and have 7 days to accept.", nullptr, count(u"invited"_s))
                 .arg(number(u"invited"_s));
    lines += tr("%1 members were changed.", nullptr, count(u"changed"_s)).arg(number(u"changed"_s));
    if (count(u"refused"_s) > 0)
        lines += tr("%1 rows were left out: they had become wrong meanwhile.", nullptr, count(u"refused"_s))
                     .arg(number(u"refused"_s));
    return lines.join(u'\n');
}

} // namespace tenantry::ui::members

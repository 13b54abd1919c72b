// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/importdialog.h"

#include "core/domain/messages.h"
#include "core/exchange/importfiles.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QCheckBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

using Stage = ImportRun::Stage;

namespace {

enum Step { Choosing, Rows, Done };

QString droppedFile(const QMimeData *data)
{
    return data->urls().size() == 1 ? data->urls().constFirst().toLocalFile() : QString();
}

} // namespace

ImportDialog::ImportDialog(Session &session, TenantId tenant, QWidget *window)
    : QDialog(window), m_session(session), m_run(new ImportRun(session, tenant, this)),
      m_model(new ImportModel(m_run->draft(), this)), m_title(makeLabel(TextStyle::Heading)),
      m_sentence(makeParagraph(TextStyle::Muted)), m_banner(new Banner(Tone::Danger)),
      m_steps(new QStackedWidget), m_columns(makeParagraph(TextStyle::Body)),
      m_choose(makeButton(ButtonStyle::Default)),
      m_template(makeButton(ButtonStyle::Default, {}, u"download"_s)),
      m_drop(makeParagraph(TextStyle::Muted)), m_filter(new Tabs(Tabs::Look::Segmented)),
      m_table(new QTableView), m_states(new StateStack(m_table, u"table"_s)),
      m_faults(makeParagraph(TextStyle::Small)), m_withoutBad(new QCheckBox), m_form(new Form),
      m_reason(new QLineEdit), m_bar(new QProgressBar), m_progress(makeLabel(TextStyle::Small)),
      m_done(makeParagraph(TextStyle::Body)), m_saveBad(makeButton(ButtonStyle::Default, {}, u"download"_s)),
      m_back(makeButton(ButtonStyle::Default)), m_next(makeButton(ButtonStyle::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAcceptDrops(true);
    makeTable();
    m_banner->hide();
    m_banner->setClosable(true);
    m_steps->addWidget(makeChoosing());
    m_steps->addWidget(makeRows());
    auto *done = new QWidget;
    auto *texts = new QVBoxLayout(done);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->addWidget(m_done);
    texts->addStretch();
    m_steps->addWidget(done);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_banner);
    layout->addWidget(m_steps, 1);
    layout->addWidget(makeButtons());
    resize(1140, 660);
    connectRun();
    retranslate();
    m_choose->setFocus();
}

QWidget *ImportDialog::makeChoosing()
{
    auto *page = new QWidget;
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_choose);
    buttons->addWidget(m_template);
    buttons->addStretch();
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_columns);
    column->addLayout(buttons);
    column->addWidget(m_drop);
    column->addStretch();
    for (QPushButton *button : {m_choose, m_template})
        button->setAutoDefault(false);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    connect(m_template, &QPushButton::clicked, this, &ImportDialog::saveTemplate);
    return page;
}

void ImportDialog::makeTable()
{
    m_table->setObjectName(u"import-rows"_s);
    styleTable(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportDialog::showFaults);
    setColumnWidths(m_table, {56, 180, 90, 136, 84, 120, 76, 76, 0});
}

QWidget *ImportDialog::makeRows()
{
    auto *page = new QWidget;
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_filter);
    bar->addStretch();
    bar->addWidget(m_saveBad);
    for (int i = 0; i < 4; ++i)
        m_filter->add();
    auto *progress = new QHBoxLayout;
    m_bar->setTextVisible(false);
    progress->addWidget(m_bar, 1);
    progress->addWidget(m_progress);
    m_faults->setObjectName(u"faults"_s);
    m_form->addField(u"reason"_s, m_reason);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(bar);
    column->addWidget(m_states, 1);
    column->addWidget(m_faults);
    column->addWidget(m_withoutBad);
    column->addWidget(m_form);
    column->addLayout(progress);
    m_saveBad->setAutoDefault(false);
    connect(m_filter, &Tabs::currentChanged, this, [this](int filter) {
        m_model->setFilter(ImportModel::Filter(filter));
        if (m_model->rowCount() > 0)
            m_table->setCurrentIndex(m_model->index(0, 0));
        refresh();
    });
    connect(m_saveBad, &QPushButton::clicked, this, &ImportDialog::saveBadRows);
    connect(m_withoutBad, &QCheckBox::toggled, this, &ImportDialog::refreshButtons);
    connect(m_reason, &QLineEdit::textChanged, this, [this] { m_form->clearErrors(); });
    return page;
}

QWidget *ImportDialog::makeButtons()
{
    auto *row = new QWidget;
    auto *buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metrics::grid);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    m_back->setAutoDefault(false);
    m_next->setDefault(true);
    connect(m_back, &QPushButton::clicked, this, &ImportDialog::goBack);
    connect(m_next, &QPushButton::clicked, this, &ImportDialog::goOn);
    return row;
}

void ImportDialog::connectRun()
{
    connect(m_run, &ImportRun::progressed, this, &ImportDialog::showProgress);
    connect(m_run, &ImportRun::stageChanged, this, &ImportDialog::refresh);
    connect(m_run, &ImportRun::judged, this, [this] {
        const int rows = int(m_run->draft().rows.size());
        rows == m_filled ? m_model->refresh() : m_model->startOver();
        m_filled = rows;
        refresh();
    });
    connect(&m_session, &Session::stateChanged, this, &ImportDialog::refreshButtons);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (m_session.actor().administers.isNull()) // locked: no name stays
            m_run->startOver();
    });
}

void ImportDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Import members"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Tables (*.csv *.xlsx *.txt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::openFile);
    dialog->open();
}

void ImportDialog::openFile(const QString &path)
{
    m_banner->hide();
    m_withoutBad->setChecked(false);
    m_filter->setCurrent(0);
    m_run->open(path);
}

void ImportDialog::chooseTarget(const QString &title, const QString &name, bool workbook,
                                const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(this, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave); // asks before it replaces
    dialog->setNameFilters(workbook ? QStringList{tr("Workbook (*.xlsx)"), tr("CSV (*.csv)")}
                                    : QStringList{tr("CSV (*.csv)"), tr("Workbook (*.xlsx)")});
    dialog->setDefaultSuffix(workbook ? u"xlsx"_s : u"csv"_s);
    dialog->selectFile(name + (workbook ? u".xlsx"_s : u".csv"_s));
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void ImportDialog::saveTemplate()
{
    chooseTarget(tr("Save the template"), tr("members"), true, [this](const QString &path) {
        writeTemplate(path, path.endsWith(u".csv", Qt::CaseInsensitive) ? exchange::TableFormat::CsvWithMark
                                                                        : exchange::TableFormat::Xlsx);
    });
}

void ImportDialog::saveBadRows()
{
    const QString name = m_run->path().section(u'/', -1).section(u'.', 0, -2) + tr("-errors");
    chooseTarget(tr("Save the bad rows"), name, m_run->draft().table.format == exchange::TableFormat::Xlsx,
                 [this](const QString &path) {
                     writeBadRows(path, path.endsWith(u".csv", Qt::CaseInsensitive)
                                            ? exchange::TableFormat::CsvWithMark
                                            : exchange::TableFormat::Xlsx);
                 });
}

void ImportDialog::writeTemplate(const QString &path, exchange::TableFormat format)
{
    m_work.run(
        [path, format, language = QLocale().language()](const std::stop_token &) {
            return exchange::writeImportTemplate(path, format, language, true);
        },
        [this, path](const Result<void> &written) { showWritten(written, path); });
}

void ImportDialog::writeBadRows(const QString &path, exchange::TableFormat format)
{
    // A copy: the run may take another file meanwhile.
    m_work.run(
        [path, format, language = QLocale().language(), draft = m_run->draft()](const std::stop_token &) {
            return exchange::writeBadRows(path, draft, format, language, true);
        },
        [this, path](const Result<void> &written) { showWritten(written, path); });
}

void ImportDialog::showWritten(const Result<void> &written, const QString &path)
{
    m_banner->setTone(written ? Tone::Success : Tone::Danger);
    m_banner->setText(written ? tr("Saved: %1").arg(path) : sentence(written.error()));
    m_banner->show();
}

void ImportDialog::goOn()
{
    switch (m_run->stage()) {
    case Stage::Choosing:
        return chooseFile();
    case Stage::Checked:
        m_form->clearErrors();
        if (const auto error = m_session.rules().checkTyped(u"command"_s, u"reason"_s, m_reason->text())) {
            m_form->setError(u"reason"_s, sentence(*error));
            return m_reason->setFocus();
        }
        m_banner->hide();
        return m_run->apply(m_withoutBad->isChecked(), m_reason->text());
    case Stage::Done:
    case Stage::Undone:
        return accept();
    default:
        return;
    }
}

void ImportDialog::goBack()
{
    switch (m_run->stage()) {
    case Stage::Checked:
        m_banner->hide();
        return m_run->startOver();
    case Stage::Reading:
    case Stage::Checking:
    case Stage::Sending:
    case Stage::Applying:
    case Stage::Undoing:
        return m_run->cancel();
    case Stage::Done:
        m_banner->hide();
        return m_run->undo();
    default:
        return reject();
    }
}

/// Escape takes one step back while something runs.
void ImportDialog::reject()
{
    if (m_run->isBusy())
        return m_run->cancel();
    QDialog::reject();
}

void ImportDialog::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty() &&
        (m_run->stage() == Stage::Choosing || m_run->stage() == Stage::Checked))
        event->acceptProposedAction();
}

void ImportDialog::dropEvent(QDropEvent *event)
{
    openFile(droppedFile(event->mimeData()));
}

void ImportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tenantry::ui::members

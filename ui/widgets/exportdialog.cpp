// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/exportdialog.h"

#include "core/domain/messages.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/tableexport.h"
#include "ui/widgets/tablerest.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QDate>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using exchange::TableFormat;

namespace {

/// What no file system takes in a name becomes a blank.
QString fileName(const QString &title)
{
    static const QRegularExpression unusable(uR"([\x00-\x1f/\\:*?"<>|]+)"_s);
    return QString(title).replace(unusable, u" "_s).simplified().left(80) + u' ' +
           QDate::currentDate().toString(Qt::ISODate);
}

} // namespace

ExportDialog::ExportDialog(QAbstractItemView *view, QHeaderView *header, const QString &title,
                           QWidget *parent)
    : QDialog(parent), m_view(view), m_header(header), m_title(title), m_heading(makeLabel(TextStyle::Title)),
      m_what(makeLabel(TextStyle::Muted)), m_formats(new Tabs(Tabs::Look::Segmented)), m_mark(new QCheckBox),
      m_path(new QLineEdit), m_choose(makeButton(ButtonStyle::Default)),
      m_field(new FormField(u"path"_s, m_path)), m_bar(new QProgressBar),
      m_state(makeParagraph(TextStyle::Muted)), m_cancel(makeButton(ButtonStyle::Default)),
      m_export(makeButton(ButtonStyle::Primary, {}, u"download"_s))
{
    m_formats->add(u"XLSX"_s);
    m_formats->add(u"CSV"_s);
    m_mark->setChecked(true);
    m_path->setText(QDir(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
                        .filePath(fileName(title) + u".xlsx"_s));
    build();
    connect(m_formats, &Tabs::currentChanged, this, &ExportDialog::changeFormat);
    connect(m_choose, &QPushButton::clicked, this, &ExportDialog::choose);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::accept);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_path, &QLineEdit::textChanged, this, [this] {
        m_field->setError({});
        m_exists.clear();
        setRunning(false);
    });
    connect(view, &QObject::destroyed, this, &ExportDialog::reject);
    retranslate();
    changeFormat();
    setRunning(false);
    m_path->setFocus();
}

void ExportDialog::build()
{
    setMinimumWidth(560);
    m_bar->setTextVisible(false);
    auto *formats = new QHBoxLayout;
    formats->addWidget(m_formats);
    formats->addSpacing(12);
    formats->addWidget(m_mark);
    formats->addStretch();
    auto *file = new QHBoxLayout;
    file->addWidget(m_field, 1);
    auto *beside = new QVBoxLayout; // at the height of the line edit, which stands below its label
    beside->addSpacing(fontMetrics().height() + 4);
    beside->addWidget(m_choose);
    beside->addStretch();
    file->addLayout(beside);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_heading);
    layout->addWidget(m_what);
    layout->addLayout(formats);
    layout->addLayout(file);
    layout->addWidget(m_bar);
    layout->addWidget(m_state);
    layout->addStretch();
    layout->addLayout(buttons);
    m_export->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_choose->setAutoDefault(false);
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export"));
    m_heading->setText(tr("Export"));
    const int columns = m_header ? int(shownColumns(m_header).size()) : 0;
    const auto *table = qobject_cast<QTableView *>(m_view);
    const auto *rest = m_view ? m_view->findChild<TableRest *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
    const QString size = rest && !rest->isAll() ? tr("everything that fits the filter, also what wasn't read yet") + u" · "_s
                         : table ? tr("%1 rows", nullptr, table->model()->rowCount())
                                         .arg(QLocale().toString(table->model()->rowCount())) +
                                     u" · "_s
                               : QString();
    const QString note = m_view ? m_view->property("exportNote").toString() : QString();
    m_what->setText(m_title + u" · "_s + size + tr("%1 columns", nullptr, columns).arg(columns) +
                    (note.isEmpty() ? QString() : u'\n' + note));
    m_what->setWordWrap(true);
    m_formats->setAccessibleName(tr("Kind of file"));
    m_mark->setText(tr("Mark as UTF-8, for Excel"));
    m_field->setLabel(tr("File"), true);
    m_field->setHint(tr("What the table shows: its columns, order, filter and wording."));
    m_choose->setText(tr("Choose…"));
    setRunning(m_run != nullptr);
}

TableFormat ExportDialog::format() const
{
    return m_formats->current() == 0 ? TableFormat::Xlsx
           : m_mark->isChecked()     ? TableFormat::CsvWithMark
                                     : TableFormat::Csv;
}

void ExportDialog::setFormat(TableFormat format)
{
    m_mark->setChecked(format != TableFormat::Csv);
    m_formats->setCurrent(format == TableFormat::Xlsx ? 0 : 1);
}

void ExportDialog::changeFormat()
{
    m_mark->setVisible(format() != TableFormat::Xlsx);
    QString path = m_path->text();
    for (const TableFormat each : {TableFormat::Xlsx, TableFormat::Csv})
        if (path.endsWith(exchange::fileEnding(each), Qt::CaseInsensitive))
            path.chop(exchange::fileEnding(each).size());
    m_path->setText(path + exchange::fileEnding(format()));
}

void ExportDialog::choose()
{
    auto *dialog = new QFileDialog(this, tr("Export"), m_path->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked here, whichever way the name came in
    dialog->setDefaultSuffix(exchange::fileEnding(format()).mid(1));
    dialog->selectFile(m_path->text());
    connect(dialog, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    dialog->open();
}

void ExportDialog::setRunning(bool running)
{
    for (QWidget *control : {static_cast<QWidget *>(m_formats), static_cast<QWidget *>(m_mark),
                             static_cast<QWidget *>(m_path), static_cast<QWidget *>(m_choose)})
        control->setEnabled(!running);
    m_bar->setVisible(running);
    m_state->setVisible(running);
    m_cancel->setText(tr("Cancel"));
    m_export->setText(m_exists.isEmpty() ? tr("Export") : tr("Replace the file"));
    m_export->setVisible(true);
    setUsable(m_export, !running && !m_path->text().trimmed().isEmpty(),
              running ? tr("The export is running") : tr("Choose a file first"));
}

void ExportDialog::accept()
{
    const QString path = m_path->text().trimmed();
    if (m_run || !m_view || !m_header || path.isEmpty())
        return;
    m_field->setError({});
    m_run = new TableExport(m_view, m_header, this);
    connect(m_run, &TableExport::progressed, this, &ExportDialog::showProgress);
    connect(m_run, &TableExport::failed, this, &ExportDialog::showError);
    connect(m_run, &TableExport::finished, this, &ExportDialog::showEnd);
    setRunning(true);
    m_run->start(path, format(), !m_exists.isEmpty() && m_exists == path);
}

void ExportDialog::reject()
{
    const bool running = m_run != nullptr;
    delete m_run;
    m_run = nullptr;
    if (running && m_view)
        setRunning(false); // cancelled: the form is still there
    else
        QDialog::reject();
}

void ExportDialog::showProgress(int rows, int total)
{
    m_bar->setRange(0, std::max(0, total));
    m_bar->setValue(total > 0 ? rows : 0);
    m_state->setText(total > 0 ? tr("%1 of %2 rows").arg(QLocale().toString(rows), QLocale().toString(total))
                               : tr("%1 rows", nullptr, rows).arg(QLocale().toString(rows)));
}

void ExportDialog::showError(const Error &error)
{
    m_run->deleteLater();
    m_run = nullptr;
    m_exists = error.code == "export.exists"_L1 ? m_path->text().trimmed() : QString();
    setRunning(false);
    m_field->setError(sentence(error));
}

void ExportDialog::showEnd(int rows)
{
    m_run->deleteLater();
    m_run = nullptr;
    Q_EMIT written(rows, m_path->text().trimmed());
    QDialog::accept();
}

void ExportDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tenantry::ui

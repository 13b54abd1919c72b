// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/tablewriter.h"
#include "ui/pages/members/importmodel.h"
#include "ui/pages/members/importrun.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace tenantry::ui {
class Banner;
class Form;
class StateStack;
class Tabs;
} // namespace tenantry::ui

namespace tenantry::ui::members {

/// 批量导入: a file is chosen, every row says what it would do or what is wrong with it, then the good ones
/// are imported, and the whole can be undone (ORG-5). Use open().
class ImportDialog final : public QDialog
{
    Q_OBJECT
public:
    ImportDialog(Session &session, TenantId tenant, QWidget *window);

    /// As if it had been chosen.
    void openFile(const QString &path);
    [[nodiscard]] ImportRun *run() const { return m_run; }
    [[nodiscard]] ImportModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] Tabs *filter() const { return m_filter; }
    [[nodiscard]] QCheckBox *withoutBad() const { return m_withoutBad; }
    [[nodiscard]] QLineEdit *reason() const { return m_reason; }
    [[nodiscard]] QPushButton *next() const { return m_next; }
    [[nodiscard]] QPushButton *back() const { return m_back; }
    /// Writes the bad rows; what came of it is said in the dialog.
    void writeBadRows(const QString &path, exchange::TableFormat format);
    void writeTemplate(const QString &path, exchange::TableFormat format);
    void reject() override;

protected:
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QWidget *makeChoosing();
    QWidget *makeRows();
    QWidget *makeButtons();
    void makeTable();
    void connectRun();
    void retranslate();
    void chooseFile();
    void chooseTarget(const QString &title, const QString &name, bool workbook,
                      const std::function<void(const QString &)> &chosen);
    void saveTemplate();
    void saveBadRows();
    void goOn();
    void goBack();
    void refresh();
    void refreshCounts();
    void refreshButtons();
    void showProgress(int rows, int all);
    void showFaults();
    void showWritten(const Result<void> &written, const QString &path);
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString whyNotNow() const;
    [[nodiscard]] QString outcome() const;

    Session &m_session;
    ImportRun *m_run;
    ImportModel *m_model;
    QLabel *m_title;
    QLabel *m_sentence;
    Banner *m_banner;
    QStackedWidget *m_steps;
    QLabel *m_columns;
    QPushButton *m_choose;
    QPushButton *m_template;
    QLabel *m_drop;
    Tabs *m_filter;
    QTableView *m_table;
    StateStack *m_states;
    QLabel *m_faults;
    QCheckBox *m_withoutBad;
    Form *m_form;
    QLineEdit *m_reason;
    QProgressBar *m_bar;
    QLabel *m_progress;
    QLabel *m_done;
    QPushButton *m_saveBad;
    QPushButton *m_back;
    QPushButton *m_next;
    int m_filled = 0;  ///< rows when the table was filled last
    NewestWork m_work; ///< last: ends first
};

} // namespace tenantry::ui::members

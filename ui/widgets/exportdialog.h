// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/tablewriter.h"

#include <QDialog>
#include <QPointer>

class QAbstractItemView;
class QCheckBox;
class QHeaderView;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace tenantry::ui {

class FormField;
class TableExport;
class Tabs;

/// Where to and as what a table is written (APP-5), then how far it is, with a way out; errors at the field.
/// Use open().
class ExportDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `title`: what the table lists, also the proposed name of the file.
    ExportDialog(QAbstractItemView *view, QHeaderView *header, const QString &title,
                 QWidget *parent = nullptr);
    [[nodiscard]] QLineEdit *path() const { return m_path; }
    [[nodiscard]] exchange::TableFormat format() const;
    void setFormat(exchange::TableFormat format);
    void accept() override;
    void reject() override;

Q_SIGNALS:
    void written(int rows, const QString &path);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build();
    void retranslate();
    void changeFormat();
    void choose();
    void showProgress(int rows, int total);
    void showError(const Error &error);
    void showEnd(int rows);
    void setRunning(bool running);

    QPointer<QAbstractItemView> m_view;
    QPointer<QHeaderView> m_header;
    QString m_title;
    TableExport *m_run = nullptr;
    QString m_exists; ///< the path that was told to exist: the second time it is replaced
    QLabel *m_heading;
    QLabel *m_what;
    Tabs *m_formats;
    QCheckBox *m_mark;
    QLineEdit *m_path;
    QPushButton *m_choose;
    FormField *m_field;
    QProgressBar *m_bar;
    QLabel *m_state;
    QPushButton *m_cancel;
    QPushButton *m_export;
};

} // namespace tenantry::ui

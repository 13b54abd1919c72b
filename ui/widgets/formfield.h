// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantMap>
#include <QWidget>

class QLabel;

namespace tenantry::ui
{

/// Label, editor, and below it the rule before typing or the error after (ERR-3). The editor's accessible
/// name is the label; its description is the rule or error of the moment.
class FormField : public QWidget
{
    Q_OBJECT
public:
    /// `name` is the field's name in commands and errors ("organization.name"); takes `editor`.
    FormField(const QString &name, QWidget *editor, QWidget *parent = nullptr);

    [[nodiscard]] QString name() const { return m_name; }
    [[nodiscard]] QWidget *editor() const { return m_editor; }
    void setLabel(const QString &label, bool required = false);
    void setHint(const QString &rule);
    /// Shown in place of the hint until cleared; an empty text clears.
    void setError(const QString &message);
    [[nodiscard]] QString error() const { return m_error; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    QString m_name;
    QWidget *m_editor;
    QLabel *m_label;
    QLabel *m_below;
    QString m_hint;
    QString m_error;
};

/// A column of fields that finds a field by its name, so that an answer's errors get to where they belong.
class Form : public QWidget
{
    Q_OBJECT
public:
    explicit Form(QWidget *parent = nullptr);
    FormField *addField(const QString &name, QWidget *editor);
    void addWidget(QWidget *widget);
    /// Null when there is none.
    [[nodiscard]] FormField *field(const QString &name) const;
    void clearErrors();
    /// Marks the field and, for the first error, moves the focus there. False if there is no such field: show
    /// the message for the whole form then.
    bool setError(const QString &fieldName, const QString &message);
    [[nodiscard]] bool hasErrors() const;
    /// What stands in the fields, by their names, and in what was added beside them (typedvalue.h).
    [[nodiscard]] QVariantMap typed() const;
    void setTyped(const QVariantMap &typed);

private:
    [[nodiscard]] QList<std::pair<QString, QWidget *>> editors() const;

    QList<FormField *> m_fields;
    QList<QWidget *> m_beside;
};

} // namespace tenantry::ui

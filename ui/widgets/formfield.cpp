// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/widgets/text.h"
#include "ui/widgets/typedvalue.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

FormField::FormField(const QString &name, QWidget *editor, QWidget *parent)
    : QWidget(parent), m_name(name), m_editor(editor), m_label(makeLabel(TextStyle::Strong)),
      m_below(makeParagraph(TextStyle::Small))
{
    m_label->setBuddy(editor);
    // A label of its own for the screen reader: the text below is the editor's description.
    m_below->setTextInteractionFlags(Qt::NoTextInteraction);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addWidget(editor);
    layout->addWidget(m_below);
    refresh();
}

void FormField::setLabel(const QString &label, bool required)
{
    m_label->setText(required ? label + u" *"_s : label);
    m_editor->setAccessibleName(required ? tr("%1, required").arg(label) : label);
}

void FormField::setHint(const QString &rule)
{
    m_hint = rule;
    refresh();
}

void FormField::setError(const QString &message)
{
    m_error = message;
    refresh();
}

void FormField::refresh()
{
    const bool wrong = !m_error.isEmpty();
    m_below->setText(wrong ? m_error : m_hint);
    m_below->setHidden(m_below->text().isEmpty());
    setTextStyle(m_below, TextStyle::Small, wrong ? std::optional(Tone::Danger) : std::nullopt);
    m_editor->setAccessibleDescription(m_below->text());
    m_editor->setProperty("invalid", wrong);
    m_editor->update();
}

void FormField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::EnabledChange)
        m_label->setEnabled(isEnabled());
}

Form::Form(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
}

FormField *Form::addField(const QString &name, QWidget *editor)
{
    auto *field = new FormField(name, editor);
    m_fields.append(field);
    layout()->addWidget(field);
    return field;
}

void Form::addWidget(QWidget *widget)
{
    m_beside.append(widget);
    layout()->addWidget(widget);
}

QList<std::pair<QString, QWidget *>> Form::editors() const
{
    QList<std::pair<QString, QWidget *>> editors;
    for (const FormField *field : m_fields)
        editors.append({field->name(), field->editor()});
    for (qsizetype i = 0; i < m_beside.size(); ++i)
        editors.append({u"beside %1"_s.arg(i), m_beside[i]});
    return editors;
}

QVariantMap Form::typed() const
{
    QVariantMap typed;
    for (const auto &[name, editor] : editors())
        if (const QVariant value = typedIn(editor); value.isValid())
            typed.insert(name, value);
    return typed;
}

void Form::setTyped(const QVariantMap &typed)
{
    for (const auto &[name, editor] : editors())
        setTypedIn(editor, typed.value(name));
}

FormField *Form::field(const QString &name) const
{
    for (FormField *field : m_fields) {
        if (field->name() == name)
            return field;
    }
    return nullptr;
}

void Form::clearErrors()
{
    for (FormField *field : m_fields)
        field->setError({});
}

bool Form::setError(const QString &fieldName, const QString &message)
{
    FormField *wrong = field(fieldName);
    if (!wrong)
        return false;
    if (!hasErrors())
        wrong->editor()->setFocus(Qt::OtherFocusReason);
    wrong->setError(message);
    return true;
}

bool Form::hasErrors() const
{
    return std::any_of(m_fields.begin(), m_fields.end(),
                       [](const FormField *field) { return !field->error().isEmpty(); });
}

} // namespace tenantry::ui

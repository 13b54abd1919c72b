// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/commanddialog.h"

#include "core/domain/messages.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/impactline.h"
#include "ui/models/commandfollower.h"
#include "ui/widgets/banner.h"

#include <QEvent>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

// What a window manager puts around a window, roughly.
static constexpr int titleBarHeight = 40;
// Among the names of fields.
static const auto besideFields = u" beside"_s;

namespace {

/// The command with what the actor saw of the same things before the lock.
Command asSeen(Command command, const KeptForm::Draft &draft)
{
    for (auto record = draft.seen.begin(); record != draft.seen.end(); ++record) {
        QJsonObject groups = command.seen.value(record.key()).toObject();
        const QJsonObject then = record->toObject();
        for (auto group = then.begin(); group != then.end(); ++group)
            if (groups.contains(group.key()))
                groups[group.key()] = *group;
        if (!groups.isEmpty())
            command.seen[record.key()] = groups;
    }
    for (auto field = draft.before.begin(); field != draft.before.end(); ++field)
        if (command.before.contains(field.key()))
            command.before[field.key()] = *field;
    return command;
}

} // namespace

CommandDialog::CommandDialog(Session &session, QWidget *window)
    : QDialog(window), KeptForm(static_cast<QDialog &>(*this)), m_session(session), m_follower(new CommandFollower(session, this)),
      m_title(makeParagraph(TextStyle::Heading)), m_sentence(makeParagraph(TextStyle::Muted)),
      m_banner(new Banner(Tone::Danger)), m_scroll(new QScrollArea), m_form(new Form),
      m_save(makeButton(ButtonStyle::Primary)), m_cancel(makeButton(ButtonStyle::Default))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_banner->hide();
    // Small windows scroll the fields, never the buttons.
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(24, 4, 24, 4);
    column->addWidget(m_form);
    column->addStretch(); // fields keep together in a tall window
    m_scroll->setWidget(fields);
    m_scroll->viewport()->setAutoFillBackground(false);
    fields->setAutoFillBackground(false);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 20, 24, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_sentence);
    head->addWidget(m_banner);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 0, 24, 16);
    buttons->setSpacing(metrics::grid);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(buttons);
    setMinimumWidth(520);
    m_cancel->setAutoDefault(false);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &CommandDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_banner, &Banner::actionRequested, this, [this] { takeWayOut(); });
    connect(m_follower, &CommandFollower::refused, this, &CommandDialog::showErrors);
    connect(m_follower, &CommandFollower::conflicted, this,
            [this](CommandId id) { // it stays where it is until the person has chosen
                ConflictDialog::compare(m_session, id, parentWidget());
                accept();
            });
    connect(m_follower, &CommandFollower::settled, this, [this](const Command &command) {
        Q_EMIT given(command.id);
        accept();
    });
}

void CommandDialog::setTexts(const QString &title, const QString &sentence, const QString &act)
{
    setWindowTitle(title);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setHidden(sentence.isEmpty());
    m_save->setText(act);
    m_cancel->setText(tr("Cancel"));
    if (m_reason) {
        m_form->field(u"reason"_s)->setLabel(tr("Reason"), true);
        showRule(u"command"_s, u"reason"_s);
    }
}

void CommandDialog::setDestructive()
{
    setButtonStyle(m_save, ButtonStyle::Danger);
}

void CommandDialog::addReason()
{
    m_reason = new QLineEdit;
    m_form->addField(u"reason"_s, m_reason);
}

void CommandDialog::addImpact()
{
    m_impact = new ImpactLine(m_session);
    m_form->addWidget(m_impact);
}

void CommandDialog::checkRule(const QString &object, const QString &field, const QString &value)
{
    if (const auto error = m_session.rules().checkTyped(object, field, value))
        m_form->setError(field, sentence(*error));
}

void CommandDialog::showRule(const QString &object, const QString &field)
{
    if (const auto hint = m_session.rules().hint(object, field))
        m_form->field(field)->setHint(sentence(*hint));
}

void CommandDialog::save()
{
    if (m_follower->isBusy())
        return;
    m_form->clearErrors();
    m_banner->hide();
    check();
    if (m_reason)
        checkRule(u"command"_s, u"reason"_s, m_reason->text());
    if (m_form->hasErrors())
        return;
    auto wanted = command();
    if (!wanted)
        return accept();
    *wanted = asSeen(*wanted, m_draft);
    m_save->setEnabled(false);
    m_follower->submit(*wanted);
}

void CommandDialog::showErrors(const QList<Error> &errors)
{
    m_save->setEnabled(true);
    QStringList general;
    QString out;
    for (const Error &error : errors) {
        if (!error.field.isEmpty() && m_form->setError(error.field, sentence(error)))
            continue;
        general.append(sentence(error));
        if (out.isEmpty())
            out = wayOut(error);
    }
    m_banner->setAction(out);
    m_banner->setText(general.join(u' '));
    m_banner->setVisible(!general.isEmpty());
    grow(); // the sentences at the fields take room
}

QVariantMap CommandDialog::typed() const
{
    QVariantMap typed = m_form->typed();
    if (const QVariant beside = typedBeside(); beside.isValid())
        typed.insert(besideFields, beside);
    return typed;
}

KeptForm::Draft CommandDialog::draft()
{
    if (!m_untouched || m_follower->isBusy())
        return {};
    Draft draft;
    const QVariantMap now = typed();
    for (auto field = now.begin(); field != now.end(); ++field)
        if (m_untouched->value(field.key()) != *field)
            draft.typed.insert(field.key(), *field);
    if (draft.isEmpty())
        return {};
    if (const auto given = command()) {
        const Command seen = asSeen(*given, m_draft); // there may have been a lock before this one
        draft.seen = seen.seen;
        draft.before = seen.before;
    }
    return draft;
}

void CommandDialog::setDraft(const Draft &draft)
{
    m_untouched = typed();
    m_draft = draft;
    m_form->setTyped(draft.typed);
    setTypedBeside(draft.typed.value(besideFields));
}

void CommandDialog::setVisible(bool visible)
{
    if (visible && !m_untouched)
        m_untouched = typed();
    const bool fits = testAttribute(Qt::WA_Resized) || !visible;
    QDialog::setVisible(visible);
    if (!fits)
        grow();
}

// A scroll area hints at what its content was before the fields came, and what a hidden window holds is laid
// out only when it is shown: so it is measured then, from the innermost outwards.
void CommandDialog::grow()
{
    const auto children = findChildren<QWidget *>();
    for (auto child = children.crbegin(); child != children.crend(); ++child)
        if ((*child)->layout())
            (*child)->layout()->activate();
    const QWidget &fields = *m_scroll->widget();
    const int content =
        fields.hasHeightForWidth() ? fields.heightForWidth(fields.width()) : fields.sizeHint().height();
    const int frame = layout()->totalHeightForWidth(width()) - m_scroll->sizeHint().height();
    const int most = screen()->availableGeometry().height() - titleBarHeight;
    const int wanted = qMax(height(), frame + content);
    // Fields that are scrolled keep their width beside the bar.
    const int bar = wanted > most ? m_scroll->verticalScrollBar()->sizeHint().width() : 0;
    const int missing = fields.minimumSizeHint().width() + bar - width();
    resize(width() + qMax(0, missing), qMin(wanted, most));
}

void CommandDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tenantry::ui

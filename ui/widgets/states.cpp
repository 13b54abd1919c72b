// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/states.h"

#include "ui/theme/icons.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QPainter>
#include <QProgressBar>
#include <QStackedLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

/// A large faint icon on a disc.
class Emblem final : public QWidget
{
public:
    Emblem(const QString &iconName, Tone tone) : m_iconName(iconName), m_tone(tone) { setFixedSize(56, 56); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const ToneColours &colours = tokens().tone(m_tone);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.soft);
        painter.drawEllipse(rect());
        paintIcon(&painter, m_iconName, rect(), colours.text, 24);
    }

private:
    QString m_iconName;
    Tone m_tone;
};

QLabel *centredSentence()
{
    QLabel *label = makeParagraph(TextStyle::Muted);
    label->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    label->setMaximumWidth(340);
    return label;
}

/// With a line of its own: aligned in a column it would get the height that it needs at the column's width.
void addSentence(QVBoxLayout *column, QLabel *label)
{
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(label, 1000); // as wide as it may be, narrower in a narrow list
    line->addStretch(1);
    column->addLayout(line);
}

QVBoxLayout *centredColumn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(metrics::grid);
    return layout;
}

} // namespace

EmptyState::EmptyState(const QString &iconName, QWidget *parent)
    : QWidget(parent), m_title(makeLabel(TextStyle::Heading)), m_sentence(centredSentence()),
      m_button(makeButton(ButtonStyle::Default))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_button->hide();
    QVBoxLayout *layout = centredColumn(this);
    layout->addStretch(2);
    layout->addWidget(new Emblem(iconName, Tone::Neutral), 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::grid);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    addSentence(layout, m_sentence);
    layout->addSpacing(metrics::grid);
    layout->addWidget(m_button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_button, &QPushButton::clicked, this, &EmptyState::nextStepRequested);
}

void EmptyState::setTexts(const QString &title, const QString &sentence)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
}

void EmptyState::setNextStep(const QString &text)
{
    m_button->setText(text);
    m_button->setHidden(text.isEmpty());
}

LoadingState::LoadingState(QWidget *parent)
    : QWidget(parent), m_text(centredSentence()), m_bar(new QProgressBar), m_cancel(makeButton(ButtonStyle::Default))
{
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(200);
    m_cancel->hide();
    QVBoxLayout *layout = centredColumn(this);
    layout->addStretch(2);
    layout->addWidget(m_bar, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::grid);
    addSentence(layout, m_text);
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_cancel, &QPushButton::clicked, this, &LoadingState::cancelled);
    setProgress(-1);
    setText(tr("Loading…"));
    m_cancel->setText(tr("Cancel"));
}

void LoadingState::setText(const QString &text)
{
    m_text->setText(text);
    m_bar->setAccessibleName(text);
}

void LoadingState::setProgress(int percent)
{
    m_bar->setRange(0, percent < 0 ? 0 : 100);
    m_bar->setValue(percent);
}

void LoadingState::setCancellable(bool cancellable)
{
    m_cancel->setVisible(cancellable);
}

void LoadingState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_cancel->setText(tr("Cancel"));
}

ErrorState::ErrorState(QWidget *parent)
    : QWidget(parent), m_title(makeLabel(TextStyle::Heading)), m_sentence(centredSentence()),
      m_id(makeParagraph(TextStyle::Small)), m_retry(makeButton(ButtonStyle::Default, tr("Try again"), u"sync-ok"_s))
{
    m_title->setAlignment(Qt::AlignCenter);
    m_id->setWordWrap(false);
    m_retry->hide();
    QVBoxLayout *layout = centredColumn(this);
    layout->addStretch(2);
    layout->addWidget(new Emblem(u"warning"_s, Tone::Danger), 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::grid);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    addSentence(layout, m_sentence);
    layout->addWidget(m_id, 0, Qt::AlignHCenter);
    layout->addSpacing(metrics::grid);
    layout->addWidget(m_retry, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    connect(m_retry, &QPushButton::clicked, this, &ErrorState::retryRequested);
}

void ErrorState::setTexts(const QString &title, const QString &sentence, const QString &logId)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_id->setText(logId.isEmpty() ? QString() : tr("Log entry: %1").arg(logId));
    m_id->setHidden(logId.isEmpty());
}

void ErrorState::setRetriable(bool retriable)
{
    m_retry->setVisible(retriable);
}

void ErrorState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_retry->setText(tr("Try again"));
}

StateStack::StateStack(QWidget *content, const QString &emptyIconName, QWidget *parent)
    : QWidget(parent), m_stack(new QStackedLayout(this)), m_content(content), m_empty(new EmptyState(emptyIconName)),
      m_loading(new LoadingState), m_error(new ErrorState)
{
    for (QWidget *widget : {content, static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_loading),
                            static_cast<QWidget *>(m_error)})
        m_stack->addWidget(widget);
}

void StateStack::showContent()
{
    m_stack->setCurrentWidget(m_content);
}

void StateStack::showEmpty()
{
    m_stack->setCurrentWidget(m_empty);
}

void StateStack::showLoading()
{
    m_stack->setCurrentWidget(m_loading);
}

void StateStack::showError()
{
    m_stack->setCurrentWidget(m_error);
}

} // namespace tenantry::ui

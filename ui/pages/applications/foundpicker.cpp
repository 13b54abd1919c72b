// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/foundpicker.h"

#include "core/domain/messages.h"
#include "ui/widgets/text.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::applications {

namespace {

/// Between a letter and the question: people type faster than that.
constexpr auto pause = std::chrono::milliseconds(250);
constexpr int leastLetters = 2;

QString lineOf(const FoundPicker::Found &found)
{
    return found.detail.isEmpty() ? found.name : u"%1 · %2"_s.arg(found.name, found.detail);
}

} // namespace

FoundPicker::FoundPicker(Session &session, sync::Question question, QWidget *parent)
    : QWidget(parent), m_session(session), m_question(question), m_search(new QLineEdit),
      m_list(new QListWidget), m_note(makeParagraph(TextStyle::Muted)), m_pause(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    layout->addWidget(m_note);
    setFocusProxy(m_search);
    m_list->setFixedHeight(104);
    m_list->hide();
    m_search->installEventFilter(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pause);
    connect(m_search, &QLineEdit::textEdited, this, [this] {
        delete m_asking; // an answer to what was typed before comes too late
        m_pause->start();
    });
    connect(m_pause, &QTimer::timeout, this, &FoundPicker::ask);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && row < m_found.size())
            choose(m_found[row]);
    });
}

void FoundPicker::setTexts(const QString &hint, const QString &nothingChosen)
{
    m_search->setPlaceholderText(hint);
    m_search->setAccessibleName(hint);
    m_list->setAccessibleName(tr("Found"));
    m_nothingChosen = nothingChosen;
    refresh();
}

void FoundPicker::choose(const std::optional<Found> &found)
{
    if (m_chosen == found)
        return;
    m_chosen = found;
    refresh();
    Q_EMIT chosenChanged();
}

QVariant FoundPicker::typed() const
{
    return QVariantList{m_search->text(), m_chosen ? m_chosen->id : m_wanted};
}

void FoundPicker::setTyped(const QVariant &typed)
{
    m_search->setText(typed.toList().value(0).toString());
    m_wanted = typed.toList().value(1).toUuid();
    if (m_chosen && m_chosen->id != m_wanted)
        choose({});
    if (!m_wanted.isNull() && !m_chosen)
        ask();
}

void FoundPicker::refresh()
{
    say(m_chosen ? tr("Chosen: %1").arg(lineOf(*m_chosen)) : m_nothingChosen);
}

void FoundPicker::say(const QString &text)
{
    m_note->setText(text);
    m_note->setHidden(text.isEmpty());
}

void FoundPicker::ask()
{
    const QString text = m_search->text().trimmed();
    if (text.size() < leastLetters) {
        m_list->hide();
        return refresh();
    }
    say(tr("Searching…"));
    m_asking = new QObject(this);
    m_session.ask(m_question, QJsonObject{{u"text"_s, text}}, m_asking,
                  [this](const Result<QJsonValue> &answer) {
                      if (m_asking)
                          m_asking->deleteLater();
                      take(answer);
                  });
}

void FoundPicker::take(const Result<QJsonValue> &answer)
{
    m_found.clear();
    if (!answer) {
        m_list->hide();
        return say(sentence(answer.error()));
    }
    const bool tenants = m_question == sync::Question::FindTenants;
    const QJsonArray rows = answer->toObject().value(tenants ? "tenants"_L1 : "people"_L1).toArray();
    for (const QJsonValue &row : rows)
        m_found.append({QUuid::fromString(row["id"_L1].toString()), row["name"_L1].toString(),
                        row[tenants ? "code"_L1 : "mis"_L1].toString()});
    const auto wanted = std::ranges::find(m_found, m_wanted, &Found::id);
    if (wanted != m_found.end())
        choose(*wanted);
    m_wanted = {};
    const QSignalBlocker block(m_list);
    m_list->clear();
    for (const Found &found : std::as_const(m_found))
        m_list->addItem(lineOf(found));
    m_list->setCurrentRow(m_chosen ? int(m_found.indexOf(*m_chosen)) : -1);
    m_list->setHidden(m_found.isEmpty());
    if (m_found.isEmpty())
        say(tr("Nothing found."));
    else
        refresh();
}

bool FoundPicker::eventFilter(QObject *watched, QEvent *event)
{
    // Down leads from the search to what it found.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down &&
        m_list->isVisible()) {
        m_list->setFocus(Qt::TabFocusReason);
        if (m_list->currentRow() < 0)
            m_list->setCurrentRow(0);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tenantry::ui::applications

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/passwordmeter.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace tenantry::ui {

namespace {

constexpr int steps = 4;

} // namespace

/// Four fields, filled up to the score.
class PasswordMeter::Bar final : public QWidget
{
public:
    Bar() { setFixedHeight(4); }
    void set(int filled, const QColor &colour)
    {
        m_filled = filled;
        m_colour = colour;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const qreal step = (width() + 4.0) / steps;
        for (int i = 0; i < steps; ++i) {
            painter.setBrush(i < m_filled ? m_colour : tokens().border);
            painter.drawRoundedRect(QRectF(i * step, 0, step - 4, height()), 2, 2);
        }
    }

private:
    int m_filled = 0;
    QColor m_colour;
};

PasswordMeter::PasswordMeter(QWidget *parent)
    : QWidget(parent), m_bar(new Bar), m_text(makeLabel(TextStyle::Small))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_bar);
    layout->addWidget(m_text);
    m_text->setWordWrap(true);
    refresh();
}

void PasswordMeter::rate(const QString &password, const QStringList &own)
{
    m_isEmpty = password.isEmpty();
    m_strength = m_isEmpty ? PasswordStrength() : passwordStrength(password, own);
    refresh();
}

void PasswordMeter::refresh()
{
    const Tokens &t = tokens();
    const QColor colour = m_strength.score >= sufficientScore ? t.success.solid
                          : m_strength.score == 2             ? t.warning.solid
                                                              : t.danger.solid;
    m_bar->set(m_isEmpty ? 0 : std::max(1, m_strength.score), colour);
    m_text->setText(words());
    setAccessibleName(m_text->text());
}

QString PasswordMeter::words() const
{
    if (m_isEmpty)
        return tr("Strength: at least 3 of 4 is needed.");
    const QString score = tr("Strength: %1 of 4.").arg(m_strength.score);
    const auto mend = [this] {
        switch (m_strength.weakness) {
        case PasswordWeakness::CommonWord:
            return tr("It rests on a common word or password.");
        case PasswordWeakness::OwnData:
            return tr("It holds your name, e-mail or MIS account.");
        case PasswordWeakness::Repetition:
            return tr("It repeats itself.");
        case PasswordWeakness::Sequence:
            return tr("It follows the alphabet or the numbers.");
        case PasswordWeakness::Keyboard:
            return tr("It follows the keys of the keyboard.");
        case PasswordWeakness::Date:
            return tr("It rests on a date or a year.");
        case PasswordWeakness::Short:
            return tr("Make it longer.");
        case PasswordWeakness::None:
            break;
        }
        return tr("Good.");
    };
    return score + u' ' + mend();
}

void PasswordMeter::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        refresh();
}

} // namespace tenantry::ui

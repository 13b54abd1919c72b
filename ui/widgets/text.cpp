// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/text.h"

#include "ui/theme/icons.h"

#include <QStyle>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

QString nameOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Strong:
        return u"strong"_s;
    case TextStyle::Muted:
        return u"muted"_s;
    case TextStyle::Small:
        return u"small"_s;
    case TextStyle::SmallStrong:
        return u"smallStrong"_s;
    case TextStyle::Heading:
        return u"heading"_s;
    case TextStyle::Title:
        return u"title"_s;
    case TextStyle::Body:
        break;
    }
    return u"body"_s;
}

QString nameOf(Tone tone)
{
    switch (tone) {
    case Tone::Accent:
        return u"accent"_s;
    case Tone::Success:
        return u"success"_s;
    case Tone::Warning:
        return u"warning"_s;
    case Tone::Danger:
        return u"danger"_s;
    case Tone::Info:
        return u"info"_s;
    case Tone::Neutral:
        break;
    }
    return {};
}

/// A label that wraps. QLabel's own least height is the one at its least width, which is far too much for every
/// scroll area that it stands in; the true one comes from heightForWidth.
class Paragraph final : public QLabel
{
public:
    using QLabel::QLabel;
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {fontMetrics().averageCharWidth() * 8, fontMetrics().height()};
    }
};

QLabel *prepare(QLabel *label, TextStyle style)
{
    label->setTextFormat(Qt::PlainText);
    label->setProperty("textStyle", nameOf(style));
    return label;
}

/// A style sheet looks at properties only when the widget is polished.
void repolish(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

} // namespace

QLabel *makeLabel(TextStyle style, const QString &text, QWidget *parent)
{
    return prepare(new QLabel(text, parent), style);
}

QLabel *makeParagraph(TextStyle style, const QString &text, QWidget *parent)
{
    QLabel *label = prepare(new Paragraph(text, parent), style);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    label->setSizePolicy(policy);
    return label;
}

void setTextStyle(QLabel *label, TextStyle style, std::optional<Tone> tone)
{
    label->setProperty("textStyle", nameOf(style));
    label->setProperty("tone", tone ? nameOf(*tone) : QString());
    repolish(label);
}

QPushButton *makeButton(ButtonStyle style, const QString &text, const QString &iconName, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAutoDefault(false);
    button->setCursor(Qt::PointingHandCursor);
    if (!iconName.isEmpty()) {
        button->setIconSize({metrics::iconSize + 3, metrics::iconSize});
        if (style == ButtonStyle::Primary)
            button->setIcon(iconOnSolid(iconName, Tone::Accent));
        else if (style == ButtonStyle::Danger)
            button->setIcon(iconOnSolid(iconName, Tone::Danger));
        else
            button->setIcon(icon(iconName));
    }
    setButtonStyle(button, style);
    return button;
}

void setButtonStyle(QPushButton *button, ButtonStyle style)
{
    static const QString names[] = {{}, u"primary"_s, u"danger"_s, u"quiet"_s};
    button->setProperty("variant", names[int(style)]);
    repolish(button);
}

QToolButton *makeIconButton(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName));
    button->setIconSize({metrics::iconSize, metrics::iconSize});
    button->setFocusPolicy(Qt::StrongFocus);
    button->setCursor(Qt::PointingHandCursor);
    button->setPopupMode(QToolButton::InstantPopup);
    if (!name.isEmpty())
        setButtonName(button, name);
    return button;
}

void setButtonName(QAbstractButton *button, const QString &name)
{
    button->setToolTip(name);
    button->setAccessibleName(name);
}

void setUsable(QWidget *control, bool usable, const QString &reasonIfNot)
{
    control->setEnabled(usable);
    const QString reason = usable ? QString() : reasonIfNot;
    control->setAccessibleDescription(reason);
    // An icon button's tool tip is its name when nothing is wrong.
    const bool iconOnly = qobject_cast<QToolButton *>(control);
    control->setToolTip(reason.isEmpty() && iconOnly ? control->accessibleName() : reason);
}

QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? u"<span style=\"white-space: pre-wrap\">"_s + text.toHtmlEscaped() + u"</span>"_s : text;
}

QWidget *makeSeparator(Qt::Orientation orientation, QWidget *parent)
{
    auto *line = new QWidget(parent);
    line->setAttribute(Qt::WA_StyledBackground);
    line->setProperty("line", u"true"_s);
    if (orientation == Qt::Horizontal)
        line->setFixedHeight(1);
    else
        line->setFixedWidth(1);
    return line;
}

} // namespace tenantry::ui

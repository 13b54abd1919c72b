// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/stylesheet.h"

#include "ui/theme/tokens.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

// @name stands for a colour or length of the tokens.
constexpr auto buttons = R"(
QPushButton { background: @surface; color: @text; border: 1px solid @borderStrong; border-radius: @radius;
    padding: 0 12px; min-height: 30px; }
QPushButton:hover { background: @hover; }
QPushButton:pressed { background: @sunken; }
QPushButton:focus { border-color: @accentSolid; }
QPushButton:disabled { background: @window; color: @textDisabled; border-color: @border; }
QPushButton::menu-indicator { width: 0; }
QPushButton[variant="primary"] { background: @accentSolid; color: @accentOnSolid; border-color: @accentSolid; font-weight: bold; }
QPushButton[variant="primary"]:hover { background: @accentHover; }
QPushButton[variant="primary"]:focus { border-color: @text; }
QPushButton[variant="danger"] { background: @dangerSolid; color: @dangerOnSolid; border-color: @dangerSolid; font-weight: bold; }
QPushButton[variant="danger"]:hover { background: @dangerHover; }
QPushButton[variant="danger"]:focus { border-color: @text; }
QPushButton[variant="quiet"] { background: transparent; border-color: transparent; color: @text; padding: 0 8px; }
QPushButton[variant="quiet"]:hover { background: @hover; }
QPushButton[variant="quiet"]:focus { border-color: @accentSolid; }
QPushButton[variant="primary"]:disabled, QPushButton[variant="danger"]:disabled { background: @sunken; color: @textDisabled; border-color: @border; }
QPushButton[variant="quiet"]:disabled { background: transparent; color: @textDisabled; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: @radius; padding: 6px; color: @text; }
QToolButton:hover { background: @hover; }
QToolButton:pressed, QToolButton:checked { background: @sunken; }
QToolButton:focus { border-color: @accentSolid; }
QToolButton:disabled { color: @textDisabled; }
QToolButton::menu-indicator { image: none; width: 0; }
)";

constexpr auto texts = R"(
QLabel[textStyle="strong"] { font-weight: bold; }
QLabel[textStyle="muted"] { color: @textMuted; }
QLabel[textStyle="small"] { color: @textMuted; font-size: @small; }
QLabel[textStyle="smallStrong"] { color: @textMuted; font-size: @small; font-weight: bold; }
QLabel[textStyle="heading"] { font-size: @heading; font-weight: bold; }
QLabel[textStyle="title"] { font-size: @title; font-weight: bold; }
QLabel[tone="success"] { color: @successText; }
QLabel[tone="warning"] { color: @warningText; }
QLabel[tone="danger"] { color: @dangerText; }
QLabel[tone="info"] { color: @infoText; }
QLabel[tone="accent"] { color: @accentText; }
QToolTip { background: @raised; color: @text; border: 1px solid @borderStrong; padding: 6px 8px; font-size: @small; }
)";

constexpr auto frames = R"(
QFrame[panel="surface"], QWidget[panel="surface"] { background: @surface; }
QFrame[panel="window"], QWidget[panel="window"] { background: @window; }
QFrame[panel="sunken"], QWidget[panel="sunken"] { background: @sunken; border-radius: @radius; }
QFrame[panel="card"] { background: @surface; border: 1px solid @border; border-radius: 8px; }
QFrame[panel="raised"] { background: @raised; border: 1px solid @borderStrong; border-radius: 10px; }
QWidget[line="true"] { background: @border; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; }
QDialog { background: @raised; }
)";

constexpr auto menus = R"(
QMenu { background: @raised; color: @text; border: 1px solid @borderStrong; padding: 5px; }
QMenu::item { padding: 0 24px 0 10px; height: 30px; border-radius: @radius; }
QMenu::item:selected { background: @selected; }
QMenu::item:disabled { color: @textDisabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @border; margin: 5px 4px; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @textMuted; border: none; border-bottom: 1px solid @border;
    padding: 0 12px; font-size: @small; height: 32px; }
QHeaderView::section:first, QHeaderView::section:only-one { padding-left: @pageMargin; }
QHeaderView::section:hover { color: @text; }
QTableCornerButton::section { background: @surface; border: none; }
QProgressBar { background: @sunken; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accentSolid; border-radius: 3px; }
QStatusBar::item { border: none; }
QWidget#qt_calendar_navigationbar { background: @surface; }
)";

constexpr auto scrollBars = R"(
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @scroll; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @textFaint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
)";

QHash<QString, QString> valuesOf(const Tokens &t)
{
    QHash<QString, QString> values{
        {u"pageMargin"_s, QString::number(metrics::pageMargin) + u"px"_s},
        {u"radius"_s, QString::number(metrics::radius) + u"px"_s},
        {u"small"_s, QString::number(metrics::fontSmall) + u"px"_s},
        {u"heading"_s, QString::number(metrics::fontHeading) + u"px"_s},
        {u"title"_s, QString::number(metrics::fontTitle) + u"px"_s},
    };
    const auto add = [&values](const QString &name, const QColor &colour) { values.insert(name, colour.name()); };
    add(u"window"_s, t.window);
    add(u"surface"_s, t.surface);
    add(u"raised"_s, t.raised);
    add(u"sunken"_s, t.sunken);
    add(u"hover"_s, t.hover);
    add(u"selected"_s, t.selected);
    add(u"border"_s, t.border);
    add(u"borderStrong"_s, t.borderStrong);
    add(u"scroll"_s, t.borderStrong);
    add(u"text"_s, t.text);
    add(u"textMuted"_s, t.textMuted);
    add(u"textFaint"_s, t.textFaint);
    add(u"textDisabled"_s, t.textDisabled);
    add(u"accentText"_s, t.accent.text);
    add(u"accentSolid"_s, t.accent.solid);
    add(u"accentOnSolid"_s, t.accent.onSolid);
    add(u"accentHover"_s, t.dark ? t.accent.solid.lighter(112) : t.accent.solid.darker(112));
    add(u"dangerText"_s, t.danger.text);
    add(u"dangerSolid"_s, t.danger.solid);
    add(u"dangerOnSolid"_s, t.danger.onSolid);
    add(u"dangerHover"_s, t.dark ? t.danger.solid.lighter(112) : t.danger.solid.darker(112));
    add(u"successText"_s, t.success.text);
    add(u"warningText"_s, t.warning.text);
    add(u"infoText"_s, t.info.text);
    return values;
}

} // namespace

QString styleSheetFrom(const Tokens &t)
{
    const QHash<QString, QString> values = valuesOf(t);
    QString result;
    for (const char *part : {buttons, texts, frames, menus, scrollBars}) {
        const QString source = QString::fromLatin1(part);
        for (qsizetype i = 0; i < source.size(); ++i) {
            if (source[i] != u'@') {
                result += source[i];
                continue;
            }
            qsizetype end = i + 1;
            while (end < source.size() && source[end].isLetter())
                ++end;
            const QString name = source.mid(i + 1, end - i - 1);
            Q_ASSERT_X(values.contains(name), "styleSheetFrom", qPrintable(name));
            result += values.value(name);
            i = end - 1;
        }
    }
    return result;
}

} // namespace tenantry::ui

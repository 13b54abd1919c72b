// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QDesktopServices>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextList>
#include <QTextTable>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

constexpr int contentsWidth = 260;

// Markdown comes without any space between its parts.
void spaceOut(const QTextBlock &block)
{
    QTextBlockFormat format = block.blockFormat();
    format.setLineHeight(130, QTextBlockFormat::ProportionalHeight);
    if (format.headingLevel() > 0)
        format.setTopMargin(format.headingLevel() == 1 ? 0 : 14);
    format.setBottomMargin(block.textList() ? 4 : 8);
    QTextCursor(block).setBlockFormat(format);
}

void spaceOut(QTextTable &table)
{
    QTextTableFormat format = table.format();
    format.setBorderCollapse(true);
    format.setBorder(1);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(tokens().border);
    format.setCellSpacing(0);
    format.setCellPadding(6);
    format.setTopMargin(6);
    format.setBottomMargin(12);
    table.setFormat(format);
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            QTextBlockFormat cell;
            table.cellAt(row, column).firstCursorPosition().setBlockFormat(cell);
        }
    }
}

void spaceOut(QTextDocument &document)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        spaceOut(block);
    for (QTextFrame *frame : document.rootFrame()->childFrames())
        if (auto *table = qobject_cast<QTextTable *>(frame))
            spaceOut(*table);
}

} // namespace

HelpWindow::HelpWindow(const Language &language, QWidget *parent)
    : QWidget(parent, Qt::Window), m_language(language), m_contents(new QListWidget), m_text(new QTextBrowser)
{
    setProperty("panel", u"window"_s);
    setAttribute(Qt::WA_StyledBackground);
    styleList(m_contents, metrics::rowHeight);
    removeFrame(m_contents);
    m_text->setFrameShape(QFrame::NoFrame);
    m_contents->setFixedWidth(contentsWidth);
    m_text->setOpenLinks(false);
    m_text->document()->setDocumentMargin(28);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_contents);
    layout->addWidget(makeSeparator(Qt::Vertical));
    layout->addWidget(m_text, 1);
    resize(920, 680);
    connect(m_contents, &QListWidget::currentRowChanged, this, &HelpWindow::showRow);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.scheme() == u"topic")
            showTopic(link.path());
        else
            QDesktopServices::openUrl(link);
    });
    retranslate();
}

QString HelpWindow::currentTopic() const
{
    const int row = m_contents->currentRow();
    return row < 0 ? QString() : m_topics[row].id;
}

void HelpWindow::showTopic(const QString &id)
{
    const auto found = std::ranges::find(m_topics, id, &help::Topic::id);
    m_contents->setCurrentRow(found == m_topics.end() ? 0 : int(found - m_topics.begin()));
}

void HelpWindow::showRow(int row)
{
    if (row < 0)
        return;
    m_text->setMarkdown(m_topics[row].text);
    spaceOut(*m_text->document());
    m_text->setAccessibleName(m_topics[row].title);
    m_text->moveCursor(QTextCursor::Start);
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        showRow(m_contents->currentRow()); // lines of the theme's colour
}

void HelpWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void HelpWindow::retranslate()
{
    setWindowTitle(tr("Help – Tenantry"));
    m_contents->setAccessibleName(tr("Contents"));
    const QString before = currentTopic();
    m_topics = help::book(m_language.code());
    {
        const QSignalBlocker quiet(m_contents);
        m_contents->clear();
        for (const help::Topic &topic : std::as_const(m_topics))
            m_contents->addItem(topic.title);
    }
    showTopic(before);
}

} // namespace tenantry::ui

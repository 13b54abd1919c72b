// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/reasonpane.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/flowlayout.h"
#include "ui/pages/spaces/pathview.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/icons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

ReasonPane::ReasonPane(QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel), m_role(new Chip), m_body(new QWidget), m_scroll(new QScrollArea),
      m_copy(makeButton(ButtonStyle::Default, {}, u"copy"_s))
{
    setTextStyle(m_title, TextStyle::Heading);
    m_body->setProperty("transparent", u"true"_s);
    m_layout = new QVBoxLayout(m_body);
    m_layout->setContentsMargins(0, 0, 8, 0);
    m_layout->setSpacing(8);
    m_scroll->setWidget(m_body);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_role);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 0, 0);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_copy, 0, Qt::AlignLeft);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text);
        m_copy->setText(tr("Copied"));
        QTimer::singleShot(2000, m_copy, [this] { m_copy->setText(tr("Copy explanation")); });
    });
    retranslate();
    clear();
}

void ReasonPane::retranslate()
{
    m_scroll->setAccessibleName(tr("Explanation"));
    m_copy->setText(tr("Copy explanation"));
}

void ReasonPane::clear()
{
    m_snapshot.reset();
    m_text.clear();
    m_title->setText({});
    m_role->hide();
    m_copy->hide();
    clearLayout(m_layout);
}

void ReasonPane::setExplanation(const directory::SnapshotPtr &snapshot, const access::Explanation &explanation)
{
    if (!m_snapshot || explanation.object != m_explanation.object)
        m_showOthers = false;
    m_snapshot = snapshot;
    m_explanation = explanation;
    m_text = access::explanationText(*snapshot, explanation);
    rebuild();
}

void ReasonPane::rebuild()
{
    clearLayout(m_layout);
    m_title->setText(m_snapshot->nameOf(m_explanation.object));
    m_role->setText(access::roleName(m_explanation.role));
    m_role->setTone(roleTone(m_explanation.role));
    m_role->show();
    m_copy->show();
    if (m_explanation.object.kind() == ObjectKind::Resource)
        addLines({m_explanation.restricted ? tr("Restricted: only its own grants count, and the owner of the space.")
                                           : tr("Open: a role on the space counts for it too.")},
                 m_explanation.restricted ? u"lock"_s : u"unlock"_s, m_explanation.restricted ? Tone::Warning : Tone::Neutral);
    addPaths();
    addObstacles();
    addRepair();
    m_layout->addStretch();
}

void ReasonPane::addHeading(const QString &text)
{
    m_layout->addSpacing(4);
    m_layout->addWidget(makeLabel(TextStyle::SmallStrong, text));
}

void ReasonPane::addLines(const QStringList &lines, const QString &iconName, Tone tone)
{
    for (const QString &line : lines) {
        auto *row = new QWidget;
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        auto *mark = new QLabel;
        mark->setPixmap(icon(iconName, tone).pixmap(metrics::iconSize));
        layout->addWidget(mark, 0, Qt::AlignTop);
        layout->addWidget(makeParagraph(TextStyle::Body, line), 1);
        m_layout->addWidget(row);
    }
}

void ReasonPane::addPaths()
{
    const auto &paths = m_explanation.paths;
    if (paths.empty())
        return;
    const auto add = [this](const access::Path &path) {
        auto *view = new PathView;
        view->setPath(*m_snapshot, path, m_explanation.object);
        m_layout->addWidget(view);
    };
    addHeading(tr("Because"));
    add(paths.front());
    const qsizetype others = qsizetype(paths.size()) - 1;
    if (others == 0)
        return;
    QPushButton *more = makeButton(ButtonStyle::Quiet, m_showOthers ? tr("Hide the others") : tr("Also: %1 other ways", nullptr, int(others)).arg(QLocale().toString(others)),
                                   m_showOthers ? u"chevron-up"_s : u"chevron-down"_s);
    connect(more, &QPushButton::clicked, this, [this] {
        m_showOthers = !m_showOthers;
        rebuild();
    });
    m_layout->addWidget(more, 0, Qt::AlignLeft);
    if (m_showOthers)
        for (size_t i = 1; i < paths.size(); ++i)
            add(paths[i]);
}

void ReasonPane::addObstacles()
{
    if (m_explanation.isEnough())
        return;
    addHeading(tr("What was considered"));
    QStringList lines;
    for (const access::Obstacle &obstacle : m_explanation.obstacles)
        lines += access::obstacleText(*m_snapshot, obstacle, m_explanation);
    if (lines.isEmpty())
        lines += tr("Nobody has given a role, directly or through an organization or a role group.");
    addLines(lines, u"cross-circle"_s, Tone::Danger);
}

void ReasonPane::addRepair()
{
    if (m_explanation.repair.empty())
        return;
    addHeading(tr("What would be enough"));
    QStringList lines;
    for (const access::Repair &repair : m_explanation.repair)
        lines += access::repairText(*m_snapshot, repair);
    addLines(lines, u"check-circle"_s, Tone::Success);
}

} // namespace tenantry::ui::spaces

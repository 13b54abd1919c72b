// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/pathview.h"

#include "core/access/explanationtext.h"
#include "ui/pages/spaces/flowlayout.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/text.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

constexpr int widestChip = 220;

/// What leads to the step, between arrows.
QString relation(const access::Step &step)
{
    switch (step.kind) {
    case access::Step::Start:
        return {};
    case access::Step::In:
        return PathView::tr("is in");
    case access::Step::Below:
        return PathView::tr("is below");
    case access::Step::MemberOf:
        return PathView::tr("belongs to");
    case access::Step::RoleOn:
        return access::roleName(step.role);
    case access::Step::CountsOn:
        break;
    }
    return PathView::tr("counts for");
}

Chip *chipFor(const directory::Snapshot &snapshot, const access::Step &step)
{
    const bool isObject = step.kind == access::Step::RoleOn || step.kind == access::Step::CountsOn;
    QString name = isObject ? snapshot.nameOf(step.object) : snapshot.nameOf(step.subject);
    if (name.isEmpty())
        name = PathView::tr("not visible to you");
    auto *chip = new Chip(name, isObject ? Tone::Accent : Tone::Neutral);
    if (!isObject)
        chip->setIconName(iconName(step.subject.kind()));
    else if (step.object.kind() == ObjectKind::Space)
        chip->setIconName(u"space"_s);
    else
        chip->setIconName(resourceIconName(snapshot.resource(step.object.resource()).resourceKind()));
    chip->setMaximumWidth(widestChip);
    chip->setToolTip(name);
    return chip;
}

} // namespace

PathView::PathView(QWidget *parent) : QWidget(parent), m_flow(new FlowLayout(this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void PathView::setPath(const directory::Snapshot &snapshot, const access::Path &path, directory::Object object)
{
    clearLayout(m_flow);
    setAccessibleName(access::pathText(snapshot, path, object));
    setToolTip(accessibleName());
    for (const access::Step &step : access::steps(snapshot, path, object)) {
        const QString word = relation(step);
        if (!word.isEmpty()) {
            QLabel *arrow = makeLabel(TextStyle::Small, tr("%1 →").arg(word));
            arrow->setMinimumHeight(Chip::height);
            m_flow->addWidget(arrow);
        }
        m_flow->addWidget(chipFor(snapshot, step));
    }
    updateGeometry();
}

} // namespace tenantry::ui::spaces

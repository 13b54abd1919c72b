// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/permissiondetaildialog.h"

#include "core/access/completeness.h"
#include "core/access/resolver.h"
#include "ui/dialogs/boundchip.h"
#include "ui/models/asof.h"
#include "ui/pages/access/pickfield.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/permissiondetailmodel.h"
#include "ui/pages/spaces/reasonpane.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/past/asoffield.h"
#include "ui/past/asofview.h"
#include "ui/theme/icons.h"
#include "ui/widgets/accessevent.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QHeaderView>
#include <QTimer>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

PermissionDetailDialog::PermissionDetailDialog(Session &session, SpaceId space, SubjectKind kind,
                                               const QUuid &subjectId, QWidget *parent)
    : QDialog(parent), m_session(session), m_viewpoint(new Viewpoint(session, this)), m_space(space),
      m_kind(kind), m_subjectId(subjectId), m_model(new PermissionDetailModel(this)),
      m_proxy(new PermissionDetailProxy(m_model, this)), m_tree(new QTreeView),
      m_asOfField(new AsOfField(*m_viewpoint)), m_show(new Tabs(Tabs::Look::Segmented)),
      m_search(new SearchField), m_reasons(new ReasonPane), m_title(new ElidedLabel), m_kindChip(new Chip),
      m_bound(new BoundChip), m_asOf(makeLabel(TextStyle::Small)), m_hint(new Banner(Tone::Info))
{
    resize(1080, 680);
    noteAccess(this, AccessEvent::Act::Detail, wireName(kind), subjectId);
    m_search->setAnswersEachLetter(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    layout->addWidget(m_hint);
    layout->addWidget(makePlace());
    layout->addWidget(makeFilters());
    layout->addWidget(makeBody(), 1);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (m_viewpoint->isNow())
            refresh();
    });
    connect(m_viewpoint, &Viewpoint::changed, this, [this] {
        refresh();
        m_tree->expandAll();
    });
    connect(m_viewpoint, &Viewpoint::completedChanged, this, &PermissionDetailDialog::showAnswer);
    connect(&m_session, &Session::stateChanged, this, &PermissionDetailDialog::updateTime);
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, &PermissionDetailDialog::updateTime);
    minute->start(30'000);
    retranslate();
    m_tree->expandAll();
    m_tree->setCurrentIndex(m_proxy->index(0, 0));
    m_tree->setFocus();
}

QWidget *PermissionDetailDialog::makePlace()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_asOfField->setSubject(m_subjectId);
    if (m_space.isNull()) {
        m_spaceField = new explorer::PickField(m_session, explorer::Side::What);
        m_spaceField->setViewpoint(m_viewpoint);
        m_spaceField->setMaximumWidth(360);
        m_space = firstSpace();
        const directory::SnapshotPtr snapshot = m_session.snapshot();
        if (const directory::SpaceIndex space = snapshot->findSpace(m_space); space.isValid())
            m_spaceField->choose(explorer::pickOf(*snapshot, directory::Object(space)));
        connect(m_spaceField, &explorer::PickField::chosenChanged, this, &PermissionDetailDialog::takeSpace);
        layout->addWidget(m_spaceField, 1);
    }
    layout->addStretch();
    layout->addWidget(m_asOfField);
    return bar;
}

/// The one on which the subject has the highest role: something to look at.
SpaceId PermissionDetailDialog::firstSpace() const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::Subject subject = snapshot->findSubject(m_kind, m_subjectId);
    if (!subject.isValid())
        return {};
    const auto spaces = access::Resolver(snapshot, m_session.now()).objects(subject).spaces;
    const auto best = std::ranges::max_element(spaces, {}, &access::SpaceRole::role);
    return best == spaces.end() ? SpaceId() : snapshot->space(best->space).id();
}

void PermissionDetailDialog::takeSpace()
{
    const auto &pick = m_spaceField->chosen();
    const directory::SnapshotPtr snapshot = m_viewpoint->snapshot();
    const directory::Object object = pick ? objectOf(*snapshot, *pick) : directory::Object();
    m_space = object.isValid() ? snapshot->space(snapshot->spaceOf(object)).id() : SpaceId();
    refresh();
    m_tree->expandAll();
    if (!object.isValid())
        return;
    m_tree->setCurrentIndex(m_proxy->index(0, 0));
    if (object.resource().isValid())
        select(pick->id);
}

QString PermissionDetailDialog::subjectName() const
{
    const directory::SnapshotPtr snapshot = m_viewpoint->snapshot();
    const directory::Subject subject = snapshot->findSubject(m_kind, m_subjectId);
    const QString name = subject.isValid() ? snapshot->nameOf(subject).simplified() : QString();
    return name.isEmpty() ? tr("Somebody you can't see") : name;
}

QWidget *PermissionDetailDialog::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    auto *avatar = new Avatar(36);
    avatar->setSquare(m_kind != SubjectKind::User);
    avatar->setSubject(m_subjectId.toString(QUuid::WithoutBraces), subjectName());
    const directory::SnapshotPtr snapshot = m_viewpoint->snapshot();
    if (const auto person = snapshot->findUser(UserId(m_subjectId)); m_kind == SubjectKind::User && person.isValid())
        avatar->setChoice(AvatarChoice::ofPerson(snapshot->user(person).avatar()));
    setTextStyle(m_title, TextStyle::Title);
    layout->addWidget(avatar);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_kindChip);
    layout->addWidget(m_bound);
    layout->addWidget(m_asOf);
    return head;
}

void PermissionDetailDialog::retranslate()
{
    setWindowTitle(tr("Permission detail"));
    m_title->setText(tr("Permission detail · %1").arg(subjectName()));
    m_kindChip->setText(kindName(m_kind));
    m_hint->setText(tr("This shows the final role of an organization or a person on each resource. (If Zhang "
                       "San is an editor of agent A, but his organization is its "
                       "administrator, then his final role on agent A is administrator.)"));
    m_show->setText(0, tr("All"));
    m_show->setText(1, tr("With a role"));
    m_show->setText(2, tr("Without"));
    m_show->setAccessibleName(tr("Which resources"));
    m_search->setHint(tr("Name of a resource"));
    m_tree->setAccessibleName(tr("Space and resources"));
    if (m_spaceField)
        m_spaceField->setHint(tr("Space or resource"));
    m_asOfField->retranslate();
    m_asOfView->retranslate();
    m_model->retranslate();
    m_reasons->retranslate();
    refresh(); // reasons are words
}

void PermissionDetailDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

QWidget *PermissionDetailDialog::makeFilters()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    for (int i = 0; i < 3; ++i)
        m_show->add();
    m_search->setResultView(m_tree);
    m_search->setMaximumWidth(260);
    layout->addWidget(m_show);
    layout->addStretch();
    layout->addWidget(m_search, 1);
    connect(m_show, &Tabs::currentChanged, this, [this](int index) {
        m_proxy->setShow(PermissionDetailProxy::Show(index));
        m_tree->expandAll();
    });
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) {
        m_proxy->setQuery(query);
        m_tree->expandAll();
    });
    return bar;
}

QWidget *PermissionDetailDialog::makeBody()
{
    styleTree(m_tree);
    m_tree->setModel(m_proxy);
    m_tree->setItemDelegateForColumn(PermissionDetailModel::Object,
                                     new NameDelegate(metrics::rowHeight, m_tree));
    m_tree->setItemsExpandable(true);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->setSectionsMovable(false);
    m_tree->setColumnWidth(PermissionDetailModel::Object, 300);
    m_tree->setColumnWidth(PermissionDetailModel::RoleColumn, 120);
    auto *splitter = new Splitter;
    splitter->addWidget(m_tree);
    splitter->addWidget(m_reasons);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({650, 380});
    splitter->setChildrenCollapsible(false);
    m_asOfView = new AsOfView(*m_viewpoint, splitter);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PermissionDetailDialog::explainCurrent);
    return m_asOfView;
}

bool PermissionDetailDialog::select(const QUuid &objectId)
{
    const QModelIndex top = m_proxy->index(0, 0);
    for (int i = 0; i < m_proxy->rowCount(top); ++i) {
        const QModelIndex index = m_proxy->index(i, 0, top);
        if (m_model->row(m_proxy->mapToSource(index)).id != objectId)
            continue;
        m_tree->setCurrentIndex(index);
        m_tree->scrollTo(index);
        return true;
    }
    return false;
}

// What isn't exact of what is seen, whoever manages the space asks of the server (PRM-3).
void PermissionDetailDialog::completeAnswer()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceIndex space = snapshot->findSpace(m_space);
    const access::Completeness seen(snapshot, m_session.heldScopes(), m_session.userId());
    const directory::Subject subject = snapshot->findSubject(m_kind, m_subjectId);
    m_viewpoint->complete(space.isValid() && seen.of(subject, space) != access::Bound::Exact
                              ? access::basisQuestion(snapshot, m_session.now(), m_session.userId(), space)
                              : std::nullopt);
}

void PermissionDetailDialog::refresh()
{
    completeAnswer();
    showAnswer();
}

void PermissionDetailDialog::showAnswer()
{
    const directory::SnapshotPtr snapshot = m_viewpoint->snapshot();
    const directory::Subject subject = snapshot->findSubject(m_kind, m_subjectId);
    const directory::SpaceIndex space = snapshot->findSpace(m_space);
    if (!subject.isValid() || !space.isValid()) {
        m_model->clear();
        m_reasons->clear();
        return;
    }
    const access::Resolver resolver(snapshot, m_viewpoint->now());
    m_model->setDetail(resolver, subject, space);
    m_bound->setBound(m_viewpoint->completeness().of(subject, space));
    m_show->setCount(1, m_model->countWithRole());
    m_show->setCount(2, m_model->count() - m_model->countWithRole());
    updateTime();
    explainCurrent();
}

void PermissionDetailDialog::explainCurrent()
{
    const QModelIndex current = m_tree->currentIndex();
    const directory::SnapshotPtr snapshot = m_viewpoint->snapshot();
    const directory::Subject subject = snapshot->findSubject(m_kind, m_subjectId);
    if (!current.isValid() || !subject.isValid()) {
        m_reasons->clear();
        return;
    }
    const PermissionDetailModel::Row &row = m_model->row(m_proxy->mapToSource(current.siblingAtColumn(0)));
    const directory::Object object = snapshot->findObject(row.kind, row.id);
    if (object.isValid())
        m_reasons->setExplanation(snapshot,
                                  access::Resolver(snapshot, m_viewpoint->now()).explain(subject, object));
}

void PermissionDetailDialog::updateTime()
{
    const auto answered = m_viewpoint->completedAt();
    m_asOf->setText(answered ? asOfServerText(m_session, *answered) : asOfText(m_session));
    m_asOf->setToolTip(answered ? momentText(localTime(*answered)) : asOfMoment(m_session));
    m_asOf->setVisible(m_viewpoint->isNow()); // of another moment the banner tells
}

} // namespace tenantry::ui::spaces

// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/accesspage.h"

#include "core/access/explanationtext.h"
#include "ui/dialogs/boundchip.h"
#include "ui/pages/access/accesslistpane.h"
#include "ui/pages/access/pickfield.h"
#include "ui/pages/access/planbar.h"
#include "ui/pages/access/planbasket.h"
#include "ui/pages/spaces/reasonpane.h"
#include "ui/pages/tenants/breakglassbar.h"
#include "ui/past/asoffield.h"
#include "ui/past/asofview.h"
#include "ui/past/comparisondialog.h"
#include "ui/past/viewpoint.h"
#include "ui/theme/icons.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QComboBox>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace explorer;

namespace {

/// "user:ID" …; nothing where the snapshot hasn't got it.
std::optional<Pick> pickOf(const directory::Snapshot &snapshot, const QString &text)
{
    const QByteArray word = text.section(u':', 0, 0).toUtf8();
    const QUuid id = QUuid::fromString(text.section(u':', 1));
    if (const auto kind = fromWireName<SubjectKind>(word))
        if (const directory::Subject subject = snapshot.findSubject(*kind, id); subject.isValid())
            return explorer::pickOf(snapshot, subject);
    if (const auto kind = fromWireName<ObjectKind>(word))
        if (const directory::Object object = snapshot.findObject(*kind, id); object.isValid())
            return explorer::pickOf(snapshot, object);
    return {};
}

} // namespace

AccessPage::AccessPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_viewpoint(new Viewpoint(session, this)),
      m_who(new PickField(session, Side::Who)), m_what(new PickField(session, Side::What)),
      m_wanted(new QComboBox), m_wantedLabel(makeLabel(TextStyle::Muted)),
      m_asOfField(new AsOfField(*m_viewpoint)), m_compare(makeButton(ButtonStyle::Default, {}, u"history"_s)),
      m_asOf(makeLabel(TextStyle::Small)), m_bound(new BoundChip),
      m_back(makeButton(ButtonStyle::Quiet, {}, u"chevron-left"_s)), m_stack(new QStackedWidget),
      m_empty(new EmptyState(u"key"_s)), m_absent(new EmptyState(u"history"_s)),
      m_list(new AccessListPane(*m_viewpoint)), m_explanation(new spaces::ReasonPane),
      m_planBar(new PlanBar(session)), m_basket(new PlanBasket(session))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new BreakGlassNotice(m_session)); // TEN-13: they reach everything too
    layout->addWidget(makeQuestion());
    layout->addWidget(makeSeparator());
    layout->addWidget(makeAnswer(), 1);
    layout->addWidget(m_basket);
    addActions();
    connectAll();
    ask();
}

QWidget *AccessPage::makeQuestion()
{
    auto *bar = new QWidget;
    for (PickField *field : {m_who, m_what})
        field->setViewpoint(m_viewpoint);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    m_who->setMaximumWidth(360);
    m_what->setMaximumWidth(360);
    fields->addWidget(m_who, 3);
    fields->addWidget(m_what, 3);
    fields->addSpacing(8);
    fields->addWidget(m_wantedLabel);
    fields->addWidget(m_wanted);
    fields->addStretch(1);
    auto *notes = new QHBoxLayout;
    notes->setSpacing(8);
    notes->addWidget(m_asOfField);
    notes->addWidget(m_compare);
    notes->addWidget(m_back);
    notes->addStretch();
    notes->addWidget(m_bound);
    notes->addWidget(m_asOf);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 10);
    layout->setSpacing(8);
    layout->addLayout(fields);
    layout->addLayout(notes);
    m_wantedLabel->setBuddy(m_wanted);
    return bar;
}

QWidget *AccessPage::makeAnswer()
{
    m_both = new QWidget;
    auto *both = new QVBoxLayout(m_both);
    both->setContentsMargins(metrics::pageMargin - 16, 8, metrics::pageMargin, 16);
    m_explanation->setMaximumWidth(820);
    both->addWidget(m_explanation, 1);
    both->addWidget(m_planBar);
    m_stack->insertWidget(Nothing, m_empty);
    m_stack->insertWidget(List, m_list);
    m_stack->insertWidget(Both, m_both);
    m_stack->insertWidget(Absent, m_absent);
    m_asOfView = new AsOfView(*m_viewpoint, m_stack, metrics::pageMargin);
    return m_asOfView;
}

void AccessPage::addActions()
{
    m_me = new QAction(icon(u"person"_s), {}, this);
    m_clear = new QAction(icon(u"cross"_s), {}, this);
    addAction(m_me);
    addAction(m_clear);
    auto *back = new QAction(this);
    back->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Backspace)});
    back->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_stack->addAction(back);
    connect(back, &QAction::triggered, this, &AccessPage::goBack);
    connect(m_me, &QAction::triggered, this, &AccessPage::askAboutMe);
    connect(m_clear, &QAction::triggered, this, [this] {
        m_who->choose({});
        m_what->choose({});
        m_who->setFocus();
    });
}

void AccessPage::connectAll()
{
    for (PickField *field : {m_who, m_what})
        connect(field, &PickField::chosenChanged, this, [this, field] {
            m_drilled.reset();
            ask();
            if (field->chosen() && m_stack->currentIndex() == List)
                m_list->table()->setFocus();
        });
    connect(m_list, &AccessListPane::opened, this, &AccessPage::drill);
    connect(m_back, &QPushButton::clicked, this, &AccessPage::goBack);
    connect(m_wanted, &QComboBox::currentIndexChanged, this, &AccessPage::explain);
    connect(m_viewpoint, &Viewpoint::changed, this, &AccessPage::turn);
    connect(m_viewpoint, &Viewpoint::completedChanged, this, &AccessPage::showAnswer);
    connect(m_compare, &QPushButton::clicked, this, &AccessPage::compare);
    connect(m_planBar, &PlanBar::planned, m_basket, &PlanBasket::add);
    connect(m_basket, &PlanBasket::done, this, [this](int commands) {
        Q_EMIT toastRequested(
            tr("%1 changes are given", nullptr, commands).arg(QLocale().toString(commands)));
    });
    connect(m_empty, &EmptyState::nextStepRequested, this, &AccessPage::askAboutMe);
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        followLock();
        contentChanged(m_session);
    });
    connect(&m_session, &Session::stateChanged, this, [this] {
        followLock();
        updateTime();
    });
    // Expiries follow the clock.
    auto *minute = new QTimer(this);
    connect(minute, &QTimer::timeout, this, [this] {
        if (isVisible() && m_viewpoint->isNow())
            ask();
    });
    minute->start(60'000);
}

PageFace AccessPage::face()
{
    return {u"access"_s, u"key"_s, [] { return tr("Access"); }};
}

void AccessPage::activated()
{
    (m_stack->currentIndex() == List ? static_cast<QWidget *>(m_list->table()) : m_who)->setFocus();
}

bool AccessPage::showObject(const QString &objectId)
{
    std::optional<Pick> who;
    std::optional<Pick> what;
    m_viewpoint->lookNow(); // whoever leads here means what is there now
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    for (const QString &part : objectId.split(u' ', Qt::SkipEmptyParts)) {
        const auto pick = pickOf(*snapshot, part);
        if (!pick)
            return false;
        (pick->side == Side::Who ? who : what) = pick;
    }
    m_who->choose(who);
    m_what->choose(what);
    return who || what;
}

void AccessPage::askAboutMe()
{
    const directory::SnapshotPtr snapshot = m_viewpoint->snapshot();
    if (const auto me = snapshot->findUser(m_session.userId()); me.isValid()) {
        m_what->choose({});
        m_who->choose(explorer::pickOf(*snapshot, directory::Subject(me)));
    }
}

void AccessPage::drill(const Pick &other)
{
    PickField *field = other.side == Side::Who ? m_who : m_what;
    field->choose(other);
    m_drilled = other.side;
    ask();
    m_back->setFocus();
}

void AccessPage::goBack()
{
    if (!m_drilled)
        return;
    PickField *field = *m_drilled == Side::Who ? m_who : m_what;
    field->choose({});
    m_list->table()->setFocus();
}

// Names don't outlive the lock: only the IDs of what was asked and planned do.
void AccessPage::followLock()
{
    const sync::StoreState store = m_session.state().store;
    if (store == sync::StoreState::Closed || store == sync::StoreState::LeaseOver) {
        if (!m_locked.isNull())
            return;
        m_locked = question();
        m_who->forget();
        m_what->forget();
        m_list->forget();
        m_explanation->clear();
        m_basket->forgetNames();
        m_shown.reset();
    } else if (!m_locked.isNull() && m_session.snapshot()->userSlots() > 0) { // the state may come first
        showObject(std::exchange(m_locked, QString()));
        m_basket->nameAgain();
    }
}

QString AccessPage::question() const
{
    QString text = u""_s;
    for (const PickField *field : {m_who, m_what})
        if (const auto &pick = field->chosen())
            text += u"%1:%2 "_s.arg(
                QString(pick->side == Side::Who ? wireName(pick->subjectKind) : wireName(pick->objectKind)),
                pick->id.toString(QUuid::WithoutBraces));
    return text;
}

void AccessPage::compare()
{
    const auto &who = m_who->chosen();
    const auto &what = m_what->chosen();
    auto *dialog = new ComparisonDialog(m_session, who ? who : what, m_viewpoint->moment(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void AccessPage::fillWanted()
{
    const QSignalBlocker quiet(m_wanted);
    const int before = std::max(0, m_wanted->currentIndex());
    m_wanted->clear();
    m_wanted->addItem(tr("any role"), int(Role::Guest));
    for (const Role role : {Role::Viewer, Role::Commenter, Role::Editor, Role::Administrator, Role::Owner})
        m_wanted->addItem(access::roleName(role), int(role));
    m_wanted->setCurrentIndex(before);
    m_wantedLabel->setText(tr("Is it enough for"));
    m_wanted->setAccessibleName(tr("The role that is wanted"));
}

void AccessPage::retranslate()
{
    m_who->setHint(tr("Who: a person, an organization, a role group"));
    m_what->setHint(tr("What: a space or a resource"));
    m_back->setText(tr("Back to the list"));
    m_back->setToolTip(QKeySequence(Qt::ALT | Qt::Key_Left).toString(QKeySequence::NativeText));
    m_empty->setTexts(tr("Who may do what, and why?"),
                      tr("Fill one field to see everybody on the other side, both to see the reasons. Pinyin "
                         "and initials are found too."));
    m_empty->setNextStep(tr("What may I do?"));
    m_me->setText(tr("What may I do?"));
    m_clear->setText(tr("Ask something else"));
    m_absent->setTexts(
        tr("It wasn't there"),
        tr("At that moment it wasn't there yet or was gone already, or it belongs to a tenant whose "
           "past you may not see."));
    m_compare->setText(tr("Compare two moments…"));
    m_asOfField->retranslate();
    m_asOfView->retranslate();
    fillWanted();
    m_planBar->retranslate();
    m_basket->retranslate();
    m_list->retranslate();
    explain();
    updateTime();
}

} // namespace tenantry::ui

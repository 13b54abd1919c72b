// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/addmembersdialog.h"

#include "core/access/lasting.h"
#include "core/access/resolver.h"
#include "core/domain/messages.h"
#include "ui/dialogs/impactline.h"
#include "ui/models/whenqueued.h"
#include "ui/pages/spaces/chosenchips.h"
#include "ui/pages/spaces/dialogparts.h"
#include "ui/pages/spaces/roleandexpiry.h"
#include "ui/pages/spaces/tenantlimits.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/text.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

AddMembersDialog::AddMembersDialog(Session &session, const MemberPlace &place, QAbstractItemView *view,
                                   QWidget *parent)
    : QDialog(parent), KeptForm(static_cast<QDialog &>(*this)), m_session(session), m_place(place), m_view(view), m_title(new DialogTitle),
      m_search(new SearchField), m_note(makeParagraph(TextStyle::Small)), m_chips(new ChosenChips),
      m_choice(new RoleAndExpiry(rightsOn(session, place), session.now())),
      m_outsiders(new Banner(Tone::Warning)), m_guests(new Banner(Tone::Info)),
      m_outlasts(new Banner(Tone::Danger)), m_impact(new ImpactLine(session)),
      m_failed(new Banner(Tone::Danger)), m_add(makeButton(ButtonStyle::Primary))
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const directory::SpaceIndex space = snapshot->findSpace(place.space);
    if (space.isValid())
        m_tenant = snapshot->tenantId(snapshot->space(space).tenant());
    if (const TenantRow *tenant = snapshot->tenant(m_tenant))
        m_tenantName = tenant->name;
    resize(640, 740);
    m_search->setResultView(m_view);
    m_view->installEventFilter(this);
    build();
}

void AddMembersDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_chips);
    layout->addWidget(makeSeparator());
    layout->addWidget(m_choice);
    m_outlasts->hide();
    layout->addWidget(m_outlasts);
    layout->addWidget(m_outsiders);
    layout->addWidget(m_guests);
    layout->addWidget(m_impact);
    m_failed->hide();
    layout->addWidget(m_failed);
    layout->addWidget(makeButtonRow(this, m_add));
}

void AddMembersDialog::start()
{
    connect(m_search, &SearchField::queryChanged, this, [this](const QString &query) { search(query); });
    connect(m_chips, &ChosenChips::removed, this, [this](const QUuid &id) { takeOut(id); });
    connect(m_choice, &RoleAndExpiry::changed, this, &AddMembersDialog::update);
    connect(m_outlasts, &Banner::actionRequested, this, [this] {
        if (m_longest)
            m_choice->setUntil(*m_longest);
    });
    retranslate();
    m_search->setFocus();
}

void AddMembersDialog::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
}

void AddMembersDialog::toggle(const QModelIndex &index)
{
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_view->model()->setData(index, int(on ? Qt::Unchecked : Qt::Checked), Qt::CheckStateRole);
}

bool AddMembersDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && m_view->currentIndex().isValid()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ControlModifier)) {
            toggle(m_view->currentIndex());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

QString AddMembersDialog::placeName() const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceIndex space = snapshot->findSpace(m_place.space);
    const directory::Object object = m_place.in(*snapshot);
    if (!space.isValid() || !object.isValid())
        return {};
    return m_place.isResource() ? snapshot->space(space).name() + u" › "_s + snapshot->nameOf(object)
                                : snapshot->space(space).name();
}

QString AddMembersDialog::outsidersText(int count) const
{
    if (count == 0)
        return {};
    return count == 1 ? tr("One of them belongs to another tenant and becomes a non-enterprise member of %1.")
                            .arg(m_tenantName)
                      : tr("%1 of them belong to another tenant and become non-enterprise members of %2.")
                            .arg(QLocale().toString(count), m_tenantName);
}

int AddMembersDialog::newOutsiders(const QList<Chosen> &chosen) const
{
    QSet<QUuid> there;
    for (const OutsiderRow &outsider : m_session.snapshot()->outsidersOf(m_tenant))
        there.insert(outsider.userId.uuid());
    return int(std::count_if(chosen.begin(), chosen.end(),
                             [&](const Chosen &each) { return each.outsider && !there.contains(each.id); }));
}

QString AddMembersDialog::quotaText(int added, bool *over) const
{
    const Quota quota = TenantLimits(m_session, m_tenant).outsiders();
    *over = added > 0 && quota.limit && quota.used + added > *quota.limit;
    if (added == 0 || !quota.limit)
        return {};
    const QLocale locale;
    const QString then = locale.toString(quota.used + added), most = locale.toString(*quota.limit);
    return *over ? tr("The tenant would have %1 non-enterprise members, but may have %2 at most.")
                       .arg(then, most)
                 : tr("The tenant then has %1 of %2 non-enterprise members.").arg(then, most);
}

QString AddMembersDialog::guestsText(const QList<Chosen> &chosen) const
{
    if (!m_place.isResource())
        return {};
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceIndex space = snapshot->findSpace(m_place.space);
    const access::Resolver resolver(snapshot, m_session.now());
    QStringList names;
    for (const Chosen &each : chosen) {
        const directory::Subject subject = snapshot->findSubject(each.kind, each.id);
        if (!subject.isValid() || !space.isValid() || resolver.check(subject, space) == Role::None)
            names += each.name;
    }
    if (names.isEmpty())
        return {};
    return names.size() == 1
               ? tr("%1 has no role in the space yet and becomes a guest there.").arg(names.constFirst())
               : tr("%1 of them have no role in the space yet and become guests there.")
                     .arg(QLocale().toString(names.size()));
}

void AddMembersDialog::update()
{
    const QList<Chosen> all = chosen();
    QList<ChosenChips::Item> items;
    int outsiders = 0;
    for (const Chosen &each : all) {
        items += {each.id, each.name, each.iconName};
        outsiders += each.outsider;
    }
    m_chips->setItems(items);
    bool over = false;
    const QString quota = quotaText(newOutsiders(all), &over);
    m_outsiders->setTone(over ? Tone::Danger : Tone::Warning);
    m_outsiders->setText((outsidersText(outsiders) + u' ' + quota).trimmed());
    m_outsiders->setVisible(outsiders > 0);
    const QString guests = guestsText(all);
    m_guests->setText(guests);
    m_guests->setVisible(!guests.isEmpty());
    m_add->setText(items.isEmpty() ? tr("Add") : tr("Add %1").arg(QLocale().toString(items.size())));
    preview();
    setUsable(m_add, !items.isEmpty() && !over && !m_longest,
              over        ? quota
              : m_longest ? tr("Choose an earlier end first")
                          : nothingChosen());
}

// A role on a resource may not outlast the one on the space: shorten it here, or lengthen that one first.
void AddMembersDialog::checkEnd(const std::vector<access::PlannedChange> &changes)
{
    const auto refusal = access::outlastingRefusal(*m_session.snapshot(), m_session.now(), changes);
    m_longest = refusal ? std::optional(fromMicroseconds(refusal->parameters[u"until"_s].toLongLong()))
                        : std::nullopt;
    m_outlasts->setText(refusal ? sentence(*refusal) : QString());
    m_outlasts->setAction(refusal && m_place.isResource() ? tr("End with the role on the space") : QString());
    m_outlasts->setVisible(refusal.has_value());
}

void AddMembersDialog::preview()
{
    access::SetGrants change{m_place.space, {}};
    for (const Chosen &each : chosen())
        change.grants += GrantWish{GrantId::make(m_session.now()),
                                   m_place.kind(),
                                   m_place.id(),
                                   each.kind,
                                   each.id,
                                   m_choice->role(),
                                   m_choice->expiresAt()};
    const auto changes = change.grants.isEmpty() ? std::vector<access::PlannedChange>()
                                                 : std::vector<access::PlannedChange>{change};
    checkEnd(changes);
    m_impact->setChanges(changes);
}

void AddMembersDialog::retranslate()
{
    setWindowTitle(title());
    m_title->setTexts(title(), placeName());
    m_chips->setHint(nothingChosen());
    search(m_search->query());
    update();
}

// ERR-2: whoever was chosen stays chosen. All of them or none: those that could be kept are taken back.
void AddMembersDialog::showFailed(const QList<CommandId> &commands, const NotQueued &failed)
{
    for (const CommandId &id : commands)
        if (!failed.ids.contains(id))
            m_session.discard(id);
    m_failed->setText(sentence(failed.error));
    m_failed->show();
}

KeptForm::Draft AddMembersDialog::draft()
{
    QVariantList chosenIds;
    for (const Chosen &each : chosen())
        chosenIds += chosenOne(int(each.kind), each.id);
    if (chosenIds.isEmpty() || m_giving)
        return {};
    return {{{u"chosen"_s, chosenIds}, {u"choice"_s, m_choice->typed()}}, {}, {}};
}

void AddMembersDialog::setDraft(const Draft &draft)
{
    m_choice->setTyped(draft.typed[u"choice"_s]);
    int lost = 0;
    chooseAgain(draft.typed[u"chosen"_s],
                [&](int kind, const QUuid &id) { lost += choose(SubjectKind(kind), id) ? 0 : 1; });
    // Found on the server: nothing but their IDs is kept over a lock.
    m_failed->setText(lost > 0 ? tr("Search again for %n of those chosen: only the server knows them.", nullptr, lost) : QString());
    m_failed->setVisible(lost > 0);
}

void AddMembersDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void AddMembersDialog::accept()
{
    QList<MemberCommands::Newcomer> newcomers;
    const QList<Chosen> all = chosen();
    for (const Chosen &each : all)
        newcomers += {each.kind, each.id, each.name};
    if (!m_add->isEnabled() || m_giving)
        return;
    m_giving = true;
    m_failed->hide();
    const UndoList undo =
        MemberCommands(m_session, m_place).add(newcomers, m_choice->role(), m_choice->expiresAt());
    QList<CommandId> ids;
    for (const Undo &each : undo)
        ids += each.done;
    whenQueued(
        m_session, ids, this,
        [this, undo, ids, text = addedText(all.size(), all.constFirst().name)](const NotQueued &failed) {
            m_giving = false;
            if (!failed.isEmpty())
                return showFailed(ids, failed);
            Q_EMIT added(text, undo);
            QDialog::accept();
        });
}

} // namespace tenantry::ui::spaces

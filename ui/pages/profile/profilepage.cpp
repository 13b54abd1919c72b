// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profile/profilepage.h"

#include "core/domain/accountcommands.h"
#include "ui/models/organizationpath.h"
#include "ui/models/snapshotchanges.h"
#include "ui/pages/members/tenantpeople.h"
#include "ui/pages/profile/contactmask.h"
#include "ui/pages/profile/passwordchangedialog.h"
#include "ui/pages/profile/profiledialog.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/shell/language.h"
#include "ui/theme/icons.h"
#include "ui/widgets/accessevent.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QAction>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace directory;

namespace {

enum ContactRow { Email, Phone, ContactRows };
enum DetailRow { Username, Nickname, Mis, MailLanguage, Created, Activated, DetailRows };
enum PlaceRow { Tenant, Organizations, Roles, PlaceRows };

constexpr int portrait = 56;
constexpr int widest = 760; // longer lines are hard to read

} // namespace

ProfilePage::ProfilePage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session), m_header(new PageHeader), m_avatar(new Avatar(portrait)),
      m_status(new Chip), m_staff(new Chip), m_edit(makeButton(ButtonStyle::Primary, {}, u"pencil"_s)),
      m_password(makeButton(ButtonStyle::Default, {}, u"key"_s)),
      m_reveal(makeButton(ButtonStyle::Default, {}, u"eye"_s)),
      m_editAction(new QAction(icon(u"pencil"_s), {}, this)),
      m_passwordAction(new QAction(icon(u"key"_s), {}, this)), m_contacts(makeSection(ContactRows)),
      m_details(makeSection(DetailRows)), m_place(makeSection(PlaceRows))
{
    m_staff->setTone(Tone::Accent);
    m_header->addBeside(m_status);
    m_header->addBeside(m_staff);
    m_header->addAction(m_password);
    m_header->addAction(m_edit);
    m_states = new StateStack(makeContent(), u"person"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_states);
    addAction(m_editAction);
    addAction(m_passwordAction);
    connectAll();
    refresh();
}

PageFace ProfilePage::face()
{
    return {u"profile"_s, u"person"_s, [] { return tr("My profile"); }};
}

ProfilePage::Section ProfilePage::makeSection(int rows)
{
    const Section section{makeLabel(TextStyle::Strong), new KeyValueList, rows};
    for (int row = 0; row < rows; ++row)
        section.rows->addRow();
    return section;
}

QWidget *ProfilePage::makeContent()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(m_avatar, 0, Qt::AlignVCenter);
    head->addWidget(m_header, 1);
    auto *lines = new QWidget;
    lines->setMaximumWidth(widest);
    auto *column = new QVBoxLayout(lines);
    column->setContentsMargins(0, 0, 0, 24);
    column->setSpacing(8);
    for (const Section &section : {m_contacts, m_details, m_place}) {
        column->addWidget(section.title);
        column->addWidget(section.rows);
        if (section.rows == m_contacts.rows)
            column->addWidget(m_reveal, 0, Qt::AlignLeft);
        column->addSpacing(16);
    }
    column->addStretch();
    QScrollArea *scroll = makeScrollArea(lines);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 0);
    layout->setSpacing(24);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    return content;
}

void ProfilePage::connectAll()
{
    connect(m_edit, &QPushButton::clicked, this, &ProfilePage::edit);
    connect(m_editAction, &QAction::triggered, this, &ProfilePage::edit);
    connect(m_password, &QPushButton::clicked, this, &ProfilePage::changePassword);
    connect(m_passwordAction, &QAction::triggered, this, &ProfilePage::changePassword);
    connect(m_reveal, &QPushButton::clicked, this, [this] { setRevealed(!m_isRevealed); });
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (!m_account && isVisible())
            askAccount();
        refreshButtons();
    });
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        const SnapshotPtr snapshot = m_session.snapshot();
        if (differs(m_shown, snapshot,
                    {RowKind::Tenant, RowKind::User, RowKind::UserPrivate, RowKind::Organization,
                     RowKind::Membership, RowKind::RoleAssignment, RowKind::TenantRole}))
            contentChanged(m_session);
        m_shown = snapshot;
    });
}

void ProfilePage::activated()
{
    askAccount();
    m_edit->setFocus();
}

void ProfilePage::hideEvent(QHideEvent *event)
{
    setRevealed(false);
    Page::hideEvent(event);
}

void ProfilePage::askAccount()
{
    if (m_session.state().online)
        m_session.ask(sync::Question::AccountDetails, {}, this, [this](const Result<QJsonValue> &answer) {
            if (!answer)
                return; // the lines that only the server knows stay away
            m_account = answer->toObject();
            refresh();
        });
}

void ProfilePage::edit()
{
    if (!m_edit->isEnabled())
        return;
    std::optional<QString> language;
    if (m_account)
        language = (*m_account)["language"_L1].toString();
    CommandDialog::openKept(this, [this, language]() -> CommandDialog * {
        if (!m_session.snapshot()->findUser(m_session.userId()).isValid())
            return nullptr;
        auto *dialog = new ProfileDialog(m_session, language, window());
        connect(dialog, &CommandDialog::given, this, [this] { askAccount(); });
        return dialog;
    });
}

void ProfilePage::changePassword()
{
    if (!m_password->isEnabled())
        return;
    auto *dialog = new PasswordChangeDialog(m_session, window());
    connect(dialog, &PasswordChangeDialog::changed, this,
            [this] { Q_EMIT toastRequested(tr("Your password is changed.")); });
    dialog->open();
}

void ProfilePage::setRevealed(bool revealed)
{
    if (m_isRevealed == revealed)
        return;
    m_isRevealed = revealed;
    if (revealed)
        noteAccess(this, AccessEvent::Act::Reveal, u"user"_s, m_session.userId().uuid());
    refresh();
}

void ProfilePage::refresh()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const UserIndex index = snapshot->findUser(m_session.userId());
    if (!index.isValid() || !snapshot->user(index).isKnown()) {
        forget();
        return m_states->showLoading();
    }
    const UserView user = snapshot->user(index);
    refreshHead(user);
    refreshContacts(user);
    refreshAccount(user);
    refreshPlace(user);
    refreshButtons();
    m_states->showContent();
}

void ProfilePage::forget()
{
    m_account.reset();
    m_isRevealed = false;
    for (const Section &section : {m_contacts, m_details, m_place})
        for (int row = 0; row < section.count; ++row)
            section.rows->setValue(row, {});
    m_header->setTitle({});
    m_header->setSubtitle({});
    m_avatar->setSubject({}, {});
    m_avatar->setChoice({});
}

void ProfilePage::refreshHead(UserView user)
{
    m_header->setTitle(user.name().simplified());
    m_header->setSubtitle(user.nickname());
    m_avatar->setSubject(user.id().toString(), user.name());
    m_avatar->setChoice(AvatarChoice::ofPerson(user.avatar()));
    m_status->setText(members::statusName(user.status()));
    m_status->setTone(members::statusTone(user.status()));
    m_staff->setText(tr("Meituan"));
    m_staff->setVisible(user.isStaff());
}

void ProfilePage::refreshContacts(UserView user)
{
    m_contacts.rows->setValue(Email, m_isRevealed ? user.email() : profile::maskedEmail(user.email()));
    const QString phone = m_isRevealed ? user.phone() : profile::maskedPhone(user.phone());
    m_contacts.rows->setValue(Phone, user.phone().isEmpty() ? tr("None") : phone);
    m_reveal->setText(m_isRevealed ? tr("Hide phone and e-mail") : tr("Show phone and e-mail"));
    m_reveal->setToolTip(m_isRevealed ? QString() : tr("That you looked is kept in the access log."));
}

void ProfilePage::refreshAccount(UserView user)
{
    const auto orNone = [](const QString &text) { return text.isEmpty() ? tr("None") : text; };
    m_details.rows->setValue(Username, orNone(user.username()));
    m_details.rows->setValue(Nickname, orNone(user.nickname()));
    const QString mis =
        user.isStaff() && !user.mis().isEmpty() ? tr("%1 (confirmed)").arg(user.mis()) : user.mis();
    m_details.rows->setValue(Mis, orNone(mis));
    m_details.rows->setValue(MailLanguage, languageText());
    m_details.rows->setValue(Created, momentText(spaces::localTime(user.createdAt())));
    const QJsonValue activated = m_account ? m_account->value("activated_at"_L1) : QJsonValue();
    m_details.rows->setValue(Activated,
                             activated.isDouble()
                                 ? momentText(spaces::localTime(fromMicroseconds(activated.toInteger())))
                             : m_account ? tr("Not known")
                                         : tr("Shown while connected"));
}

QString ProfilePage::languageText() const
{
    if (!m_account)
        return tr("Shown while connected");
    const QString code = m_account->value("language"_L1).toString();
    return code.isEmpty() ? tr("As the tenant has it") : Language::nativeName(code);
}

void ProfilePage::refreshPlace(UserView user)
{
    const Snapshot &snapshot = *m_session.snapshot();
    const TenantRow *tenant = snapshot.tenant(user.tenant());
    m_place.rows->setValue(Tenant, tenant ? tenant->name : QString());
    QStringList organizations;
    for (const UserMembership &membership : snapshot.membershipsOf(user.index())) {
        const OrganizationView organization = snapshot.organization(membership.organization);
        if (!organization.isKnown())
            continue;
        const QString path = organizationPath(snapshot, membership.organization);
        membership.organization == user.primaryOrganization()
            ? organizations.prepend(tr("%1 (primary)").arg(path))
            : organizations.append(path);
    }
    m_place.rows->setValue(Organizations,
                           organizations.isEmpty() ? tr("Not shown to you") : organizations.join(u'\n'));
    QStringList roles;
    for (const QString &role : members::rolesOf(snapshot, user.index()))
        roles += members::userRoleName(snapshot, role);
    m_place.rows->setValue(Roles, roles.isEmpty() ? tr("Member") : roles.join(tr(", ")));
}

void ProfilePage::refreshButtons()
{
    const QString editing = m_session.refusal(u"profile_change"_s, {});
    setUsable(m_edit, editing.isEmpty(), editing);
    m_editAction->setEnabled(m_edit->isEnabled());
    const QString changing =
        !m_session.hasPassword()
            ? tr("You sign in here without a password of your own, so there is none to change.")
        : m_session.state().online
            ? QString()
            : tr("A password can only be changed while connected: the server checks the old one.");
    setUsable(m_password, changing.isEmpty(), changing);
    m_passwordAction->setEnabled(m_password->isEnabled());
}

void ProfilePage::retranslate()
{
    m_edit->setText(tr("Edit"));
    m_editAction->setText(tr("Edit my profile"));
    m_password->setText(tr("Change the password"));
    m_passwordAction->setText(tr("Change the password"));
    m_contacts.title->setText(tr("Contact"));
    m_details.title->setText(tr("Account"));
    m_place.title->setText(tr("Belongs to"));
    const QStringList contacts{tr("E-mail"), tr("Phone")};
    const QStringList details{tr("Username"),         tr("Nickname"),      tr("MIS account"),
                              tr("Language of mail"), tr("Account since"), tr("Activated")};
    const QStringList place{tr("Tenant"), tr("Organizations"), tr("Roles")};
    for (const auto &[section, keys] :
         {std::pair(m_contacts, contacts), {m_details, details}, {m_place, place}})
        for (int row = 0; row < keys.size(); ++row)
            section.rows->setKey(row, keys[row]);
    m_states->loading()->setText(tr("Loading your profile…"));
    refresh();
    KeyValueList::align({m_contacts.rows, m_details.rows, m_place.rows});
}

} // namespace tenantry::ui

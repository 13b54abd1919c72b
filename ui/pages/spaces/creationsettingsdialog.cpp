// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/creationsettingsdialog.h"

#include "ui/pages/organizations/pickers.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/widgets/viewstyle.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QListWidget>
#include <QLocale>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

constexpr int mostOfAnything = 1'000'000; // rules.json, tenant_settings

} // namespace

std::optional<int> CreationSettingsDialog::Limit::value() const
{
    return limited->isChecked() ? std::optional(most->value()) : std::nullopt;
}

CreationSettingsDialog::CreationSettingsDialog(Session &session, TenantId tenant, QWidget *window)
    : CommandDialog(session, window), m_tenant(tenant), m_limits(session, tenant)
{
    form()->addField(u"space_creation"_s, makeWho());
    form()->addField(u"space_creators"_s, makeCreators());
    m_spaces = makeLimit(u"spaces"_s);
    m_outsiders = makeLimit(u"outsiders"_s);
    for (const UserId user : m_limits.creators())
        addCreator(user);
    chooseWho(m_limits.creation());
    m_who.first().second->setFocus();
    retranslate();
}

QWidget *CreationSettingsDialog::makeWho()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *group = new QButtonGroup(box);
    for (const QString &who : {u"administrator"_s, u"members"_s, u"all"_s}) {
        auto *button = new QRadioButton;
        layout->addWidget(button);
        group->addButton(button);
        m_who.append({who, button});
        connect(button, &QRadioButton::toggled, this, &CreationSettingsDialog::refresh);
    }
    box->setFocusProxy(m_who.first().second);
    return box;
}

QWidget *CreationSettingsDialog::makeCreators()
{
    auto *box = new QWidget;
    m_person = new PersonPicker(session(), m_tenant);
    m_add = makeButton(ButtonStyle::Default, {}, u"plus"_s);
    m_remove = makeButton(ButtonStyle::Default);
    m_creators = new QListWidget;
    styleList(m_creators, metrics::rowHeight);
    m_creators->setFixedHeight(4 * metrics::rowHeight + 4);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(metrics::grid);
    line->addWidget(m_person, 1);
    line->addWidget(m_add);
    line->addWidget(m_remove);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_creators);
    box->setFocusProxy(m_person);
    connect(m_add, &QPushButton::clicked, this, [this] { addCreator(m_person->chosen()); });
    connect(m_remove, &QPushButton::clicked, this, &CreationSettingsDialog::removeCreator);
    connect(m_person, &PersonPicker::changed, this, &CreationSettingsDialog::refresh);
    connect(m_creators, &QListWidget::currentRowChanged, this, &CreationSettingsDialog::refresh);
    return box;
}

CreationSettingsDialog::Limit CreationSettingsDialog::makeLimit(const QString &thing)
{
    auto *box = new QWidget;
    auto *layout = new QHBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    const Limit limit{thing, new QCheckBox, new QSpinBox};
    const std::optional<int> own = m_limits.ownLimit(thing);
    limit.most->setRange(0, mostOfAnything);
    limit.most->setGroupSeparatorShown(true);
    limit.most->setMinimumWidth(120);
    limit.most->setValue(own.value_or(m_limits.planLimit(thing).value_or(100)));
    limit.limited->setChecked(own.has_value());
    layout->addWidget(limit.limited);
    layout->addWidget(limit.most);
    layout->addStretch();
    box->setFocusProxy(limit.limited);
    form()->addField(thing + u"_limit"_s, box);
    connect(limit.limited, &QCheckBox::toggled, this, &CreationSettingsDialog::refresh);
    return limit;
}

QString CreationSettingsDialog::who() const
{
    for (const auto &[who, button] : m_who)
        if (button->isChecked())
            return who;
    return u"administrator"_s;
}

void CreationSettingsDialog::chooseWho(const QString &wanted)
{
    for (const auto &[who, button] : m_who)
        button->setChecked(who == wanted);
}

QList<UserId> CreationSettingsDialog::creators() const
{
    QList<UserId> users;
    for (int row = 0; row < m_creators->count(); ++row)
        users.append(UserId(m_creators->item(row)->data(Qt::UserRole).toUuid()));
    return users;
}

void CreationSettingsDialog::addCreator(UserId user)
{
    if (user.isNull() || creators().contains(user))
        return;
    const directory::SnapshotPtr snapshot = session().snapshot();
    const auto index = snapshot->findUser(user);
    const QString name = index.isValid() ? snapshot->user(index).name() : QString();
    auto *item = new QListWidgetItem(name.isEmpty() ? tr("Somebody who is gone") : name, m_creators);
    item->setData(Qt::UserRole, user.uuid());
    form()->field(u"space_creators"_s)->setError({});
    m_person->choose({});
    refresh();
}

void CreationSettingsDialog::removeCreator()
{
    delete m_creators->takeItem(m_creators->currentRow());
    refresh();
}

void CreationSettingsDialog::setSpacesLimit(std::optional<int> limit)
{
    m_spaces.limited->setChecked(limit.has_value());
    if (limit)
        m_spaces.most->setValue(*limit);
}

QString CreationSettingsDialog::useText(const QString &thing) const
{
    const int used = (thing == u"spaces" ? m_limits.spaces() : m_limits.outsiders()).used;
    const std::optional<int> plan = m_limits.planLimit(thing);
    const QLocale locale;
    return plan ? tr("%1 in use; the plan allows %2. The lower of both counts.")
                      .arg(locale.toString(used), locale.toString(*plan))
                : tr("%1 in use; the plan sets no limit.").arg(locale.toString(used));
}

void CreationSettingsDialog::refresh()
{
    if (!m_outsiders.most)
        return; // still being made
    form()->field(u"space_creators"_s)->setVisible(who() == u"members");
    m_spaces.most->setEnabled(m_spaces.limited->isChecked());
    m_outsiders.most->setEnabled(m_outsiders.limited->isChecked());
    setUsable(m_add, !m_person->chosen().isNull(), tr("Choose a person first."));
    setUsable(m_remove, m_creators->currentRow() >= 0, tr("Choose somebody in the list first."));
}

void CreationSettingsDialog::retranslate()
{
    setTexts(tr("Creation of spaces"),
             tr("Whoever creates a space owns it. What happens in it afterwards is up to its own roles."),
             tr("Save"));
    form()->field(u"space_creation"_s)->setLabel(tr("Who may create spaces"));
    m_who.at(0).second->setText(tr("Only the tenant administrator"));
    m_who.at(1).second->setText(tr("The tenant administrator and the people named below"));
    m_who.at(2).second->setText(tr("Everybody in the tenant"));
    form()->field(u"space_creators"_s)->setLabel(tr("Who else may create them"));
    m_add->setText(tr("Add"));
    m_person->setAccessibleName(tr("Person to add"));
    m_remove->setText(tr("Remove"));
    m_creators->setAccessibleName(tr("People who may create spaces"));
    form()->field(u"spaces_limit"_s)->setLabel(tr("Spaces"));
    form()->field(u"outsiders_limit"_s)->setLabel(tr("Non-enterprise members"));
    for (const Limit &limit : {m_spaces, m_outsiders}) {
        limit.limited->setText(tr("A limit of our own:"));
        limit.limited->setAccessibleName((limit.thing == u"spaces"
                                              ? tr("A limit of our own for spaces")
                                              : tr("A limit of our own for non-enterprise members")));
        limit.most->setAccessibleName((limit.thing == u"spaces"
                                           ? tr("At most so many spaces")
                                           : tr("At most so many non-enterprise members")));
        form()->field(limit.thing + u"_limit"_s)->setHint(useText(limit.thing));
    }
    refresh();
}

/// The IDs of the people in the list.
QVariant CreationSettingsDialog::typedBeside() const
{
    QVariantList users;
    for (const UserId user : creators())
        users.append(user.uuid());
    return users;
}

void CreationSettingsDialog::setTypedBeside(const QVariant &typed)
{
    if (!typed.isValid())
        return;
    m_creators->clear();
    for (const QVariant &user : typed.toList())
        addCreator(UserId(user.toUuid()));
}

void CreationSettingsDialog::check()
{
    if (who() == u"members" && creators().isEmpty())
        form()->setError(u"space_creators"_s, tr("Name at least one person, or choose another line above."));
}

std::optional<Command> CreationSettingsDialog::command()
{
    TenantSettings settings;
    QStringList touched;
    if (who() != m_limits.creation()) {
        settings.spaceCreation = who();
        touched.append(u"space_creation"_s);
    }
    if (who() == u"members" && creators() != m_limits.creators()) {
        settings.spaceCreators = creators();
        touched.append(u"space_creators"_s);
    }
    const auto limit = [&](const Limit &wanted, std::optional<std::optional<int>> &field) {
        if (wanted.value() == m_limits.ownLimit(wanted.thing))
            return;
        field = wanted.value();
        touched.append(wanted.thing + u"_limit"_s);
    };
    limit(m_spaces, settings.spacesLimit);
    limit(m_outsiders, settings.outsidersLimit);
    if (touched.isEmpty())
        return std::nullopt;
    return makeTenantSettings(m_limits, m_tenant, settings, touched);
}

} // namespace tenantry::ui::spaces

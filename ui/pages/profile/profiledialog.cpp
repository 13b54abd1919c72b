// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profile/profiledialog.h"

#include "core/accounts/phonenumber.h"
#include "core/domain/messages.h"
#include "ui/shell/language.h"
#include "ui/widgets/avatarpicker.h"

#include <QComboBox>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

AvatarChoice choiceOf(const QString &picture)
{
    AvatarChoice choice;
    choice.picture = QByteArray::fromBase64(picture.toLatin1());
    choice.kind = choice.picture.isEmpty() ? AvatarChoice::Kind::Default : AvatarChoice::Kind::Picture;
    return choice;
}

} // namespace

ProfileDialog::ProfileDialog(Session &session, const std::optional<QString> &language, QWidget *window)
    : CommandDialog(session, window), m_seen(session.snapshot()), m_seenLanguage(language),
      m_picture(new AvatarPicker(AvatarPicker::Whose::Person)), m_language(new QComboBox)
{
    form()->addField(u"avatar"_s, m_picture);
    addLines();
    form()->addField(u"language"_s, m_language);
    m_language->addItem(QString(), QString());
    for (const QString &code : Language::codes())
        m_language->addItem(Language::nativeName(code), code);
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_seenLanguage.value_or(QString()))));
    m_language->setEnabled(m_seenLanguage.has_value());
    m_picture->setSubject(user().id().toString(), user().name());
    m_picture->setChoice(choiceOf(user().avatar()));
    retranslate();
    m_lines.first().edit->setFocus();
    resize(560, 760);
}

void ProfileDialog::addLines()
{
    const std::pair<QString, QString> fields[] = {{u"name"_s, user().name()},
                                                  {u"username"_s, user().username()},
                                                  {u"nickname"_s, user().nickname()},
                                                  {u"phone"_s, user().phone()},
                                                  {u"mis"_s, user().mis()}};
    for (const auto &[field, seen] : fields) {
        auto *edit = new QLineEdit(seen);
        edit->setMaxLength(1'000);
        form()->addField(field, edit);
        connect(edit, &QLineEdit::textEdited, this, [this, field = field] { form()->setError(field, {}); });
        m_lines.append({field, seen, edit});
    }
}

directory::UserView ProfileDialog::user() const
{
    return m_seen->user(m_seen->findUser(session().userId()));
}

QString ProfileDialog::typed(const QString &field) const
{
    for (const Line &line : m_lines)
        if (line.field == field)
            return session().rules().trimmed(line.edit->text());
    return {};
}

void ProfileDialog::check()
{
    for (const Line &line : std::as_const(m_lines))
        checkRule(u"user"_s, line.field, line.edit->text());
    if (const QString phone = typed(u"phone"_s);
        !phone.isEmpty() && form()->field(u"phone"_s)->error().isEmpty())
        if (const auto valid = internationalPhone(phone); !valid)
            form()->setError(u"phone"_s, tenantry::sentence(valid.error()));
    if (const QString problem = m_picture->problem(); !problem.isEmpty())
        form()->setError(u"avatar"_s, problem);
}

ProfileChange ProfileDialog::change() const
{
    ProfileChange change;
    const std::pair<QString, std::optional<QString> *> fields[] = {{u"name"_s, &change.name},
                                                                   {u"username"_s, &change.username},
                                                                   {u"nickname"_s, &change.nickname},
                                                                   {u"phone"_s, &change.phone},
                                                                   {u"mis"_s, &change.mis}};
    for (const auto &[field, to] : fields)
        for (const Line &line : m_lines)
            if (line.field == field && typed(field) != line.seen)
                *to = typed(field);
    if (change.phone && !change.phone->isEmpty())
        change.phone = internationalPhone(*change.phone).value_or(*change.phone);
    if (change.phone == user().phone())
        change.phone.reset();
    if (const QByteArray picture = m_picture->choice().picture; picture != choiceOf(user().avatar()).picture)
        change.avatar = picture;
    if (const QString language = m_language->currentData().toString();
        m_seenLanguage && language != *m_seenLanguage)
        change.language = language;
    return change;
}

std::optional<Command> ProfileDialog::command()
{
    Command command = profileChange(change());
    if (command.payload.isEmpty())
        return std::nullopt;
    if (const auto own = user().privateRow())
        command.see(user().id().uuid(), {}, own->version);
    for (const Line &line : std::as_const(m_lines))
        if (command.payload.contains(line.field))
            command.before.insert(line.field, line.seen);
    command.subject = {{u"record"_s, user().id().toString()}, {u"title"_s, user().name()}};
    return command;
}

void ProfileDialog::retranslate()
{
    setTexts(tr("Edit my profile"),
             tr("Name and picture are seen by those around you; the rest by you and your administrators."),
             tr("Save"));
    const std::pair<QString, QString> labels[] = {
        {u"avatar"_s, tr("Picture")},           {u"name"_s, tr("Real name")}, {u"username"_s, tr("Username")},
        {u"nickname"_s, tr("Nickname")},        {u"phone"_s, tr("Phone")},    {u"mis"_s, tr("MIS account")},
        {u"language"_s, tr("Language of mail")}};
    for (const auto &[field, label] : labels)
        form()->field(field)->setLabel(label, field == u"name");
    for (const Line &line : std::as_const(m_lines))
        showRule(u"user"_s, line.field);
    form()->field(u"phone"_s)->setHint(tr("Outside China with + and the country code."));
    form()->field(u"mis"_s)->setHint(
        user().isStaff() ? tr("Another one has to be confirmed anew before you count as staff.")
                         : tr("Counts as staff once a system administrator has confirmed it."));
    m_language->setItemText(0, tr("As the tenant has it"));
    form()->field(u"language"_s)->setHint(m_seenLanguage ? QString() : tr("Can be chosen while connected."));
}

} // namespace tenantry::ui

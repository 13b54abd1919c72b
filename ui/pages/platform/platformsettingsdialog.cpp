// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/platform/platformsettingsdialog.h"

#include "core/domain/messages.h"
#include "ui/pages/platform/platformsettings.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::platform {

namespace {

const auto rulesOf = u"platform_settings"_s;

} // namespace

PlatformSettingsDialog::PlatformSettingsDialog(Session &session, QWidget *window)
    : CommandDialog(session, window), m_seen(session.snapshot()), m_domains(new QLineEdit),
      m_endpoint(new QLineEdit), m_contacts(new QPlainTextEdit)
{
    for (const QString &key : settingKeys()) {
        if (key == u"staff_domains")
            form()->addField(key, m_domains);
        else if (key == u"image_endpoint")
            form()->addField(key, m_endpoint);
        else if (key == u"support_contacts")
            form()->addField(key, m_contacts);
        else if (const auto rule = session.rules().hint(rulesOf, key))
            addNumber(key);
        else
            addSwitch(key);
    }
    m_contacts->setFixedHeight(84);
    m_contacts->setTabChangesFocus(true);
    fill();
    m_numbers[settingKeys().first()]->setFocus();
    resize(560, 720);
    retranslate();
}

void PlatformSettingsDialog::addNumber(const QString &key)
{
    auto *box = new QSpinBox;
    const FieldHint rule = session().rules().hint(rulesOf, key).value_or(FieldHint());
    box->setRange(rule.minimum, rule.maximum);
    box->setMaximumWidth(140);
    m_numbers.insert(key, box);
    form()->addField(key, box);
}

void PlatformSettingsDialog::addSwitch(const QString &key)
{
    auto *box = new QCheckBox;
    m_switches.insert(key, box);
    form()->addField(key, box);
}

void PlatformSettingsDialog::fill()
{
    const QJsonObject seen = settingsIn(*m_seen);
    for (auto it = m_numbers.cbegin(); it != m_numbers.cend(); ++it)
        (*it)->setValue(seen.value(it.key()).toInt());
    for (auto it = m_switches.cbegin(); it != m_switches.cend(); ++it)
        (*it)->setChecked(seen.value(it.key()).toBool());
    QStringList domains;
    for (const QJsonValue &domain : seen.value(u"staff_domains"_s).toArray())
        domains.append(domain.toString());
    m_domains->setText(domains.join(u", "_s));
    m_endpoint->setText(seen.value(u"image_endpoint"_s).toString());
    m_contacts->setPlainText(seen.value(u"support_contacts"_s).toString());
}

QStringList PlatformSettingsDialog::domains() const
{
    static const QRegularExpression between(uR"([\s,;，；、]+)"_s);
    QStringList domains = m_domains->text().toLower().split(between, Qt::SkipEmptyParts);
    domains.removeDuplicates();
    return domains;
}

QJsonObject PlatformSettingsDialog::values() const
{
    QJsonObject values;
    for (auto it = m_numbers.cbegin(); it != m_numbers.cend(); ++it)
        values.insert(it.key(), (*it)->value());
    for (auto it = m_switches.cbegin(); it != m_switches.cend(); ++it)
        values.insert(it.key(), (*it)->isChecked());
    values.insert(u"staff_domains"_s, QJsonArray::fromStringList(domains()));
    const QString endpoint = session().rules().trimmed(m_endpoint->text());
    values.insert(u"image_endpoint"_s, endpoint.isEmpty() ? QJsonValue() : QJsonValue(endpoint));
    values.insert(u"support_contacts"_s, session().rules().trimmed(m_contacts->toPlainText()));
    return values;
}

void PlatformSettingsDialog::check()
{
    checkRule(rulesOf, u"image_endpoint"_s, m_endpoint->text());
    checkRule(rulesOf, u"support_contacts"_s, m_contacts->toPlainText());
    // A domain is what may stand behind the @ of an address: the same on both sides.
    const QStringList typed = domains();
    const auto wrong = std::ranges::find_if(typed, [this](const QString &domain) {
        return session()
            .rules()
            .check(u"tenant_application"_s, u"contact_email"_s, u"x@"_s + domain)
            .has_value();
    });
    if (wrong != typed.end())
        form()->setError(
            u"staff_domains"_s,
            sentence(Error{
                ErrorClass::Business, u"platform_settings.staff_domain"_s, {}, {{u"domain"_s, *wrong}}}));
}

std::optional<Command> PlatformSettingsDialog::command()
{
    return makePlatformSettings(*m_seen, values());
}

void PlatformSettingsDialog::retranslate()
{
    setTexts(tr("Platform settings"),
             tr("They hold for every tenant at once. Each change is recorded with your name."), tr("Save"));
    for (const QString &key : settingKeys()) {
        form()->field(key)->setLabel(settingLabel(key));
        form()->field(key)->setHint(settingNote(key));
    }
    for (const QString &key : m_numbers.keys())
        if (!key.startsWith(u"alarm_"))
            m_numbers[key]->setSuffix(key == u"decide_target_hours" ? tr(" h") : tr(" days"));
    for (const QString &key : {u"image_endpoint"_s, u"support_contacts"_s})
        if (const auto rule = session().rules().hint(rulesOf, key))
            form()->field(key)->setHint(settingNote(key) + u' ' + sentence(*rule));
    form()
        ->field(u"staff_domains"_s)
        ->setHint(settingNote(u"staff_domains"_s) + u' ' + tr("Separated by commas."));
    m_switches[u"final_approval_of_joins"_s]->setText(tr("The platform team decides last"));
    m_switches[u"mask_contacts_of_other_tenants"_s]->setText(
        tr("Stars but for the part that was searched for"));
}

} // namespace tenantry::ui::platform

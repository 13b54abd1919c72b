// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacechoices.h"

#include "core/domain/messages.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/text.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QCoreApplication>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SpaceChoices)
};

/// A button with a line below it, in a column of its own.
QVBoxLayout *withLine(QWidget *button, QLabel *line)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(button);
    line->setContentsMargins(24, 0, 0, 0); // under the text of the button
    line->setTextInteractionFlags(Qt::NoTextInteraction);
    column->addWidget(line);
    column->addStretch();
    return column;
}

QString modulePurpose(const QString &module)
{
    if (module == u"bots")
        return Words::tr("Build agents");
    return module == u"abs" ? Words::tr("Manage data") : Words::tr("Automate work");
}

QString refusalOf(const QString &code, const QVariantMap &parameters = {})
{
    return sentence(Error{ErrorClass::Business, code, {}, parameters});
}

} // namespace

QString limitsText(const QJsonObject &limits)
{
    if (limits.isEmpty())
        return {};
    const QLocale locale;
    const QJsonValue tokens = limits.value("tokens"_L1), data = limits.value("data_gib"_L1);
    return (tokens.isDouble() ? Words::tr("%1 tokens").arg(locale.toString(tokens.toInteger()))
                              : Words::tr("unlimited tokens")) +
           u'\n' +
           (data.isDouble() ? Words::tr("%1 GiB of data").arg(locale.toString(data.toInteger()))
                            : Words::tr("unlimited data"));
}

EditionChoice::EditionChoice(const Session &session, TenantId tenant, QWidget *parent)
    : QWidget(parent), m_session(session), m_tenant(tenant)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    auto *group = new QButtonGroup(this);
    for (const QString &edition : {u"basic"_s, u"standard"_s, u"advanced"_s}) {
        auto *button = new QRadioButton;
        QLabel *limits = makeParagraph(TextStyle::Small);
        layout->addLayout(withLine(button, limits), 1);
        group->addButton(button);
        m_options.append({edition, button, limits});
    }
    m_options.first().button->setChecked(true);
    setFocusProxy(m_options.first().button);
    retranslate();
}

void EditionChoice::refresh(const Option &option)
{
    const TenantLimits limits(m_session, m_tenant);
    const QString text = limitsText(limits.editionLimits(option.edition));
    const bool within = option.edition == m_kept || limits.includesEdition(option.edition);
    option.button->setText(editionName(option.edition));
    option.limits->setText(within ? text : text + u'\n' + Words::tr("Not in your plan"));
    option.limits->setEnabled(within);
    option.button->setAccessibleName(option.button->text() + u", "_s + QString(text).replace(u'\n', u", "_s));
    setUsable(option.button, within, refusalOf(u"space.edition_beyond_plan"_s));
}

void EditionChoice::retranslate()
{
    for (const Option &option : m_options)
        refresh(option);
}

QString EditionChoice::chosen() const
{
    for (const Option &option : m_options)
        if (option.button->isChecked())
            return option.edition;
    return {};
}

void EditionChoice::choose(const QString &edition)
{
    m_kept = edition;
    for (const Option &option : m_options) {
        refresh(option);
        if (option.edition == edition) {
            option.button->setChecked(true);
            setFocusProxy(option.button);
        }
    }
}

ModuleChoice::ModuleChoice(const Session &session, TenantId tenant, QWidget *parent)
    : QWidget(parent), m_session(session), m_tenant(tenant)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    for (const QString &module : {u"bots"_s, u"abs"_s, u"automan"_s}) {
        auto *box = new QCheckBox;
        QLabel *purpose = makeParagraph(TextStyle::Small);
        layout->addLayout(withLine(box, purpose), 1);
        m_options.append({module, box, purpose});
        connect(box, &QCheckBox::toggled, this, &ModuleChoice::changed);
    }
    setFocusProxy(m_options.first().box);
    retranslate();
}

void ModuleChoice::retranslate()
{
    const TenantLimits limits(m_session, m_tenant);
    for (const Option &option : m_options) {
        const bool within = m_kept.contains(option.module) || limits.includesModule(option.module);
        option.box->setText(moduleName(option.module));
        option.purpose->setText(within ? modulePurpose(option.module) : Words::tr("Not in your plan"));
        option.box->setAccessibleName(option.box->text() + u", "_s + modulePurpose(option.module));
        setUsable(option.box, within,
                  refusalOf(u"space.module_beyond_plan"_s, {{u"module"_s, option.module}}));
    }
}

QStringList ModuleChoice::chosen() const
{
    QStringList modules;
    for (const Option &option : m_options)
        if (option.box->isChecked())
            modules.append(option.module);
    return modules;
}

void ModuleChoice::choose(const QStringList &modules)
{
    m_kept = modules;
    for (const Option &option : m_options)
        option.box->setChecked(modules.contains(option.module));
    retranslate();
}

} // namespace tenantry::ui::spaces

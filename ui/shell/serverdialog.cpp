// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/serverdialog.h"

#include "core/domain/messages.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

using server::ServerProfile;
using server::Transport;

namespace
{

const auto authorityOption = u"sslrootcert"_s;


} // namespace

ServerDialog::ServerDialog(ServerProfile profile, QStringList taken, QWidget *parent)
    : QDialog(parent), m_profile(std::move(profile)), m_taken(std::move(taken)), m_title(makeLabel(TextStyle::Heading)), m_form(new Form),
      m_name(new QLineEdit), m_host(new QLineEdit), m_port(new QLineEdit), m_database(new QLineEdit), m_role(new QLineEdit), m_accounts(new QLineEdit),
      m_transport(new QComboBox), m_authority(new QLineEdit), m_browse(makeButton(ButtonStyle::Default)), m_unverified(new QCheckBox),
      m_save(makeButton(ButtonStyle::Primary)), m_cancel(makeButton(ButtonStyle::Default))
{
    addFields();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 22, 24, 20);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addWidget(m_form);
    layout->addLayout(buttons);
    setMinimumWidth(520);
    m_save->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_browse->setAutoDefault(false);
    connect(m_save, &QPushButton::clicked, this, &ServerDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_transport, &QComboBox::currentIndexChanged, this, &ServerDialog::refreshProtection);
    connect(m_host, &QLineEdit::textChanged, this, &ServerDialog::refreshProtection);
    connect(m_browse, &QPushButton::clicked, this, [this] {
        auto *chooser = new QFileDialog(this, tr("Certificate of the authority"), m_authority->text());
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        chooser->setNameFilter(tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
        connect(chooser, &QFileDialog::fileSelected, m_authority, &QLineEdit::setText);
        chooser->open();
    });
    retranslate();
    fill();
    m_name->setFocus();
}

QWidget *ServerDialog::makeFileRow()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_authority, 1);
    layout->addWidget(m_browse);
    row->setFocusProxy(m_authority);
    return row;
}

void ServerDialog::addFields()
{
    for (QLineEdit *edit : {m_name, m_host, m_port, m_database, m_role, m_accounts, m_authority})
        edit->setMaxLength(1'000);
    m_form->addField(u"name"_s, m_name);
    m_form->addField(u"host"_s, m_host);
    m_form->addField(u"port"_s, m_port);
    m_form->addField(u"database"_s, m_database);
    m_form->addField(u"role"_s, m_role);
    m_form->addField(u"accounts"_s, m_accounts);
    for (const Transport transport : {Transport::Verified, Transport::Automatic, Transport::Encrypted, Transport::Plain})
        m_transport->addItem(QString(), int(transport));
    m_form->addField(u"transport"_s, m_transport);
    m_form->addWidget(m_unverified);
    m_form->addField(u"sslrootcert"_s, makeFileRow());
}

void ServerDialog::fill()
{
    m_name->setText(m_profile.name);
    m_host->setText(m_profile.host);
    m_port->setText(m_profile.port);
    m_database->setText(m_profile.database);
    m_role->setText(m_profile.role);
    m_accounts->setText(m_profile.accounts);
    m_transport->setCurrentIndex(m_transport->findData(int(m_profile.transport)));
    m_authority->setText(m_profile.options.value(authorityOption));
    m_unverified->setChecked(m_profile.allowUnverified);
    refreshProtection();
}

ServerProfile ServerDialog::entered() const
{
    ServerProfile profile = m_profile;
    profile.name = m_name->text().trimmed();
    profile.host = m_host->text().trimmed();
    profile.port = m_port->text().trimmed();
    profile.database = m_database->text().trimmed();
    profile.role = m_role->text().trimmed();
    profile.accounts = m_accounts->text().trimmed();
    profile.transport = Transport(m_transport->currentData().toInt());
    const bool isVerified = profile.transport == Transport::Verified || profile.transport == Transport::Automatic;
    profile.allowUnverified = !isVerified && m_unverified->isChecked();
    profile.options.remove(authorityOption);
    if (const QString file = m_authority->text().trimmed(); isVerified && !file.isEmpty())
        profile.options.insert(authorityOption, file);
    return profile;
}

// What doesn't apply isn't there: the file where nothing is verified, the consent where nothing is given up.
void ServerDialog::refreshProtection()
{
    const auto transport = Transport(m_transport->currentData().toInt());
    const bool isVerified = transport == Transport::Verified || transport == Transport::Automatic;
    m_form->field(u"sslrootcert"_s)->setVisible(isVerified);
    m_unverified->setVisible(!isVerified && !entered().isLocal());
}

void ServerDialog::setError(const QString &field, const QString &message)
{
    m_form->setError(field, message);
}

void ServerDialog::save()
{
    m_form->clearErrors();
    const ServerProfile profile = entered();
    for (const Error &error : profile.check())
        m_form->setError(error.field, sentence(error));
    if (m_taken.contains(profile.name, Qt::CaseInsensitive))
        m_form->setError(u"name"_s, tr("Another server has this name."));
    if (!m_form->hasErrors())
        Q_EMIT saveRequested(profile);
}

void ServerDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ServerDialog::retranslate()
{
    const bool isNew = m_profile.name.isEmpty();
    setWindowTitle(isNew ? tr("Add a server") : tr("Server"));
    m_title->setText(isNew ? tr("Add a server") : tr("Edit %1").arg(m_profile.name));
    const auto label = [this](const QString &field, const QString &text, const QString &hint, bool required = false) {
        m_form->field(field)->setLabel(text, required);
        m_form->field(field)->setHint(hint);
    };
    label(u"name"_s, tr("Name"), tr("As you want to see it in the list, at most 50 characters."), true);
    label(u"host"_s, tr("Host"), tr("Name or address, or the folder of a socket on this machine."), true);
    label(u"port"_s, tr("Port"), tr("5432 where nothing is entered."));
    label(u"database"_s, tr("Database"), {}, true);
    label(u"role"_s, tr("E-mail or sign-in name"), tr("Can be entered when signing in."));
    label(u"accounts"_s, tr("Address for accounts"), tr("https://…, where people register and sign in by e-mail. Your administrator knows it."));
    label(u"transport"_s, tr("Protection of the connection"), {});
    label(u"sslrootcert"_s, tr("Certificate of the authority"), tr("A PEM file; where nothing is entered, the file that libpq finds in the usual place."));
    m_authority->setAccessibleName(tr("Certificate of the authority"));
    const QStringList protections{tr("TLS, certificate and name verified"), tr("Automatic: verified to other machines, free on this one"),
                                  tr("TLS, certificate not verified"), tr("None")};
    for (int i = 0; i < protections.size(); ++i)
        m_transport->setItemText(i, protections.at(i));
    m_unverified->setText(tr("I accept that nobody checks who the server is"));
    m_browse->setText(tr("Browse…"));
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace tenantry::ui

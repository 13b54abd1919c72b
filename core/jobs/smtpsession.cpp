// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/smtpsession.h"

#include <curl/curl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>

namespace tenantry::jobs {

using namespace Qt::StringLiterals;

namespace {

/// What libcurl reads from.
struct Source
{
    QByteArray bytes;
    qsizetype position = 0;
};

size_t give(char *to, size_t size, size_t count, void *given)
{
    auto *source = static_cast<Source *>(given);
    const qsizetype length = std::min(qsizetype(size * count), source->bytes.size() - source->position);
    std::copy_n(source->bytes.constData() + source->position, length, to);
    source->position += length;
    return size_t(length);
}

/// Whoever hangs is not waited for, not even to say goodbye.
void cut(SmtpSession::Wire &wire)
{
    if (wire.socket >= 0)
        ::shutdown(wire.socket, SHUT_RDWR);
}

int stopIfCancelled(void *given, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    auto *wire = static_cast<SmtpSession::Wire *>(given);
    if (!wire->cancelled)
        return 0;
    cut(*wire);
    return 1;
}

int opened(void *given, curl_socket_t socket, curlsocktype)
{
    static_cast<SmtpSession::Wire *>(given)->socket = socket;
    return CURL_SOCKOPT_OK;
}

int closed(void *given, curl_socket_t socket)
{
    static_cast<SmtpSession::Wire *>(given)->socket = -1;
    return ::close(socket);
}

QByteArray urlOf(const MailSettings &settings)
{
    const QByteArray scheme = settings.security == MailSettings::Security::Tls ? "smtps://" : "smtp://";
    const QString host = settings.host.contains(u':') ? u'[' + settings.host + u']' : settings.host;
    return scheme + host.toUtf8() + ':' + QByteArray::number(settings.port);
}

} // namespace

void SmtpSession::Closer::operator()(void *handle) const
{
    curl_easy_cleanup(handle);
}

SmtpSession::SmtpSession(MailSettings settings, Patience patience)
    : m_settings(std::move(settings)), m_patience(patience)
{
    // Of the whole program, and only once.
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    m_curl.reset(curl_easy_init());
}

SmtpSession::~SmtpSession()
{
    if (m_wire.cancelled)
        cut(m_wire);
}

void SmtpSession::prepare(const MailMessage &message)
{
    CURL *curl = m_curl.get();
    curl_easy_reset(curl); // keeps the connection
    curl_easy_setopt(curl, CURLOPT_URL, urlOf(m_settings).constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(
        curl, CURLOPT_USE_SSL,
        long(m_settings.security == MailSettings::Security::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, long(CURL_SSLVERSION_TLSv1_2));
    if (m_settings.allowUnverified) {
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    } else if (!m_settings.authorities.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_CAINFO, m_settings.authorities.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_CAPATH, nullptr);
    }
    if (!m_settings.user.isEmpty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, m_settings.user.toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, m_settings.password.toUtf8().constData());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, QByteArray('<' + message.from.toUtf8() + '>').constData());
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(m_patience.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(m_patience.whole.count()));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, stopIfCancelled);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &m_wire);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTFUNCTION, opened);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTDATA, &m_wire);
    curl_easy_setopt(curl, CURLOPT_CLOSESOCKETFUNCTION, closed);
    curl_easy_setopt(curl, CURLOPT_CLOSESOCKETDATA, &m_wire);
    // Also how long its answer to our goodbye is waited for, which the whole time does not cover.
    curl_easy_setopt(curl, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                     long(std::chrono::ceil<std::chrono::seconds>(m_patience.whole / 2).count()));
}

Result<void> SmtpSession::send(const MailMessage &message)
{
    if (!m_curl || m_wire.cancelled)
        return failure(ErrorClass::Network, u"mail.cancelled"_s, {{u"reply"_s, 0}});
    prepare(message);
    Source source{message.toBytes()};
    curl_easy_setopt(m_curl.get(), CURLOPT_READDATA, &source);
    curl_slist *recipients =
        curl_slist_append(nullptr, QByteArray('<' + message.to.toUtf8() + '>').constData());
    curl_easy_setopt(m_curl.get(), CURLOPT_MAIL_RCPT, recipients);
    const CURLcode code = curl_easy_perform(m_curl.get());
    curl_slist_free_all(recipients);
    if (code == CURLE_OK)
        return {};
    return tl::unexpected(errorOf(code));
}

Error SmtpSession::errorOf(int code) const
{
    long reply = 0;
    curl_easy_getinfo(m_curl.get(), CURLINFO_RESPONSE_CODE, &reply);
    const QVariantMap parameters{{u"reply"_s, int(reply)}};
    switch (code) {
    case CURLE_ABORTED_BY_CALLBACK:
        return {ErrorClass::Network, u"mail.cancelled"_s, {}, parameters};
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_USE_SSL_FAILED:
        return {ErrorClass::Network, u"mail.untrusted"_s, {}, parameters};
    case CURLE_LOGIN_DENIED:
        return {ErrorClass::Network, u"mail.sign_in_refused"_s, {}, parameters};
    case CURLE_SEND_ERROR:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_QUOTE_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_GOT_NOTHING:
        // The sender, the recipient or the text was refused; with another reply it was the connection.
        if (reply >= 500 && reply <= 599)
            return {ErrorClass::Network, u"mail.rejected"_s, {}, parameters};
        if (reply >= 400 && reply != 421 && reply <= 499)
            return {ErrorClass::Network, u"mail.delayed"_s, {}, parameters};
        break;
    default:
        break;
    }
    return {ErrorClass::Network, u"mail.unreachable"_s, {}, parameters};
}

bool isOfTheWay(const Error &error)
{
    return error.code != u"mail.rejected" && error.code != u"mail.delayed";
}

} // namespace tenantry::jobs

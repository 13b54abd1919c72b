// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/sentences.h"

#include <QtGlobal>

#define SENTENCE(text) QT_TRANSLATE_NOOP("messages", text)

namespace tenantry {

const QList<Sentence> &faultSentences()
{
    static const QList<Sentence> table{
        // The server
        {"server.connection_lost",
         SENTENCE("The connection to the server was lost. What you do is kept and sent later.")},
        {"server.unreachable",
         SENTENCE("The server can't be reached. Check the network; the console keeps trying.")},
        {"server.sign_in_refused", SENTENCE("Sign-in was refused. Check name and password.")},
        {"server.busy", SENTENCE("The server is busy. The console tries again by itself.")},
        {"server.read_only",
         SENTENCE("The server accepts no changes at the moment. What you do is kept and sent later.")},
        {"server.cancelled", SENTENCE("Cancelled.")},
        {"server.untrusted",
         SENTENCE("The server's identity could not be verified. Ask whoever runs it; don't sign in.")},
        {"server.failed",
         SENTENCE("The server reported a fault. Try again; if it stays, tell your administrator.")},
        {"server.fault", SENTENCE("The server reported a fault. Tell your administrator this number: {id}.")},
        {"server.refused_access", SENTENCE("Your account may not do this, or is not active any more.")},
        {"server.tls_required", SENTENCE("A server on another machine needs an encrypted connection (TLS).")},
        {"server.driver_missing", SENTENCE("The PostgreSQL driver of Qt is not installed.")},
        {"server.no_transaction", SENTENCE("The server could not begin a transaction. Try again.")},
        {"profile.malformed", SENTENCE("This server profile can't be read. Make it again.")},
        {"profile.environment",
         SENTENCE("The settings in the environment (PG…) don't make a usable server profile.")},
        {"private_server.no_binaries",
         SENTENCE("PostgreSQL is not installed on this machine. Install it, then start again.")},
        {"private_server.no_account",
         SENTENCE("There is no account under which the private server could run.")},
        {"private_server.folder",
         SENTENCE("The folder of the private server can't be used. Check its rights and the free space.")},
        {"private_server.socket_path_too_long",
         SENTENCE("The path of the private server's socket is too long. Choose a shorter data folder.")},
        {"private_server.initdb_failed",
         SENTENCE("The private server's data could not be made. The log says why: {log}.")},
        {"private_server.program_failed",
         SENTENCE("PostgreSQL's program {program} can't be started. Install PostgreSQL again.")},
        {"private_server.start_failed",
         SENTENCE("The private server ended while it started. The log says why: {log}.")},
        {"private_server.start_slow",
         SENTENCE("The private server takes too long to start. The log may say why: {log}.")},
        {"private_server.previous_still_runs",
         SENTENCE("An earlier private server (process {pid}) does not end. End it, then start again.")},
        {"private_server.keeps_ending",
         SENTENCE("The private server ends again and again. The log says why: {log}.")},
        {"private_server.holder_silent", SENTENCE("Another console runs the private server, but it does not "
                                                  "become ready. Close it, then start again.")},
        {"private_server.aborted", SENTENCE("The start of the private server was given up.")},
        // The schema
        {"schema.not_installed", SENTENCE("This database has no schema yet. Install it first.")},
        {"schema.newer", SENTENCE("The server's schema is newer than this program. Update the console.")},
        {"schema.locale", SENTENCE("The database must use UTF-8 and the locale C.UTF-8.")},
        {"schema.files", SENTENCE("The schema's files are incomplete. Install the program again.")},
        {"schema.step_changed",
         SENTENCE("A step of the schema was changed after it had run. Install the program again.")},
        {"schema.file_failed", SENTENCE("A file of the schema could not be run. Tell your administrator.")},
        // Local data and keys
        {"store.corrupt", SENTENCE("The local data are damaged. They are fetched again from the server.")},
        {"store.failed", SENTENCE("The local data can't be read or written. Check the disk.")},
        {"store.full", SENTENCE("The disk is full. Free some space; what you typed is kept.")},
        {"row.malformed",
         SENTENCE("The server sent a row that this console can't read. Update the console.")},
        {"answer.malformed",
         SENTENCE("The server sent an answer that this console can't read. Update the console.")},
        {"seal.damaged",
         SENTENCE("Local data were changed or damaged. They are fetched again from the server.")},
        {"keychain.unavailable",
         SENTENCE("There is no keychain on this system. Protect the local data with a passphrase instead.")},
        {"keystore.locked", SENTENCE("The local data are locked. Enter your passphrase.")},
        {"keystore.wrong_passphrase", SENTENCE("The passphrase is wrong.")},
        {"keystore.damaged",
         SENTENCE("The file of keys is damaged. Sign in again; the local data are fetched anew.")},
        {"keystore.missing",
         SENTENCE("The file of keys is missing. Sign in again; the local data are fetched anew.")},
        {"keystore.newer", SENTENCE("The file of keys was made by a newer program. Update the console.")},
        {"keystore.busy", SENTENCE("Another console is using the keys. Close it or wait.")},
        {"keystore.no_memory", SENTENCE("Too little memory to open the keys. Close other programs.")},
        {"keystore.not_written", SENTENCE("The keys could not be stored. Check the disk.")},
        {"keys.locked", SENTENCE("The local data are locked. Unlock them first.")},
        {"keys.none", SENTENCE("There is no key for the local data yet. Sign in first.")},
        {"keys.damaged",
         SENTENCE("The keys of the local data are damaged. Sign in again; the data are fetched anew.")},
        {"keys.unreachable", SENTENCE("The keychain does not answer. Unlock it, then try again.")},
        {"keys.not_written", SENTENCE("The keys could not be stored. Check the disk and the keychain.")},
        {"keys.not_removed", SENTENCE("The keys could not be removed from the keychain. Remove them there.")},
        {"password.contains_own_data", SENTENCE("The password must not contain the name or the e-mail.")},
        {"password.repeated_wrong", SENTENCE("The two passwords differ.")},
        {"terminal.no_input", SENTENCE("The input ended too early.")},
        {"password.unusable",
         SENTENCE("This password holds characters that can't be used. Choose another one.")},
    };
    return table;
}

} // namespace tenantry

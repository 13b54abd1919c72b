#!/usr/bin/python3
# SPDX-FileCopyrightText: Tenantry contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# A real mail server for tests: smtpserver.py FOLDER MODE [CERTIFICATE KEY] [USER PASSWORD]
# Prints "PORT n". Every mail that it takes is a file in FOLDER: the recipient in the first line, then the mail.
# MODE: take; reject (550) or delay (451) recipients whose name begins with "person1@"; hang: never answers the text of a mail.
# SMTP_PORT: where it listens, else anywhere. With a certificate STARTTLS is required; with a user, sign-in too.
import asyncio, os, ssl, sys, time
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

folder, mode = sys.argv[1:3]


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("person1@") and mode in ("reject", "delay"):
            return "550 5.1.1 nobody here" if mode == "reject" else "451 4.7.1 come back later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if mode == "hang":
            await asyncio.Event().wait()
        name = os.path.join(folder, f"{time.time_ns():020}-{os.getpid()}")  # in order, also across restarts
        with open(name + ".part", "wb") as file:
            file.write(envelope.rcpt_tos[0].encode() + b"\n" + envelope.original_content)
        os.rename(name + ".part", name + ".eml")
        return "250 taken"


def authenticate(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and [data.login.decode(), data.password.decode()] == sys.argv[5:7]
    return AuthResult(success=good, handled=good)


arguments = {}
if len(sys.argv) > 4:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[3], sys.argv[4])
    arguments = {"tls_context": context, "require_starttls": True}
if len(sys.argv) > 6:
    arguments |= {"authenticator": authenticate, "auth_required": True}
controller = Controller(Handler(), hostname="127.0.0.1", port=0, **arguments)


async def serve():
    port = int(os.environ.get("SMTP_PORT", "0"))
    server = await asyncio.get_running_loop().create_server(controller.factory, "127.0.0.1", port)
    print("PORT", server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())

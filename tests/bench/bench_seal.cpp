// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Sealing, in rows a second: single rows of 150 bytes, pages of 500 rows, and what surrounds them.
#include "core/security/keyeddigest.h"
#include "core/security/passphrasefile.h"
#include "core/security/scram.h"
#include "core/security/sealerset.h"

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

using namespace tenantry;

namespace
{

constexpr int rows = 1'000'000;
constexpr int rowSize = 150;
constexpr int rowsPerPage = 500;
constexpr int rounds = 5;

/// Median of a few rounds, in seconds of processor time: one thread works, and others may use the machine.
double seconds(const std::function<void()> &work, int count = rounds)
{
    std::vector<double> times;
    for (int i = 0; i < count; ++i) {
        const std::clock_t start = std::clock();
        work();
        times.push_back(double(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::nth_element(times.begin(), times.begin() + times.size() / 2, times.end());
    return times[times.size() / 2];
}

void printRate(const char *what, double time)
{
    std::printf("%-44s %6.2f M rows/s\n", what, rows / time / 1e6);
}

void printTime(const char *what, double time)
{
    std::printf("%-44s %9.3f ms\n", what, time * 1e3);
}

void benchRows(SealerSet &sealers)
{
    const QByteArray plain(rowSize, 'x');
    const QByteArray associated(34, 'a'); // replica, kind, id
    std::vector<QByteArray> sealed(rows);
    printRate("seal, 150 bytes", seconds([&] {
                  for (QByteArray &row : sealed)
                      row = sealers.seal(plain, associated).value();
              }));
    printRate("open, 150 bytes", seconds([&] {
                  for (const QByteArray &row : sealed)
                      (void)sealers.open(row, associated).value();
              }));
    std::printf("%-44s %6lld bytes\n", "overhead of the last row", static_cast<long long>(sealed.back().size() - rowSize));
}

void benchPages(SealerSet &sealers)
{
    const QByteArray plain(rowSize * rowsPerPage, 'x');
    std::vector<QByteArray> sealed(rows / rowsPerPage);
    printRate("seal, pages of 500 rows", seconds([&] {
                  for (QByteArray &page : sealed)
                      page = sealers.seal(plain, "page").value();
              }));
    printRate("open, pages of 500 rows", seconds([&] {
                  for (const QByteArray &page : sealed)
                      (void)sealers.open(page, "page").value();
              }));
}

} // namespace

int main()
{
    const SecretBytes key = SecretBytes::random(Sealer::keySize);
    auto sealers = SealerSet::create(key.clone(), {});
    benchRows(*sealers);
    benchPages(*sealers);
    auto digest = KeyedDigest::create(key, "bench");
    printRate("digest of sealed rows, 172 bytes", seconds([&] {
                  const QByteArray row(172, 'x');
                  for (int i = 0; i < rows; ++i)
                      digest->add(row);
                  (void)digest->finish();
              }));
    printTime("an opening (new subkey)", seconds([&] { (void)SealerSet::create(key.clone(), {}).value(); }, 101));
    printTime("SCRAM verifier, 15,000 iterations",
              seconds([] { (void)scram::makeVerifier(QStringLiteral("correct horse battery")).value(); }));
    printTime("passphrase (scrypt)",
              seconds([] { (void)derivePassphraseKey(SecretBytes::copyOf("passphrase")).value(); }));
}

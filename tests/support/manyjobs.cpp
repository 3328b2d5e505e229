// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/manyjobs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <span>

namespace tallyman::test {

using namespace std::chrono_literals;

// `#` stands for a number, `@` for a word.
struct Producer {
    const char *provider;
    int weight; // of a thousand jobs, about
    double typicalSeconds;
    int items; // how many a job has at the most; 0: it does not say
    std::array<const char *, 4> names;
    std::array<const char *, 3> errors;
};

namespace {

constexpr qint64 days = 400;
// The newest jobs are not all done yet: a hundredth of them, and no more than a service has at a time.
constexpr qint64 unfinishedAtMost = 2000;

constexpr Producer producers[] = {
    {"songmap",
     300,
     12,
     0,
     {"track_#.wav", "live_set_#.flac", "demo_#.mp3", "@ session #.aiff"},
     {"Unsupported sample format: 24-bit big endian", "Beat tracking found no onsets",
      "Decoder gave up at #"}},
    {"comics",
     190,
     95,
     400,
     {"tag_batch_#", "The Long @ #.cbz", "@ Quarterly #.cbr", "rescan shelf #"},
     {"3 of 40 files have no ComicInfo.xml", "Archive is encrypted",
      "Rate limit of the catalogue: wait # s"}},
    {"video",
     140,
     640,
     0,
     {"Interview, camera #", "lecture-#.mp4", "@ cut #", "subtitles for clip #"},
     {"ffmpeg exited with 1: moov atom not found", "Out of memory at frame #", "No audio stream"}},
    {"vsphere",
     95,
     2900,
     12,
     {"Export web-#", "Export db-#", "Migrate build-#", "Snapshot @-#"},
     {"Snapshot could not be consolidated: datastore is full", "Connection to host lost after 3 attempts",
      "VM # is locked by another task"}},
    {"nightly",
     80,
     180,
     0,
     {"backup.sh #", "rotate-logs #", "reindex @ #", "verify-backup #"},
     {"rsync: write failed: No space left on device (28)", "Exit status #", "Checksum differs in block #"}},
    {"proxmox",
     60,
     1500,
     8,
     {"vzdump ct-#", "Restore vm-#", "Clone @-#", "Replicate disk #"},
     {"storage 'backup' is not online", "got timeout after # s", "unable to acquire lock"}},
    {"reports",
     45,
     45,
     0,
     {"Invoice run #", "@ report #", "Quarterly figures #", "Mahnlauf Köln #"},
     {"Template @ has no page #", "Query ran longer than 30 s", "Printer queue is full"}},
    {"thumbnails",
     40,
     3,
     2000,
     {"album # previews", "IMG_#.heic", "@ gallery #", "scan-#.tiff"},
     {"Cannot read EXIF of IMG_#", "Image is truncated", "Colour profile is broken"}},
    {"mail",
     25,
     8,
     500,
     {"Newsletter #", "digest for list #", "@ campaign #", "bounce sweep #"},
     {"421 too many connections", "550 mailbox # unavailable", "TLS handshake failed"}},
    {"ocr",
     15,
     260,
     600,
     {"folder #.pdf", "Akte # (gescannt)", "@ archive #", "letter-#.pdf"},
     {"Page # is blank", "Language data for 'deu' is missing", "Resolution below 150 dpi"}},
    {"ml-train",
     6,
     14400,
     100,
     {"train @-v#", "evaluate run #", "sweep # of @", "export onnx #"},
     {"CUDA out of memory", "loss is NaN at step #", "worker # was preempted"}},
    {"etl",
     4,
     700,
     0,
     {"load sales_#", "merge customers #", "@ import #", "dedupe table_#"},
     {"duplicate key value violates constraint \"pk_#\"", "column count differs in line #",
      "source @ did not answer"}},
};

constexpr const char *words[] = {"Harbour", "Meadow",  "Cobalt", "Lantern", "Juniper", "Falcon",  "Granite",
                                 "Willow",  "Saffron", "Beacon", "Copper",  "Orchid",  "Summit",  "Tundra",
                                 "Velvet",  "Zephyr",  "Amber",  "Breeze",  "Cedar",   "Delta",   "Ember",
                                 "Fjord",   "Glacier", "Hazel",  "Indigo",  "Jasper",  "Kestrel", "Lagoon",
                                 "Mosaic",  "Nimbus",  "Osprey", "Prairie"};

constexpr const char *users[] = {"ann",    "bob",   "eve",   "käthe", "mallory", "trent", "peggy",  "victor",
                                 "walter", "zoë",   "alice", "carol", "dave",    "erin",  "frank",  "grace",
                                 "heidi",  "ivan",  "judy",  "ken",   "leo",     "mia",   "nina",   "oscar",
                                 "paul",   "quinn", "rosa",  "sven",  "tina",    "uwe",   "vera",   "will",
                                 "xenia",  "yuki",  "zara",  "björn", "chloé",   "søren", "ci-bot", "cron"};

const Producer &producerOf(qint64 ofThousand)
{
    for (const Producer &producer : producers) {
        ofThousand -= producer.weight;
        if (ofThousand < 0)
            return producer;
    }
    return producers[0];
}

void expand(std::string &text, const char *pattern, qint64 number, const char *word)
{
    text.clear();
    for (const char *c = pattern; *c; ++c) {
        if (*c == '#') {
            std::array<char, 24> digits{};
            std::snprintf(digits.data(), digits.size(), "%04lld", static_cast<long long>(number));
            text += digits.data();
        } else if (*c == '@') {
            text += word;
        } else {
            text += *c;
        }
    }
}

} // namespace

ManyJobs::ManyJobs(qint64 count, Timestamp end)
    : m_count(count)
    , m_end(end)
{
}

const PlainJob &ManyJobs::next()
{
    const Producer &producer = producerOf(below(1000));
    const qint64 user = below(40);
    m_job.provider = below(100) == 0 ? "" : producer.provider;
    m_job.user = below(50) == 0 ? "" : users[user * below(40) / 39]; // the first ones most
    m_job.status = JobStatus::Pending;
    m_job.progress = 0.0;
    m_job.retryCount = 0;
    setTimes(producer.typicalSeconds);
    setId();
    setNames(producer);
    setOutcome(producer);
    ++m_index;
    return m_job;
}

// splitmix64: https://prng.di.unimi.it/splitmix64.c
quint64 ManyJobs::random()
{
    quint64 z = (m_state += 0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

qint64 ManyJobs::below(qint64 limit)
{
    return static_cast<qint64>(random() % static_cast<quint64>(limit));
}

double ManyJobs::share()
{
    return static_cast<double>(random() >> 11) / 9007199254740992.0;
}

// As JobId::generate makes them, but the same each time.
void ManyJobs::setId()
{
    const quint64 ms = static_cast<quint64>(m_job.createdAt.time_since_epoch().count());
    const quint64 low = random();
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%08llx-%04llx-7%03llx-%04llx-%012llx", ms >> 16, ms & 0xffff,
                  random() & 0xfff, 0x8000 | (low >> 50), low & 0xffffffffffff);
    m_job.id = text.data();
}

void ManyJobs::setTimes(double typicalSeconds)
{
    const qint64 whole = std::chrono::milliseconds(days * 24h).count();
    const double step = static_cast<double>(whole) / static_cast<double>(m_count);
    // Within its own step, so that they come in the order of their times.
    const auto at = static_cast<qint64>((static_cast<double>(m_index) + share()) * step);
    m_job.createdAt = m_end - std::chrono::milliseconds{whole - std::min(at, whole - 1)};
    m_job.startedAt = m_job.createdAt + std::chrono::milliseconds{below(60000)};
    const double spread = std::exp(3.0 * (share() - 0.6)); // most below the typical, some far above
    m_job.completedAt =
        *m_job.startedAt + std::chrono::milliseconds{static_cast<qint64>(1000.0 * typicalSeconds * spread)};
}

void ManyJobs::setNames(const Producer &producer)
{
    const char *word = words[below(32)];
    expand(m_job.name, producer.names[static_cast<std::size_t>(below(4))], below(100000), word);
    m_job.totalItems.reset();
    if (producer.items)
        m_job.totalItems = 1 + below(producer.items);
    m_job.totalSize.reset();
    m_job.filesCount.reset();
    if (below(3)) {
        m_job.totalSize = static_cast<qint64>(std::exp(8.0 + 17.0 * share()));
        m_job.filesCount = 1 + below(40);
    }
    m_job.input = std::string("/srv/") + producer.provider + "/in/" + m_job.name;
    m_job.metadata = below(2) ? std::string(R"({"host":"node-)") + std::to_string(below(24)) + R"("})" : "";
}

void ManyJobs::setOutcome(const Producer &producer)
{
    const bool recent = m_count - m_index <= std::min(unfinishedAtMost, m_count / 100 + 5);
    const double dice = share();
    m_job.error.clear();
    m_job.output.clear();
    m_job.heartbeatAt = m_job.completedAt;
    if (recent && dice < 0.4) {
        m_job.startedAt.reset();
        m_job.completedAt.reset();
        m_job.heartbeatAt.reset();
    } else if (recent && dice < 0.8) {
        m_job.status = JobStatus::Running;
        m_job.progress = 0.05 + 0.9 * share();
        m_job.completedAt.reset();
        m_job.heartbeatAt = m_end;
    } else if (dice < 0.88) {
        m_job.status = JobStatus::Completed;
        m_job.progress = 1.0;
        m_job.output = std::string("/srv/") + producer.provider + "/out/" + m_job.name + ".json";
    } else if (dice < 0.97) {
        m_job.status = JobStatus::Failed;
        m_job.progress = share();
        m_job.retryCount = static_cast<int>(below(4));
        expand(m_job.error, producer.errors[static_cast<std::size_t>(below(3))], below(1000),
               words[below(32)]);
    } else {
        m_job.status = JobStatus::Cancelled;
        m_job.progress = share();
    }
    for (auto *time : {&m_job.startedAt, &m_job.completedAt, &m_job.heartbeatAt}) {
        if (*time && **time > m_end)
            *time = m_end;
    }
    m_job.processedItems =
        m_job.totalItems ? static_cast<qint64>(static_cast<double>(*m_job.totalItems) * m_job.progress) : 0;
}

} // namespace tallyman::test

-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1. Times are ISO 8601 text in UTC with milliseconds; absent texts are NULL, so that the partial
-- indexes stay small.
--
-- Two habits that halve the cost of a change: OR rather than IN (a list of more than two is put into a table
-- each time that a CHECK or WHEN is evaluated), and OR FAIL where a statement of a trigger cannot fail (else
-- SQLite keeps a copy of every page that the whole statement changes, to be able to take it back alone).

CREATE TABLE jobs (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL DEFAULT '',
    provider TEXT,
    user TEXT,
    status TEXT NOT NULL DEFAULT 'pending'
        CHECK (status = 'pending' OR status = 'running' OR status = 'completed' OR status = 'failed'
            OR status = 'cancelled'),
    progress REAL NOT NULL DEFAULT 0 CHECK (progress >= 0 AND progress <= 1),
    total_items INTEGER,
    processed_items INTEGER NOT NULL DEFAULT 0,
    retry_count INTEGER NOT NULL DEFAULT 0,
    max_retries INTEGER NOT NULL DEFAULT 3,
    total_size INTEGER,
    files_count INTEGER,
    created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    queued_at TEXT,
    started_at TEXT,
    completed_at TEXT,
    expires_at TEXT,
    heartbeat_at TEXT
);
CREATE INDEX jobs_status ON jobs (status);
CREATE INDEX jobs_provider ON jobs (provider) WHERE provider IS NOT NULL;
CREATE INDEX jobs_user ON jobs (user) WHERE user IS NOT NULL;
CREATE INDEX jobs_created_at ON jobs (created_at);
CREATE INDEX jobs_expires_at ON jobs (expires_at) WHERE expires_at IS NOT NULL;

-- The wide columns, apart from the narrow row that every progress report rewrites.
CREATE TABLE job_payload (
    seq INTEGER PRIMARY KEY,
    input TEXT,
    output TEXT,
    error TEXT,
    options TEXT,
    result TEXT,
    metadata TEXT,
    progress_details TEXT,
    webhook TEXT
);

CREATE TABLE job_results (
    seq INTEGER NOT NULL,
    item_no INTEGER NOT NULL,
    item TEXT NOT NULL,
    success INTEGER NOT NULL,
    error TEXT,
    details TEXT,
    PRIMARY KEY (seq, item_no),
    UNIQUE (seq, item)
) WITHOUT ROWID;

-- The change feed: "what is newer than rev N?". Trimmed at its old end; the newest row always stays, so a
-- rev is never used again. op: 1 insert, 2 update, 3 delete.
CREATE TABLE job_changes (
    rev INTEGER PRIMARY KEY,
    seq INTEGER NOT NULL,
    op INTEGER NOT NULL
);

-- The timeline: status changes, kept as long as their job.
CREATE TABLE job_events (
    seq INTEGER NOT NULL,
    event_no INTEGER NOT NULL,
    at TEXT NOT NULL,
    from_status TEXT NOT NULL,
    to_status TEXT NOT NULL,
    error TEXT,
    PRIMARY KEY (seq, event_no)
) WITHOUT ROWID;

-- Counters by provider and status. `present` follows the rows; the others count ends for good, and only a
-- retry takes its job's end back.
CREATE TABLE job_totals (
    provider TEXT NOT NULL,
    status TEXT NOT NULL,
    present INTEGER NOT NULL DEFAULT 0,
    ended INTEGER NOT NULL DEFAULT 0,
    timed INTEGER NOT NULL DEFAULT 0,
    duration_ms INTEGER NOT NULL DEFAULT 0,
    slow INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (provider, status)
) WITHOUT ROWID;

-- Ends by the hour in which they happened and the time they took. `bucket` is a row of duration_buckets,
-- 0 for ends without a start.
CREATE TABLE job_rollups (
    hour TEXT NOT NULL,
    provider TEXT NOT NULL,
    status TEXT NOT NULL,
    bucket INTEGER NOT NULL,
    ended INTEGER NOT NULL DEFAULT 0,
    duration_ms INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (hour, provider, status, bucket)
) WITHOUT ROWID;

-- Edges a person reads off a chart, one of them the hour beyond which a job counts as slow.
CREATE TABLE duration_buckets (
    at_most_ms INTEGER PRIMARY KEY,
    bucket INTEGER NOT NULL UNIQUE
);
INSERT INTO duration_buckets (bucket, at_most_ms) VALUES
    (1, 100), (2, 300), (3, 1000), (4, 3000), (5, 10000), (6, 30000), (7, 60000), (8, 180000),
    (9, 600000), (10, 1800000), (11, 3600000), (12, 10800000), (13, 36000000), (14, 86400000),
    (15, 259200000), (16, 9223372036854775807);

CREATE VIEW job_records AS
SELECT j.*, p.input, p.output, p.error, p.options, p.result, p.metadata, p.progress_details, p.webhook,
    round((julianday(j.completed_at) - julianday(j.started_at)) * 86400.0, 3) AS duration_seconds
FROM jobs j LEFT JOIN job_payload p ON p.seq = j.seq;

-- Triggers, so that a second process and the sqlite3 shell are seen too.

CREATE TRIGGER jobs_insert AFTER INSERT ON jobs BEGIN
    INSERT INTO job_changes (seq, op) VALUES (new.seq, 1);
    INSERT INTO job_totals (provider, status, present) VALUES (ifnull(new.provider, ''), new.status, 1)
        ON CONFLICT (provider, status) DO UPDATE SET present = present + 1;
END;

CREATE TRIGGER jobs_update AFTER UPDATE ON jobs BEGIN
    INSERT OR FAIL INTO job_changes (seq, op) VALUES (new.seq, 2);
END;

-- Inserting a payload comes with inserting or touching its job, so it needs no row of its own here.
CREATE TRIGGER job_payload_update AFTER UPDATE ON job_payload BEGIN
    INSERT OR FAIL INTO job_changes (seq, op) VALUES (new.seq, 2);
END;

CREATE TRIGGER jobs_delete AFTER DELETE ON jobs BEGIN
    INSERT OR FAIL INTO job_changes (seq, op) VALUES (old.seq, 3);
    UPDATE OR FAIL job_totals SET present = present - 1
        WHERE provider = ifnull(old.provider, '') AND status = old.status;
    DELETE FROM job_payload WHERE seq = old.seq;
    DELETE FROM job_results WHERE seq = old.seq;
    DELETE FROM job_events WHERE seq = old.seq;
END;

CREATE TRIGGER jobs_move AFTER UPDATE OF status ON jobs WHEN old.status <> new.status BEGIN
    INSERT INTO job_events (seq, event_no, at, from_status, to_status, error)
    VALUES (
        new.seq,
        (SELECT ifnull(max(event_no), 0) + 1 FROM job_events WHERE seq = new.seq),
        CASE new.status
            WHEN 'running' THEN ifnull(new.started_at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
            WHEN 'pending' THEN ifnull(new.queued_at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
            ELSE ifnull(new.completed_at, strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) END,
        old.status,
        new.status,
        CASE WHEN old.status = 'failed' THEN (SELECT error FROM job_payload WHERE seq = new.seq) END);
END;

CREATE TRIGGER jobs_count AFTER UPDATE OF status, provider ON jobs
WHEN old.status <> new.status OR old.provider IS NOT new.provider BEGIN
    UPDATE job_totals SET present = present - 1
        WHERE provider = ifnull(old.provider, '') AND status = old.status;
    INSERT INTO job_totals (provider, status, present) VALUES (ifnull(new.provider, ''), new.status, 1)
        ON CONFLICT (provider, status) DO UPDATE SET present = present + 1;
END;

-- An end, counted (sign 1) or taken back (sign -1): one place for the arithmetic, written to like a table.
CREATE VIEW job_ends (sign, provider, status, started_at, completed_at) AS
SELECT 0, '', '', '', '' WHERE 0;

CREATE TRIGGER job_ends_count INSTEAD OF INSERT ON job_ends BEGIN
    INSERT INTO job_totals (provider, status, ended, timed, duration_ms, slow)
    SELECT new.provider, new.status, new.sign, new.sign * (ms IS NOT NULL), new.sign * ifnull(ms, 0),
        new.sign * ifnull(ms > 3600000, 0)
    FROM (SELECT max(0, CAST(round((julianday(new.completed_at) - julianday(new.started_at)) * 86400000.0)
        AS INTEGER)) AS ms)
    WHERE true
    ON CONFLICT (provider, status) DO UPDATE SET ended = ended + excluded.ended,
        timed = timed + excluded.timed, duration_ms = duration_ms + excluded.duration_ms,
        slow = slow + excluded.slow;
    INSERT INTO job_rollups (hour, provider, status, bucket, ended, duration_ms)
    SELECT substr(new.completed_at, 1, 13), new.provider, new.status,
        ifnull((SELECT bucket FROM duration_buckets WHERE at_most_ms >= ms ORDER BY at_most_ms LIMIT 1), 0),
        new.sign, new.sign * ifnull(ms, 0)
    FROM (SELECT max(0, CAST(round((julianday(new.completed_at) - julianday(new.started_at)) * 86400000.0)
        AS INTEGER)) AS ms)
    WHERE new.completed_at IS NOT NULL
    ON CONFLICT (hour, provider, status, bucket) DO UPDATE SET ended = ended + excluded.ended,
        duration_ms = duration_ms + excluded.duration_ms;
END;

CREATE TRIGGER jobs_end_insert AFTER INSERT ON jobs
WHEN new.status = 'completed' OR new.status = 'failed' OR new.status = 'cancelled' BEGIN
    INSERT INTO job_ends VALUES (1, ifnull(new.provider, ''), new.status, new.started_at, new.completed_at);
END;

CREATE TRIGGER jobs_end_back AFTER UPDATE OF status, provider, started_at, completed_at ON jobs
WHEN old.status = 'completed' OR old.status = 'failed' OR old.status = 'cancelled' BEGIN
    INSERT INTO job_ends VALUES (-1, ifnull(old.provider, ''), old.status, old.started_at, old.completed_at);
END;

CREATE TRIGGER jobs_end_again AFTER UPDATE OF status, provider, started_at, completed_at ON jobs
WHEN new.status = 'completed' OR new.status = 'failed' OR new.status = 'cancelled' BEGIN
    INSERT INTO job_ends VALUES (1, ifnull(new.provider, ''), new.status, new.started_at, new.completed_at);
END;

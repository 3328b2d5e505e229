-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2: a search index on texts, pins and notes, and indexes that give a filtered list newest first.

ALTER TABLE jobs ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0 CHECK (pinned = 0 OR pinned = 1);
ALTER TABLE job_payload ADD COLUMN note TEXT;

-- With the time of creation behind the value, the newest failed job of ten million is the first that the
-- index gives; and rows sorted by a value are its order.
DROP INDEX jobs_status;
DROP INDEX jobs_provider;
DROP INDEX jobs_user;
CREATE INDEX jobs_status ON jobs (status, created_at);
CREATE INDEX jobs_provider ON jobs (provider, created_at);
CREATE INDEX jobs_user ON jobs (user, created_at);
CREATE INDEX jobs_pinned ON jobs (created_at) WHERE pinned = 1;

DROP VIEW job_records;
CREATE VIEW job_records AS
SELECT j.*, p.input, p.output, p.error, p.options, p.result, p.metadata, p.progress_details, p.webhook, p.note,
    round((julianday(j.completed_at) - julianday(j.started_at)) * 86400.0, 3) AS duration_seconds
FROM jobs j LEFT JOIN job_payload p ON p.seq = j.seq;

-- Every three characters of name and error, of the jobs up to job_search_state.seq: new jobs are put in by the
-- keeper between transactions, since it costs twice what the rest of a create does. Changes of jobs that are
-- in it already are followed here. Contentless: to take an entry out, its texts have to be told.
CREATE VIRTUAL TABLE job_search USING fts5(name, error, content='', columnsize=0, tokenize='trigram');
CREATE TABLE job_search_state (seq INTEGER NOT NULL);
INSERT INTO job_search_state VALUES (0);

-- A job that is put back with the number it had.
CREATE TRIGGER job_search_insert AFTER INSERT ON jobs
WHEN new.seq <= (SELECT seq FROM job_search_state) BEGIN
    INSERT INTO job_search (rowid, name, error) VALUES (new.seq, new.name, NULL);
END;

CREATE TRIGGER job_search_name AFTER UPDATE OF name ON jobs
WHEN old.name <> new.name AND new.seq <= (SELECT seq FROM job_search_state) BEGIN
    INSERT INTO job_search (job_search, rowid, name, error)
    VALUES ('delete', new.seq, old.name, (SELECT error FROM job_payload WHERE seq = new.seq));
    INSERT INTO job_search (rowid, name, error)
    VALUES (new.seq, new.name, (SELECT error FROM job_payload WHERE seq = new.seq));
END;

-- The error lives and dies in job_payload: an entry holds it exactly as long as that row does.
CREATE TRIGGER job_search_error_insert AFTER INSERT ON job_payload
WHEN new.error IS NOT NULL AND new.seq <= (SELECT seq FROM job_search_state) BEGIN
    INSERT INTO job_search (job_search, rowid, name, error)
    SELECT 'delete', seq, name, NULL FROM jobs WHERE seq = new.seq;
    INSERT INTO job_search (rowid, name, error) SELECT seq, name, new.error FROM jobs WHERE seq = new.seq;
END;

CREATE TRIGGER job_search_error_update AFTER UPDATE OF error ON job_payload
WHEN old.error IS NOT new.error AND new.seq <= (SELECT seq FROM job_search_state) BEGIN
    INSERT INTO job_search (job_search, rowid, name, error)
    SELECT 'delete', seq, name, old.error FROM jobs WHERE seq = new.seq;
    INSERT INTO job_search (rowid, name, error) SELECT seq, name, new.error FROM jobs WHERE seq = new.seq;
END;

CREATE TRIGGER job_search_error_delete AFTER DELETE ON job_payload
WHEN old.error IS NOT NULL AND old.seq <= (SELECT seq FROM job_search_state) BEGIN
    INSERT INTO job_search (job_search, rowid, name, error)
    SELECT 'delete', seq, name, old.error FROM jobs WHERE seq = old.seq;
    INSERT INTO job_search (rowid, name, error) SELECT seq, name, NULL FROM jobs WHERE seq = old.seq;
END;

-- Before its payload goes, whichever trigger comes first.
CREATE TRIGGER job_search_delete BEFORE DELETE ON jobs
WHEN old.seq <= (SELECT seq FROM job_search_state) BEGIN
    INSERT INTO job_search (job_search, rowid, name, error)
    VALUES ('delete', old.seq, old.name, (SELECT error FROM job_payload WHERE seq = old.seq));
END;

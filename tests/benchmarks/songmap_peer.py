#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a user would have without Tallyman: Python's sqlite3 on the songmap schema, one connection,
autocommit. Prints the median time of each operation in microseconds as one JSON object."""
import json
import os
import sqlite3
import statistics
import sys
import time
import uuid


def median_us(count, operation, weight=1):
    times = []
    for i in range(count):
        start = time.perf_counter()
        operation(i)
        times.append((time.perf_counter() - start) / weight)
    return statistics.median(times) * 1e6


def main():
    folder, jobs, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    db = sqlite3.connect(os.path.join(folder, "songmap.db"), isolation_level=None)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("PRAGMA synchronous=FULL")
    db.execute("""CREATE TABLE jobs (job_id TEXT PRIMARY KEY, status TEXT NOT NULL, created_at REAL NOT NULL,
        started_at REAL, completed_at REAL, progress REAL DEFAULT 0.0, error_message TEXT, song_map_path TEXT,
        input_file TEXT)""")
    insert = "INSERT INTO jobs(job_id,status,created_at,input_file) VALUES(?,?,?,?)"
    ids = []

    def row(i):
        ids.append(uuid.uuid4().hex[:12])
        return ids[-1], "pending", time.time(), "/srv/songmap/in/track_%d.wav" % i

    db.execute("BEGIN")
    db.executemany(insert, (row(i) for i in range(jobs)))
    db.execute("COMMIT")

    def create_grouped(i):
        db.execute("BEGIN IMMEDIATE")
        for k in range(100):
            db.execute(insert, row(k))
        db.execute("COMMIT")

    def spread(i):
        return ids[(i * 7919) % jobs]

    result = {
        "create": median_us(count, lambda i: db.execute(insert, row(i))),
        "create_grouped": median_us(max(5, count // 20), create_grouped, 100),
        "read": median_us(count, lambda i: db.execute("SELECT * FROM jobs WHERE job_id=?", (spread(i),)).fetchone()),
        "list_100": median_us(max(20, count // 20), lambda i: db.execute(
            "SELECT * FROM jobs ORDER BY created_at DESC LIMIT 100").fetchall()),
        "update": median_us(count, lambda i: db.execute(
            "UPDATE jobs SET progress=? WHERE job_id=?", (i / count, spread(i)))),
        "move": median_us(count, lambda i: db.execute(
            "UPDATE jobs SET status='processing', started_at=? WHERE job_id=?", (time.time(), spread(i)))),
        "delete": median_us(count, lambda i: db.execute("DELETE FROM jobs WHERE job_id=?", (ids[jobs + i],))),
    }
    print(json.dumps(result))


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes down a database as SQL, for tests/store/versions.

Before a version of the layout is released, a file of it is recorded once and
never changed again; every later version has to be able to open it:

    store-writer new.db 1 30
    record-version.py new.db > tests/store/versions/0001.sql
"""
import sqlite3
import sys


def main():
    with sqlite3.connect('file:%s?mode=ro' % sys.argv[1], uri=True) as database:
        for pragma in ('application_id', 'user_version'):
            print('PRAGMA %s = %d;' % (pragma, database.execute('PRAGMA ' + pragma).fetchone()[0]))
        for line in database.iterdump():
            print(line)


if __name__ == '__main__':
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the instructions of a function in a benchmark, against those of its
floor: the same number every time, whatever else the machine does.

Arguments: the program, the function that is the floor, the one that is
measured, and how many times the floor it may take.
"""
import os
import re
import subprocess
import sys


def count(program, function):
    done = subprocess.run(['valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null',
                           f'--toggle-collect={function}', program],
                          env=dict(os.environ, STEWARD_BENCH_ONCE='1'),
                          capture_output=True, text=True, check=False)
    found = re.search(r'Collected : (\d+)', done.stderr)
    if not found or int(found[1]) == 0:
        sys.exit(f'no instruction of {function} was counted:\n{done.stderr}')
    return int(found[1])


def main():
    program, floor, work, bound = sys.argv[1:]
    least, taken = count(program, floor), count(program, work)
    ratio = taken / least
    slow = ratio > float(bound)
    print(f'{work}: {taken:,} instructions, {ratio:.2f} x {floor} (bound {bound})' + '  TOO MANY' * slow)
    sys.exit(slow)


if __name__ == '__main__':
    main()

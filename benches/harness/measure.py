"""Runs one program and prints what it took: `measure.py PROGRAM ARG…` → seconds, CPU seconds, peak memory in KiB, code.

A process of its own, since the system counts the memory of the process that starts a program as that program's: this one
is small (about 10 MB), the driver is not. The program's own output goes before the line of figures.
"""

import os
import sys
import time

start = time.perf_counter()
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - start
print("@", wall, used.ru_utime + used.ru_stime, used.ru_maxrss, os.waitstatus_to_exitcode(status))

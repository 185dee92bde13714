"""Runs a command and writes how long it took: wall seconds, and processor seconds of all processes it started.

measure_command.py REPORT COMMAND [ARGUMENT ...]
"""

import ctypes
import json
import os
import resource
import subprocess
import sys
import time

PR_SET_CHILD_SUBREAPER = 36
ORPHANS_END_WITHIN_SECONDS = 5

# A box whose outermost process is killed leaves the others to whoever reaps orphans: they are counted when they are here.
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)

began = time.perf_counter()
code = subprocess.run(sys.argv[2:]).returncode
ended = time.perf_counter()

try:
    while time.perf_counter() < ended + ORPHANS_END_WITHIN_SECONDS:
        if os.waitpid(-1, os.WNOHANG) == (0, 0):
            time.sleep(0.01)
except ChildProcessError:
    pass
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as report:
    json.dump({"wallSeconds": ended - began, "cpuSeconds": usage.ru_utime + usage.ru_stime}, report)
sys.exit(code)

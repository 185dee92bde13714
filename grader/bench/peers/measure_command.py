"""Runs a command and writes how long it took: wall seconds, and processor seconds of it and of all it waited for.

measure_command.py REPORT COMMAND [ARGUMENT ...]
"""

import json
import resource
import subprocess
import sys
import time

began = time.perf_counter()
code = subprocess.run(sys.argv[2:]).returncode
wall_seconds = time.perf_counter() - began
usage = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as report:
    json.dump({"wallSeconds": wall_seconds, "cpuSeconds": usage.ru_utime + usage.ru_stime}, report)
sys.exit(code)

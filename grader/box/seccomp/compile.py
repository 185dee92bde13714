"""Compiles the policy read from standard input (JSON: allow, allowWhen) to a raw BPF program on standard output.

Needs Debian's python3-seccomp. Exits 3 when that is missing.
"""

import errno
import json
import sys

try:
    import seccomp
except ImportError:
    sys.exit(3)


def known(name):
    """A call of another architecture has no number here, and none is needed."""
    try:
        return seccomp.resolve_syscall(seccomp.Arch(), name) >= 0
    except (RuntimeError, ValueError):
        return False


policy = json.load(sys.stdin)
program = seccomp.SyscallFilter(seccomp.ERRNO(errno.ENOSYS))
program.set_attr(seccomp.Attr.CTL_NNP, True)
# The library's default kills one thread, which leaves a process that hangs until its time is up.
program.set_attr(seccomp.Attr.ACT_BADARCH, seccomp.KILL_PROCESS)
for name in policy["allow"]:
    if known(name):
        program.add_rule(seccomp.ALLOW, name)
for rule in policy["allowWhen"]:
    if known(rule["call"]):
        argument = seccomp.Arg(rule["arg"], seccomp.MASKED_EQ, int(rule["mask"], 0), int(rule["value"], 0))
        program.add_rule(seccomp.ALLOW, rule["call"], argument)
program.export_bpf(sys.stdout)

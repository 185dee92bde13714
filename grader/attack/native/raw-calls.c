// Stands in for node inside a box: asks the kernel directly for what no learner may have, and tells in one frame, as a
// JSON list, what it was given. Its last act is a call by the x32 numbers, which must end it.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char given[4096];
static char asked[4096];

static void add(char *list, const char *name) {
  if (list[0]) strcat(list, ",");
  strcat(list, "\"");
  strcat(list, name);
  strcat(list, "\"");
}

static void ask(const char *name, long result) {
  add(asked, name);
  if (result >= 0) add(given, name);
}

static void send_frame(const char *json) {
  uint32_t prefix[2] = {(uint32_t)strlen(json), 0};
  if (write(3, prefix, 8) != 8 || write(3, json, prefix[0]) < 0) _exit(9);
}

static int child(void *nothing) {
  (void)nothing;
  return 0;
}

int main(void) {
  static char stack[65536];
  char buffer[128] = {0};
  send_frame("{\"kind\":\"ready\"}");

  ask("unshare user", unshare(CLONE_NEWUSER));
  ask("unshare mount", unshare(CLONE_NEWNS));
  ask("clone process", clone(child, stack + 65000, SIGCHLD, 0));
  ask("clone user namespace", clone(child, stack + 65000, CLONE_NEWUSER | SIGCHLD, 0));
  ask("clone namespace thread", syscall(SYS_clone, CLONE_THREAD | CLONE_SIGHAND | CLONE_VM | CLONE_NEWUSER, 0, 0, 0, 0));
  ask("clone3", syscall(SYS_clone3, buffer, 88));
#ifdef SYS_fork
  ask("fork", syscall(SYS_fork));
#endif
  ask("mount", mount("none", "/tmp", "tmpfs", 0, 0));
  ask("umount", umount2("/tmp", MNT_DETACH));
  ask("pivot_root", syscall(SYS_pivot_root, "/tmp", "/tmp"));
  ask("chroot", chroot("/tmp"));
  ask("fsopen", syscall(SYS_fsopen, "tmpfs", 0));
  ask("open_tree", syscall(SYS_open_tree, -100, "/", 1));
  ask("move_mount", syscall(SYS_move_mount, -100, "/tmp", -100, "/dev", 0));
  ask("mount_setattr", syscall(SYS_mount_setattr, -100, "/", 0, buffer, 32));
  ask("setns", setns(open("/proc/self/ns/mnt", O_RDONLY), 0));
  ask("ptrace", ptrace(PTRACE_SEIZE, 1, 0, 0));
  ask("process_vm_readv", syscall(SYS_process_vm_readv, getpid(), 0, 0, 0, 0, 0));
  ask("kill", kill(1, 0));
  ask("tkill", syscall(SYS_tkill, 1, 0));
  ask("pidfd_open", syscall(SYS_pidfd_open, 1, 0));
  ask("pidfd_send_signal", syscall(SYS_pidfd_send_signal, 0, 0, 0, 0));
  ask("rt_sigqueueinfo", syscall(SYS_rt_sigqueueinfo, 1, 0, buffer));
  ask("kcmp", syscall(SYS_kcmp, getpid(), getpid(), 0, 0, 1));
  ask("io_uring_enter", syscall(SYS_io_uring_enter, 0, 0, 0, 0, 0, 0));
  ask("io_uring_register", syscall(SYS_io_uring_register, 0, 0, 0, 0));
  ask("io_uring", syscall(SYS_io_uring_setup, 4, stack));
  ask("bpf", syscall(SYS_bpf, 0, stack, 64));
  ask("perf", syscall(SYS_perf_event_open, stack, 0, -1, -1, 0));
  ask("userfaultfd", syscall(SYS_userfaultfd, 0));
  ask("keyctl", syscall(SYS_keyctl, 0, -3, 1));
  ask("add_key", syscall(SYS_add_key, "user", "a", "b", 1, -3));
  ask("request_key", syscall(SYS_request_key, "user", "a", 0, -3));
  ask("init_module", syscall(SYS_init_module, stack, 16, ""));
  ask("open_by_handle", syscall(SYS_open_by_handle_at, -100, buffer, O_RDONLY));
  ask("name_to_handle", syscall(SYS_name_to_handle_at, -100, "/", buffer, stack, 0));
  ask("socket unix", socket(AF_UNIX, SOCK_STREAM, 0));
  ask("socket inet", socket(AF_INET, SOCK_STREAM, 0));
  ask("socket inet6", socket(AF_INET6, SOCK_DGRAM, 0));
  ask("socket netlink", socket(AF_NETLINK, SOCK_RAW, 0));
  ask("socket packet", socket(AF_PACKET, SOCK_RAW, 0));
  ask("socket vsock", socket(AF_VSOCK, SOCK_STREAM, 0));
  ask("socket alg", socket(AF_ALG, SOCK_SEQPACKET, 0));
  ask("socketpair", socketpair(AF_UNIX, SOCK_STREAM, 0, (int *)stack));
  ask("memfd", syscall(SYS_memfd_create, "x", 0));
  ask("mkfifo", mkfifo("/tmp/fifo", 0666));
  ask("mknod", mknod("/tmp/device", S_IFBLK | 0666, 0x700));
  ask("symlink", symlink("/etc/passwd", "/tmp/symlink"));
  ask("link", link("/node", "/tmp/link"));
  ask("chmod", chmod("/tmp", 0777));
  ask("settimeofday", syscall(SYS_settimeofday, stack, 0));
  ask("clock_settime", syscall(SYS_clock_settime, 0, stack));
  ask("sethostname", sethostname("x", 1));
  ask("personality", personality(ADDR_NO_RANDOMIZE));
  ask("shmget", syscall(SYS_shmget, 0, 4096, 01777));
  ask("mq_open", syscall(SYS_mq_open, "q", O_CREAT | O_RDWR, 0600, 0));
  ask("setuid", setuid(0));
  ask("setgroups", syscall(SYS_setgroups, 0, 0));
  ask("syslog", syscall(SYS_syslog, 3, stack, 100));
  ask("setpriority", setpriority(PRIO_PROCESS, 0, -5));
  struct rlimit unlimited = {RLIM_INFINITY, RLIM_INFINITY};
  ask("setrlimit", setrlimit(RLIMIT_CORE, &unlimited));
  ask("prctl dumpable", prctl(PR_SET_DUMPABLE, 1));
  ask("ioctl TIOCSTI", syscall(SYS_ioctl, 0, 0x5412, "x"));
  ask("seccomp", syscall(SYS_seccomp, 0, 0, 0));
  // What Node needs must work, or the list above proves nothing.
  int works = getpid() > 0 && open("/tmp/file", O_CREAT | O_RDWR, 0600) >= 0;

  static char answer[16384];
  snprintf(answer, sizeof answer, "{\"given\":[%s],\"asked\":[%s],\"works\":%s}", given, asked, works ? "true" : "false");
  send_frame(answer);
#ifdef __x86_64__
  syscall(0x40000000 + SYS_getpid);
  send_frame("{\"survived\":\"x32\"}");
#endif
  return 0;
}

"""How lines of strace are sorted."""

import pytest

from proof.calls import sort

PORT = 40123


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ('7 writev(9<TCP:[127.0.0.1:40123->127.0.0.1:5000]>, [{iov_base=""...}], 2) = 812', "visitors"),
        ('7 sendto(9<TCPv6:[[::1]:40123->[::1]:5000]>, ""..., 5, 0, NULL, 0 <unfinished ...>', "visitors"),
        ('7  write(4<anon_inode:[eventfd:33]>, ""..., 8) = 8', "eventfds"),
        ('7 write(5<pipe:[123]>, ""..., 1) = 1', "pipes"),
        ('7 sendto(6<UNIX-SEQPACKET:[1->2]>, ""..., 30, 0, NULL, 0) = 30', "socket pairs of the server"),
        ('7 pwrite64(9</memfd:ready-pages>(deleted), ""..., 10, 0) = 10', "memory of ready pages"),
        ('7 write(2</tmp/#77>(deleted), ""..., 10) = 10', "lines of the log"),
    ],
)
def test_a_write_that_stays_is_counted_by_its_place(line, where):
    calls = sort([line], PORT)
    assert calls.writes == {where: 1}
    assert [*calls.changed, *calls.opened, *calls.reached] == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ('7 write(9</srv/visits.txt>, ""..., 7) = 7', "changed"),
        ('7 openat(AT_FDCWD</srv>, "a", O_WRONLY|O_CREAT|O_APPEND|O_CLOEXEC, 0666) = 9</srv/a>', "changed"),
        ('7 openat(AT_FDCWD</srv>, "a", O_RDONLY|O_CLOEXEC) = 9</srv/a>', "opened"),
        ('7 rename("a", "b") = 0', "changed"),
        ('7 utimensat(AT_FDCWD</srv>, "a", NULL, 0) = 0', "changed"),
        ('7 sendto(9<UDP:[127.0.0.1:1->9.9.9.9:53]>, ""..., 30, 0, NULL, 0) = 30', "reached"),
        ('7 write(9<TCP:[127.0.0.1:5000->10.0.0.1:443]>, ""..., 30) = 30', "reached"),
        ("7 socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 9<TCP:[1]>", "reached"),
        ('7 execve("/bin/sh", ...) = 0', "reached"),
        ("7 clone3({flags=CLONE_VM, exit_signal=SIGCHLD}, 88) = 8", "reached"),
    ],
)
def test_a_call_that_leaves_something_or_reaches_somebody_is_kept(line, kind):
    calls = sort([line], PORT)
    assert getattr(calls, kind) == [line]
    assert not calls.writes


@pytest.mark.parametrize(
    "line",
    [
        "7 clone3({flags=CLONE_VM|CLONE_THREAD, ...}, 88) = 8",
        "7 <... write resumed>) = 8",
        '7 openat(AT_FDCWD</srv>, "/proc/sys/vm/overcommit_memory", O_RDONLY|O_CLOEXEC) = 9</proc/sys/vm>',
        "7 +++ exited with 0 +++",
    ],
)
def test_what_says_nothing_is_left_out(line):
    calls = sort([line], PORT)
    assert [*calls.writes, *calls.changed, *calls.opened, *calls.reached] == []

/* Run a program once with its output thrown away; print wall nanoseconds, peak resident KiB and exit status.
   In C, since the standard library of Rust does not tell the peak of a child, and so small itself that it adds nothing. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

int main(int count, char **arguments) {
    posix_spawn_file_actions_t actions;
    struct timespec start, end;
    struct rusage usage;
    int status;
    pid_t child;

    if (count < 2 || posix_spawn_file_actions_init(&actions) != 0) return 2;
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0);
    clock_gettime(CLOCK_MONOTONIC, &start);
    if (posix_spawn(&child, arguments[1], &actions, NULL, arguments + 1, environ) != 0) return 3;
    if (wait4(child, &status, 0, &usage) != child) return 4;
    clock_gettime(CLOCK_MONOTONIC, &end);
    printf("%lld %ld %d\n",
           (end.tv_sec - start.tv_sec) * 1000000000LL + (end.tv_nsec - start.tv_nsec),
           usage.ru_maxrss, WIFEXITED(status) ? WEXITSTATUS(status) : 128);
    return 0;
}

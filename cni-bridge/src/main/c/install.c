/* heddle-cni install --bin-dir DIR [--conflist FILE --conf-dir DIR]
 *
 * Puts the running binary and a network configuration where a container runtime looks for them. Each file is written beside its
 * place, synced and renamed over it, so that a runtime sees the old file or the new one. The binary goes first: a
 * configuration that names a binary which is not there yet would fail pods. */
#include "heddle-cni.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int failed(const char *what, const char *path)
{
    fprintf(stderr, "heddle-cni install: %s %s: %s\n", what, path, strerror(errno));
    return 1;
}

static int copy_bytes(int from, int to)
{
    char buffer[16384];
    ssize_t got;
    while ((got = read(from, buffer, sizeof buffer)) > 0)
        for (ssize_t done = 0; done < got;) {
            ssize_t written = write(to, buffer + done, (size_t)(got - done));
            if (written < 0)
                return -1;
            done += written;
        }
    return got < 0 ? -1 : 0;
}

static int place(const char *source, const char *directory, const char *name, mode_t mode)
{
    char target[PATH_MAX], fresh[PATH_MAX];
    if (snprintf(target, sizeof target, "%s/%s", directory, name) >= (int)sizeof target ||
        snprintf(fresh, sizeof fresh, "%s/.%s.%d", directory, name, (int)getpid()) >= (int)sizeof fresh) {
        errno = ENAMETOOLONG;
        return failed("cannot write in", directory);
    }
    int from = open(source, O_RDONLY | O_CLOEXEC);
    if (from < 0)
        return failed("cannot read", source);
    int to = open(fresh, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (to < 0)
        return failed("cannot write", fresh);
    if (copy_bytes(from, to) || fchmod(to, mode) || fsync(to) || close(to) || rename(fresh, target)) {
        int result = failed("cannot write", target);
        unlink(fresh);
        return result;
    }
    close(from);
    int parent = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent < 0 || fsync(parent))
        return failed("cannot sync", directory);
    close(parent);
    printf("%s\n", target);
    return 0;
}

int install(int count, char **words)
{
    const char *bin = NULL, *conflist = NULL, *conf = NULL;
    int understood = !strcmp(words[1], "install") && count % 2 == 0;
    for (int i = 2; understood && i < count; i += 2) {
        if (!strcmp(words[i], "--bin-dir"))
            bin = words[i + 1];
        else if (!strcmp(words[i], "--conflist"))
            conflist = words[i + 1];
        else if (!strcmp(words[i], "--conf-dir"))
            conf = words[i + 1];
        else
            understood = 0;
    }
    if (!understood || !bin || !conflist != !conf) {
        fprintf(stderr, "usage: heddle-cni install --bin-dir DIR [--conflist FILE --conf-dir DIR]\n"
                        "Without words it is a CNI plugin: CNI_COMMAND in the environment, configuration on standard input.\n");
        return 2;
    }
    if (place("/proc/self/exe", bin, "heddle-cni", 0755))
        return 1;
    if (!conflist)
        return 0;
    char name[PATH_MAX];
    if (snprintf(name, sizeof name, "%s", conflist) >= (int)sizeof name) {
        errno = ENAMETOOLONG;
        return failed("cannot read", conflist);
    }
    return place(conflist, conf, basename(name), 0644);
}

/* Runs CNI plugins as a runtime does and prints what each run took: fork, exec, wait, on the monotonic clock.
 *
 *   cni-time one ROUNDS NETNS-PREFIX NAME=PLUGIN=CONFIG...       one after the other, contenders by turns
 *   cni-time many COUNT NETNS-PREFIX NAME=PLUGIN=CONFIG          COUNT at once
 *
 * Lines: NAME VERB MICROSECONDS. A run that fails ends the measurement. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec * 1e6 + (double)t.tv_nsec / 1e3;
}

static pid_t launch(const char *verb, const char *prefix, int number, const char *plugin, const char *config)
{
    char container[64], netns[128];
    snprintf(container, sizeof container, "c%d", number);
    snprintf(netns, sizeof netns, "/run/netns/%s%d", prefix, number);
    pid_t pid = fork();
    if (pid)
        return pid;
    setenv("CNI_COMMAND", verb, 1);
    setenv("CNI_CONTAINERID", container, 1);
    setenv("CNI_NETNS", netns, 1);
    setenv("CNI_IFNAME", "eth0", 1);
    setenv("CNI_PATH", "/usr/lib/cni", 1);
    dup2(open(config, O_RDONLY), 0);
    dup2(open("/dev/null", O_WRONLY), 1);
    execl(plugin, plugin, (char *)0);
    _exit(127);
}

static void finish(pid_t pid, const char *name, const char *verb)
{
    int status;
    if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || WEXITSTATUS(status)) {
        fprintf(stderr, "%s %s failed\n", name, verb);
        exit(1);
    }
}

int main(int count, char **words)
{
    static const char *verbs[] = {"ADD", "DEL"};
    int rounds = atoi(words[2]);
    for (int i = 0; i < (strcmp(words[1], "one") ? 1 : rounds); i++)
        for (int c = 4; c < count; c++) {
            char name[256], *plugin, *config;
            snprintf(name, sizeof name, "%s", words[c]);
            plugin = strchr(name, '=');
            *plugin++ = 0;
            config = strchr(plugin, '=');
            *config++ = 0;
            for (int v = 0; v < 2; v++) {
                double start = now();
                if (!strcmp(words[1], "one")) {
                    finish(launch(verbs[v], words[3], i % 100, plugin, config), name, verbs[v]);
                } else {
                    pid_t pids[1000];
                    for (int n = 0; n < rounds; n++)
                        pids[n] = launch(verbs[v], words[3], n, plugin, config);
                    for (int n = 0; n < rounds; n++)
                        finish(pids[n], name, verbs[v]);
                }
                printf("%s %s%s %.0f\n", name, verbs[v], strcmp(words[1], "one") ? "-all" : "", now() - start);
            }
        }
    return 0;
}

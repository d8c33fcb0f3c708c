/* heddle-cni: the CNI plugin binary. It decides nothing: it hands its environment and standard input to the node agent over a
 * UNIX socket, and gives the agent's answer back as standard output and exit code.
 *
 * Request:  "HDL1", length of the environment (4 bytes, big endian), the CNI_* variables each ended by a zero byte,
 *           then standard input up to the end of the stream.
 * Answer:   exit code (1 byte), length of the text (4 bytes, big endian), the text.
 *
 * An answer is printed only when all of it has come, so that an agent that dies half-way leaves no half answer. Without agent:
 * code 11, "try again later" (CNI specification 1.1.0, section Error), or 50 for STATUS. */
#include "heddle-cni.h"

#include <errno.h>
#include <poll.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum { STDIN_MAX = 1 << 20, ENVIRONMENT_MAX = 1 << 17, ANSWER_MAX = 1 << 22, STDIN_WAIT_MS = 30000, AGENT_WAIT_MS = 110000 };

extern char **environ;

static char input[STDIN_MAX + 1];
static size_t input_length;

/* The version in the request, so that an error has it too. A search is enough: a wrong hit costs a wrong label. */
static const char *asked_version(void)
{
    static char version[16];
    const char *at = memmem(input, input_length, "\"cniVersion\"", 12);
    if (at) {
        at += 12;
        at += strspn(at, " \t\r\n:\"");
        size_t length = strspn(at, "0123456789.");
        if (length && length < sizeof version) {
            memcpy(version, at, length);
            return version;
        }
    }
    return "1.0.0";
}

static int refuse(int code, const char *message, const char *details)
{
    printf("{\"cniVersion\":\"%s\",\"code\":%d,\"msg\":\"%s\",\"details\":\"%s\"}\n", asked_version(), code, message, details);
    return 1;
}

static int without_agent(const char *details)
{
    const char *command = getenv("CNI_COMMAND");
    if (command && !strcmp(command, "STATUS"))
        return refuse(50, "heddle-agent does not answer", details);
    return refuse(11, "try again later: heddle-agent does not answer", details);
}

static int wait_for(int fd, short what, int milliseconds)
{
    struct pollfd one = {.fd = fd, .events = what};
    int ready;
    do
        ready = poll(&one, 1, milliseconds);
    while (ready < 0 && errno == EINTR);
    return ready > 0;
}

static int send_all(int fd, const char *from, size_t length)
{
    while (length) {
        ssize_t sent = send(fd, from, length, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent <= 0)
            return 0;
        from += sent;
        length -= (size_t)sent;
    }
    return 1;
}

static int receive_all(int fd, char *to, size_t length)
{
    while (length) {
        if (!wait_for(fd, POLLIN, AGENT_WAIT_MS))
            return 0;
        ssize_t got = read(fd, to, length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return 0;
        to += got;
        length -= (size_t)got;
    }
    return 1;
}

/* The header and the CNI_* variables; 0 when they are longer than any runtime's. */
static size_t pack_environment(char *to)
{
    size_t length = 8;
    for (char **each = environ; *each; each++) {
        if (strncmp(*each, "CNI_", 4))
            continue;
        size_t size = strlen(*each) + 1;
        if (length + size > ENVIRONMENT_MAX)
            return 0;
        memcpy(to + length, *each, size);
        length += size;
    }
    uint32_t body = (uint32_t)(length - 8);
    memcpy(to, "HDL1", 4);
    for (int i = 0; i < 4; i++)
        to[4 + i] = (char)(body >> (24 - 8 * i));
    return length;
}

static int ask(int fd)
{
    static char environment[ENVIRONMENT_MAX];
    unsigned char head[5];
    size_t length = pack_environment(environment);
    if (!length)
        return refuse(4, "the CNI_* variables are longer than 128 KiB", "");
    /* A send that fails is no end yet: an agent that refuses early has already written its answer. */
    if (send_all(fd, environment, length))
        send_all(fd, input, input_length);
    shutdown(fd, SHUT_WR);
    if (!receive_all(fd, (char *)head, sizeof head))
        return without_agent("it ended the connection without an answer");
    uint32_t size = (uint32_t)head[1] << 24 | (uint32_t)head[2] << 16 | (uint32_t)head[3] << 8 | head[4];
    char *text = size <= ANSWER_MAX ? malloc(size + 1) : NULL;
    if (!text || !receive_all(fd, text, size))
        return without_agent("its answer was cut off");
    if (fwrite(text, 1, size, stdout) != size || fflush(stdout))
        return 1;
    return head[0];
}

int main(int count, char **words)
{
    if (count > 1)
        return install(count, words);
    for (;;) {
        if (!wait_for(STDIN_FILENO, POLLIN, STDIN_WAIT_MS))
            return refuse(5, "standard input did not end within 30 s", "");
        ssize_t got = read(STDIN_FILENO, input + input_length, STDIN_MAX + 1 - input_length);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return refuse(5, "standard input cannot be read", strerror(errno));
        if (got == 0)
            break;
        input_length += (size_t)got;
        if (input_length > STDIN_MAX)
            return refuse(6, "standard input is longer than 1 MiB", "");
    }
    const char *path = getenv("HEDDLE_CNI_SOCKET");
    if (!path || !*path)
        path = "/run/heddle/cni.sock";
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    if (strlen(path) >= sizeof address.sun_path)
        return refuse(4, "HEDDLE_CNI_SOCKET is longer than a socket path may be", "");
    strcpy(address.sun_path, path);
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof address))
        return without_agent(strerror(errno));
    return ask(fd);
}

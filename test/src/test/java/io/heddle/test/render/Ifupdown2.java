package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * ifupdown2 out of its Debian package, unpacked into a folder and run in a mount and network namespace of its own, because installing it
 * would take the host's ifupdown away.
 */
record Ifupdown2(Path folder) {

    /** Fetched and unpacked; empty if the package cannot be had. */
    static Optional<Ifupdown2> unpack(Path folder) throws IOException, InterruptedException {
        boolean had = shell(folder, "apt-get download ifupdown2 || { apt-get update && apt-get download ifupdown2; }")
                                .exitCode()
                        == 0
                && shell(folder, "dpkg -x ifupdown2_*.deb root").exitCode() == 0;
        return had ? Optional.of(new Ifupdown2(folder)) : Optional.empty();
    }

    /** What the parser says of a file: nothing, if all is well. */
    Tool check(Path file) throws IOException, InterruptedException {
        return isolated("ifup -s -a -i " + file);
    }

    /** Every option that some module of it knows. */
    Set<String> options() throws IOException, InterruptedException {
        Tool help = isolated("ifquery -s");
        assertThat(help.exitCode()).as(help.output()).isZero();
        return help.output()
                .lines()
                .filter(each -> each.startsWith("  ") && !each.startsWith("   "))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private Tool isolated(String command) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("run"), """
                set -e
                mount -t tmpfs none /mnt
                cp -r root/etc/network /mnt/network
                mkdir -p /mnt/upper /mnt/work
                mount -t overlay overlay -o lowerdir=$PWD/root/usr/share:/usr/share /usr/share
                mount --bind /mnt/network /etc/network
                mount -t tmpfs none /run
                mkdir -p /run/network /run/lock
                exec python3 root/sbin/%s
                """.formatted(command));
        return Tool.run(folder, List.of("unshare", "-m", "-n", "bash", "run"));
    }

    private static Tool shell(Path folder, String script) throws IOException, InterruptedException {
        return Tool.run(folder, List.of("bash", "-c", script));
    }
}

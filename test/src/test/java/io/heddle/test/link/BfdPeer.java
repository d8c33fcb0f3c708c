package io.heddle.test.link;

import io.heddle.bgp.bfd.BfdEffect;
import io.heddle.bgp.bfd.BfdEvent;
import io.heddle.bgp.bfd.BfdPath;
import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.bfd.BfdUdp;
import io.heddle.bgp.bfd.BfdWatcher;
import io.heddle.model.net.IpAddress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * BFD sessions of one process: {@code link NAME LOCAL REMOTE INTERFACE}, {@code multihop NAME LOCAL REMOTE}, {@code change NAME MS MULTIPLIER},
 * {@code disable NAME}, {@code enable NAME}. Tells {@code up NAME NANOS} and {@code down NAME DIAGNOSTIC ADMINISTRATIVE NANOS}.
 */
public final class BfdPeer {

    private BfdPeer() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        Map<Integer, String> names = new ConcurrentHashMap<>();
        Map<String, Integer> numbers = new ConcurrentHashMap<>();
        BfdUdp udp =
                new BfdUdp(System::nanoTime, new Random(ProcessHandle.current().pid()), new BfdWatcher() {
                    @Override
                    public void up(int session) {
                        System.out.println("up " + names.get(session) + " " + System.nanoTime());
                    }

                    @Override
                    public void down(int session, BfdEffect.Down down) {
                        System.out.println("down " + names.get(session) + " " + down.diagnostic() + " "
                                + down.administrative() + " " + System.nanoTime());
                    }
                });
        Thread.ofPlatform().daemon().start(() -> serve(udp));
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ", -1);
            udp.later((speaker, now) -> {
                switch (words[0]) {
                    case "link", "multihop" -> {
                        IpAddress local = IpAddress.parse(words[2]);
                        IpAddress remote = IpAddress.parse(words[3]);
                        BfdPath path = words.length > 4
                                ? BfdPath.link(local, remote, words[4])
                                : BfdPath.multihop(local, remote);
                        int number = speaker.add(path, BfdTimers.of(100, 3), false, now);
                        names.put(number, words[1]);
                        numbers.put(words[1], number);
                    }
                    case "change" ->
                        speaker.tell(
                                numbers.getOrDefault(words[1], 0),
                                new BfdEvent.Change(
                                        BfdTimers.of(Integer.parseInt(words[2]), Integer.parseInt(words[3]))),
                                now);
                    case "disable" -> speaker.tell(numbers.getOrDefault(words[1], 0), new BfdEvent.Disable(), now);
                    case "enable" -> speaker.tell(numbers.getOrDefault(words[1], 0), new BfdEvent.Enable(), now);
                    default -> throw new IllegalArgumentException("no command " + words[0]);
                }
            });
        }
    }

    private static void serve(BfdUdp udp) {
        try {
            udp.run();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

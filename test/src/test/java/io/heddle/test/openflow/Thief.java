package io.heddle.test.openflow;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another client of a switch's database (RFC 7047), which takes Heddle's lock and hears, in order, of the lock and of a bridge's ports. */
final class Thief implements AutoCloseable {

    private static final String LOCKED = "{\"locked\":true}";
    private static final String NO_PORTS = "\"ports\":[\"set\",[]]";

    private static final Pattern NEW = Pattern.compile("\"new\":\\{[^}]*}");

    private final SocketChannel channel;
    private final String bridge;
    private final String lock;
    private final LinkedBlockingQueue<String> incoming = new LinkedBlockingQueue<>();
    private final List<String> heard = new ArrayList<>();
    private int asked;

    private Thief(SocketChannel channel, String bridge, String lock) {
        this.channel = channel;
        this.bridge = bridge;
        this.lock = lock;
    }

    static Thief at(Path socket, String bridge, String lock) throws Exception {
        Thief thief = new Thief(SocketChannel.open(UnixDomainSocketAddress.of(socket)), bridge, lock);
        Thread.ofPlatform().daemon().name("thief").start(thief::read);
        thief.ask("monitor", "\"Open_vSwitch\",\"seen\",{\"Bridge\":{\"columns\":[\"name\",\"ports\"]}}");
        return thief;
    }

    void steals() throws Exception {
        ask("steal", "\"" + lock + "\"");
    }

    /** Gives up what was stolen back from it, and waits in line. */
    void queues() throws Exception {
        ask("unlock", "\"" + lock + "\"");
        ask("lock", "\"" + lock + "\"");
    }

    /** Takes all ports away; refused without the lock. */
    void removesPorts() throws Exception {
        heard.clear();
        ask("transact", """
                "Open_vSwitch",{"op":"assert","lock":"%s"},
                {"op":"update","table":"Bridge","where":[["name","==","%s"]],"row":{%s}}""".formatted(lock, bridge, NO_PORTS));
    }

    /** Everything that the database said before now is in {@link #heard}. */
    void listens() throws Exception {
        ask("echo", "");
    }

    /** What it said since ports were last removed: that the lock is gone or there again, and of the ports. */
    List<String> heard() {
        return heard.stream()
                .filter(each -> each.contains("\"method\":") || each.contains(LOCKED))
                .map(Thief::word)
                .toList();
    }

    private static String word(String message) {
        if (message.contains("\"method\":\"stolen\"")) {
            return "stolen";
        }
        if (message.contains(LOCKED) || message.contains("\"method\":\"locked\"")) {
            return "locked";
        }
        return now(message).contains(NO_PORTS) ? "no ports" : "ports";
    }

    /** Of an update the bridge as it is now, not as it was. */
    private static String now(String update) {
        Matcher found = NEW.matcher(update);
        if (!found.find()) {
            throw new AssertionError("expected an update of a bridge, not " + update);
        }
        return found.group();
    }

    /** All of it, as it came. */
    @Override
    public String toString() {
        return heard.toString();
    }

    private void ask(String method, String params) throws Exception {
        String id = "\"id\":" + ++asked;
        String text = "{\"method\":\"" + method + "\",\"params\":[" + params + "]," + id + "}";
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
        while (true) {
            String next = incoming.poll(60, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("no answer to " + text + ", only " + heard);
            }
            heard.add(next);
            if (!next.contains("\"method\":") && next.contains(id)) {
                if (!next.contains("\"error\":null") || next.contains("\"error\":\"")) {
                    throw new AssertionError(text + ": " + next);
                }
                return;
            }
        }
    }

    /** Messages stand one behind the other; one ends with its last brace. */
    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        StringBuilder message = new StringBuilder();
        int depth = 0;
        try {
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    // Nothing that is asked for here has a brace inside a string.
                    char each = (char) buffer.get();
                    message.append(each);
                    depth += each == '{' ? 1 : each == '}' ? -1 : 0;
                    if (each == '}' && depth == 0) {
                        incoming.add(message.toString());
                        message.setLength(0);
                    }
                }
                buffer.clear();
            }
        } catch (IOException e) {
            // Closed; whoever waits for an answer says so.
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

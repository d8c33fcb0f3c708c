package io.heddle.cni.ipam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.cni.ipam.LedgerEvent.Attached;
import io.heddle.cni.ipam.LedgerEvent.Past;
import io.heddle.cni.ipam.LedgerEvent.Released;
import io.heddle.cni.ipam.LedgerEvent.Remembered;
import io.heddle.cni.spec.AttachmentKey;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JournalFileTest {

    private static final List<LedgerEvent> EVENTS = List.of(
            new Attached(allocation("a", "10.0.0.1", "fd00::1")),
            new Attached(allocation("b", "10.0.0.2")),
            new Released(new AttachmentKey("a", "eth0"), 17),
            new Remembered(IpAddress.parse("10.0.0.9"), new Past(Optional.of("space/\"quoted\" ü"), -3)));

    @Test
    void whatIsWrittenIsRead() throws Exception {
        JournalFile file = JournalFile.read(bytes());

        assertThat(file.events()).extracting(JournalFile.Numbered::event).isEqualTo(EVENTS);
        assertThat(file.number()).isEqualTo(10 + EVENTS.size());
    }

    @Test
    void everyPrefixHoldsTheEventsThatWereWhollyWritten() throws Exception {
        byte[] whole = bytes();
        for (int length = 0; length <= whole.length; length++) {
            byte[] prefix = Arrays.copyOf(whole, length);
            long lines = new String(prefix, StandardCharsets.UTF_8)
                    .chars()
                    .filter(each -> each == '\n')
                    .count();
            JournalFile file = JournalFile.read(prefix);

            assertThat(file.events()).hasSize((int) Math.max(0, lines - 1));
            assertThat(file.length()).isLessThanOrEqualTo(length);
        }
    }

    @Test
    void noFlippedByteIsTakenForAnEvent() {
        byte[] whole = bytes();
        int header = JournalFile.header(10).length;
        for (int i = header; i < whole.length; i++) {
            if (whole[i] == '\n') {
                continue; // two lines become one: seen, unless they are the last two
            }
            byte[] flipped = whole.clone();
            flipped[i] ^= 4;
            List<LedgerEvent> read;
            try {
                read = JournalFile.read(flipped).events().stream()
                        .map(JournalFile.Numbered::event)
                        .toList();
            } catch (JournalFile.Damaged e) {
                continue;
            }
            // Only the last line may be lost without a word.
            assertThat(read).isEqualTo(EVENTS.subList(0, EVENTS.size() - 1));
        }
    }

    @Test
    void aDamagedLineBeforeASoundOneIsNamed() {
        byte[] whole = bytes();
        whole[JournalFile.header(10).length + 20] ^= 1;

        assertThatThrownBy(() -> JournalFile.read(whole)).hasMessageContaining("line 2 is damaged and line 3");
    }

    @Test
    void anotherFormatIsRefusedByName() {
        byte[] newer = "heddle-ipam 2 0\n".getBytes(StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> JournalFile.read(newer))
                .hasMessageContaining("format is 2")
                .hasMessageContaining("format 1");
    }

    private static byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(JournalFile.header(10));
        long number = 10;
        for (LedgerEvent each : EVENTS) {
            bytes.writeBytes(JournalFile.line(++number, each));
        }
        return bytes.toByteArray();
    }

    static Allocation allocation(String container, String... addresses) {
        return new Allocation(
                new AttachmentKey(container, "eth0"),
                "pods",
                Arrays.stream(addresses).map(IpAddress::parse).toList(),
                new Mac(1),
                Optional.of("space/" + container),
                "/run/netns/" + container,
                5);
    }
}

package io.heddle.controller.onos.ovsdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class JsonFramesProperties {

    private static final List<String> MESSAGES = List.of(
            "{\"a\":{}}",
            "{\"text\":\"}{\\\"}\\\\\"}",
            "{}",
            "{\"b\":[{\"c\":\"\u00e9\u20ac\"},{}]}",
            "{\"d\":\"\\\\\\\\\"}");

    @Property
    void messagesComeOutAsTheyWentInHoweverTheyAreCut(
            @ForAll @Size(max = 30) List<@IntRange(min = 1, max = 40) Integer> cuts) {
        byte[] stream = String.join(" \n", MESSAGES).getBytes(StandardCharsets.UTF_8);
        EmbeddedChannel channel = new EmbeddedChannel(new JsonFrames());
        int from = 0;
        for (int each : cuts) {
            int to = Math.min(stream.length, from + each);
            channel.writeInbound(Unpooled.copiedBuffer(stream, from, to - from));
            from = to;
        }
        channel.writeInbound(Unpooled.copiedBuffer(stream, from, stream.length - from));

        List<String> read = new ArrayList<>();
        for (byte[] each = channel.readInbound(); each != null; each = channel.readInbound()) {
            read.add(new String(each, StandardCharsets.UTF_8));
        }
        assertThat(read).isEqualTo(MESSAGES);
        channel.finishAndReleaseAll();
    }
}

package io.heddle.controller.onos.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.onos.OnosIds;
import io.heddle.model.fabric.DeviceName;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onosproject.net.DeviceId;

/** What a peer sends ends its own channel at most: a good switch connects and answers all the while. */
class HostileSwitchTest {

    private static final Duration TICK = Duration.ofMillis(200);
    private static final int ROUNDS = Boolean.getBoolean("heddle.long") ? 20_000 : 300;

    private final BlockingQueue<String> refused = new LinkedBlockingQueue<>();
    private final BlockingQueue<Long> connected = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> lost = new LinkedBlockingQueue<>();
    private final SwitchEvents events = new SwitchEvents() {
        @Override
        public Optional<DeviceId> device(long datapathId) {
            return datapathId < 10
                    ? Optional.of(OnosIds.deviceId(DeviceName.of("leaf-" + datapathId)))
                    : Optional.empty();
        }

        @Override
        public void connected(OpenFlowSwitch device) {
            connected.add(device.datapathId());
        }

        @Override
        public void portChanged(OpenFlowSwitch device, SwitchPort port) {}

        @Override
        public void frame(OpenFlowSwitch device, long inPort, byte[] frame) {}

        @Override
        public void disconnected(OpenFlowSwitch device, String reason) {
            lost.add(reason);
        }

        @Override
        public void refused(String peer, String reason) {
            refused.add(reason);
        }
    };

    private OpenFlowServer server;

    @BeforeEach
    void listen() throws InterruptedException {
        server = OpenFlowServer.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), events, TICK);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aWrongVersionIsRefusedByName() throws Exception {
        try (Socket peer = dial()) {
            peer.getOutputStream().write(message(1, 0, 8, 1));

            assertThat(reason()).contains("version 1").contains("expected 4");
        }
    }

    @Test
    void aLengthBelowTheHeaderIsRefused() throws Exception {
        try (Socket peer = dial()) {
            peer.getOutputStream().write(message(4, 0, 3, 1));

            assertThat(reason()).contains("3 bytes");
        }
    }

    @Test
    void aPeerThatSaysNothingIsCutOff() throws Exception {
        try (Socket peer = dial()) {
            assertThat(reason()).contains("no handshake");
            assertThat(peer.isConnected()).isTrue();
        }
    }

    @Test
    void anUnknownDatapathIsRefused() throws Exception {
        try (Socket peer = dial()) {
            handshake(peer, 99);

            assertThat(reason()).contains("datapath 63 is no switch of this fabric");
        }
    }

    @Test
    void aSecondChannelOfADatapathIsRefusedAndTheFirstStays() throws Exception {
        try (Socket first = dial();
                Socket second = dial()) {
            handshake(first, 1);
            assertThat(connected.poll(30, TimeUnit.SECONDS)).isEqualTo(1);
            handshake(second, 1);

            assertThat(reason()).contains("has a channel already");
        }
    }

    @Test
    void aSwitchThatGoesSilentIsLost() throws Exception {
        try (Socket peer = dial()) {
            handshake(peer, 1);
            assertThat(connected.poll(30, TimeUnit.SECONDS)).isEqualTo(1);

            assertThat(lost.poll(30, TimeUnit.SECONDS)).contains("silent");
        }
    }

    @Test
    void garbageAtAnyMomentHarmsNobodyElse() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(round);
            try (Socket peer = dial()) {
                if (random.nextBoolean()) {
                    handshake(peer, 2);
                }
                peer.getOutputStream().write(garbage(random));
                peer.shutdownOutput();
            } catch (IOException alreadyCutOff) {
                // The server was quicker, which is as good.
            }
        }
        try (Socket good = dial()) {
            handshake(good, 1);
            long datapath;
            do {
                Long next = connected.poll(30, TimeUnit.SECONDS);
                assertThat(next).as("the good switch connects").isNotNull();
                datapath = next == null ? -1 : next;
            } while (datapath != 1);
        }
    }

    /** Half of it begins like a message of OpenFlow 1.3. */
    private static byte[] garbage(Random random) {
        byte[] bytes = new byte[random.nextInt(1, 2_000)];
        random.nextBytes(bytes);
        if (random.nextBoolean() && bytes.length >= Frames.HEADER) {
            bytes[0] = Wire.VERSION;
            bytes[1] = (byte) random.nextInt(30);
            bytes[2] = (byte) (bytes.length >> 8);
            bytes[3] = (byte) bytes.length;
        }
        return bytes;
    }

    private Socket dial() throws IOException {
        InetSocketAddress address = (InetSocketAddress) server.address();
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private String reason() throws InterruptedException {
        return String.valueOf(refused.poll(30, TimeUnit.SECONDS));
    }

    /** Hello, features and no ports, as the shortest honest switch says them. */
    private static void handshake(Socket peer, long datapath) throws IOException {
        peer.getOutputStream().write(message(4, 0, 8, 1));
        DataInputStream in = new DataInputStream(peer.getInputStream());
        skip(in);
        int features = skip(in);
        ByteBuffer reply = ByteBuffer.allocate(32);
        reply.put(message(4, 6, 32, features)).putLong(datapath);
        peer.getOutputStream().write(reply.array());
        if (datapath < 10) {
            // Set-config comes first, and a doubled datapath ends here.
            if (in.read() < 0) {
                return;
            }
            in.readNBytes(11);
            int ports = skip(in);
            ByteBuffer none = ByteBuffer.allocate(16);
            none.put(message(4, 19, 16, ports)).putShort((short) 13);
            peer.getOutputStream().write(none.array());
        }
    }

    /** Reads a message over and returns its transaction number. */
    private static int skip(DataInputStream in) throws IOException {
        in.readShort();
        int length = in.readUnsignedShort();
        int xid = in.readInt();
        in.readNBytes(length - Frames.HEADER);
        return xid;
    }

    private static byte[] message(int version, int type, int length, int xid) {
        return ByteBuffer.allocate(Frames.HEADER)
                .put((byte) version)
                .put((byte) type)
                .putShort((short) length)
                .putInt(xid)
                .array();
    }
}

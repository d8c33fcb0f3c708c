package io.heddle.bgp.wire;

import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The messages that are records. An UPDATE is not among them: it is read in place by {@link UpdateView}. */
public sealed interface BgpMessage {

    /**
     * RFC 4271 section 4.2, version 4.
     *
     * @param myAs the two-octet field as it stands on the wire, AS_TRANS (23456) where the number needs four
     * @param holdTime seconds: 0, or 3 to 65535
     * @param identifier four octets, not zero (RFC 6286)
     * @param capabilities in the order of the message; doubles are allowed (RFC 5492 section 4)
     */
    record Open(int myAs, int holdTime, IpAddress identifier, List<Capability> capabilities) implements BgpMessage {

        /** RFC 6793 section 9. */
        public static final int AS_TRANS = 23456;

        public Open {
            capabilities = List.copyOf(capabilities);
            if (myAs < 1 || myAs > 0xFFFF || holdTime < 0 || holdTime == 1 || holdTime == 2 || holdTime > 0xFFFF) {
                throw new IllegalArgumentException("OPEN with AS " + myAs + " and hold time " + holdTime);
            }
            if (!identifier.isV4() || identifier.low() == 0) {
                throw new IllegalArgumentException("OPEN with identifier " + identifier);
            }
        }

        /** Of a speaker of this AS; the four-octet capability is put in front of {@code others}. */
        public static Open of(Asn asn, int holdTime, IpAddress identifier, List<Capability> others) {
            List<Capability> all = new ArrayList<>();
            all.add(new Capability.FourOctetAs(asn.value()));
            all.addAll(others);
            return new Open(asn.value() > 0xFFFF ? AS_TRANS : (int) asn.value(), holdTime, identifier, all);
        }

        /** The speaker's AS number: of the capability if it is there (RFC 6793 section 4.1). */
        public long asn() {
            return capability(Capability.FourOctetAs.class)
                    .map(Capability.FourOctetAs::asn)
                    .orElse((long) myAs);
        }

        /** The first capability of a kind. */
        public <C extends Capability> Optional<C> capability(Class<C> kind) {
            return capabilities.stream()
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst();
        }
    }

    /** RFC 4271 section 4.4. */
    record Keepalive() implements BgpMessage {}

    /** RFC 4271 section 4.5. */
    record Notification(int code, int subcode, Octets data) implements BgpMessage {

        /** RFC 9003 section 2: octets of UTF-8. */
        public static final int MAX_SHUTDOWN_TEXT = 255;

        public static Notification of(NotificationReason reason) {
            return of(reason, Octets.EMPTY);
        }

        public static Notification of(NotificationReason reason, Octets data) {
            return new Notification(reason.code(), reason.subcode(), data);
        }

        /**
         * Administrative shutdown or reset with a text for the operator of the peer (RFC 9003), cut to 255 octets at a character.
         */
        public static Notification withText(NotificationReason reason, String text) {
            String cut = text;
            while (cut.getBytes(StandardCharsets.UTF_8).length > MAX_SHUTDOWN_TEXT) {
                cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
            }
            byte[] octets = cut.getBytes(StandardCharsets.UTF_8);
            byte[] data = new byte[1 + octets.length];
            data[0] = (byte) octets.length;
            System.arraycopy(octets, 0, data, 1, octets.length);
            return of(reason, Octets.of(data));
        }

        /** This one wrapped so that the peer drops our routes in spite of graceful restart (RFC 8538 section 3.1). */
        public Notification asHardReset() {
            byte[] wrapped = new byte[2 + data.length()];
            wrapped[0] = (byte) code;
            wrapped[1] = (byte) subcode;
            data.copyInto(wrapped, 2);
            return of(NotificationReason.HARD_RESET, Octets.of(wrapped));
        }

        /** What a hard reset carries; empty for anything else. */
        public Optional<Notification> inHardReset() {
            if (reason().orElse(null) != NotificationReason.HARD_RESET || data.length() < 2) {
                return Optional.empty();
            }
            return Optional.of(
                    new Notification(data.at(0), data.at(1), Octets.copyOf(data.toArray(), 2, data.length())));
        }

        /** Code and subcode by name. An unknown subcode counts as the unspecific one of its code. */
        public Optional<NotificationReason> reason() {
            return NotificationReason.of(code, subcode).or(() -> NotificationReason.of(code, 0));
        }

        /** The text of RFC 9003, if there is one and it is UTF-8. */
        public Optional<String> text() {
            boolean carriesText = code == NotificationReason.ADMINISTRATIVE_SHUTDOWN.code()
                    && (subcode == NotificationReason.ADMINISTRATIVE_SHUTDOWN.subcode()
                            || subcode == NotificationReason.ADMINISTRATIVE_RESET.subcode());
            if (!carriesText || data.isEmpty() || data.at(0) == 0 || data.at(0) != data.length() - 1) {
                return Optional.empty();
            }
            try {
                return Optional.of(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(data.toArray(), 1, data.at(0)))
                        .toString());
            } catch (CharacterCodingException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * RFC 2918 section 3, RFC 7313 section 3.
     *
     * @param subtype one of the constants; others are to be ignored (RFC 7313 section 5)
     */
    record RouteRefresh(AddressFamilyId family, int subtype) implements BgpMessage {

        public static final int REQUEST = 0;
        /** Beginning of a refresh, BoRR. */
        public static final int BEGIN = 1;
        /** End of a refresh, EoRR. */
        public static final int END = 2;
    }
}

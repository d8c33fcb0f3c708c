package io.heddle.bgp.wire;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** UPDATEs put together byte by byte, right or wrong. */
final class RawUpdate {

    static final String ORIGIN = "40 01 01 00";
    static final String AS_PATH = "40 02 06 02 01 0000fde9";
    static final String NEXT_HOP = "40 03 04 c0000201";
    static final String LOCAL_PREF = "40 05 04 00000064";
    /** All that an eBGP route must have. */
    static final String MANDATORY = ORIGIN + AS_PATH + NEXT_HOP;
    /** 10.1.0.0/16. */
    static final String NLRI = "10 0a01";
    /** 2001:db8::/32 with next hop 2001:db8::1. */
    static final String MP_REACH = "80 0e 1a 0002 01 10 20010db8000000000000000000000001 00 20 20010db8";

    private RawUpdate() {}

    static byte[] of(String withdrawn, String attributes, String nlri) {
        byte[] gone = bytes(withdrawn);
        byte[] path = bytes(attributes);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(new byte[MessageFrame.HEADER_LENGTH]);
        body.writeBytes(new byte[] {(byte) (gone.length >> 8), (byte) gone.length});
        body.writeBytes(gone);
        body.writeBytes(new byte[] {(byte) (path.length >> 8), (byte) path.length});
        body.writeBytes(path);
        body.writeBytes(bytes(nlri));
        byte[] message = body.toByteArray();
        MessageFrame.put(message, 0, MessageFrame.UPDATE);
        MessageFrame.close(message, 0, message.length);
        return message;
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
}

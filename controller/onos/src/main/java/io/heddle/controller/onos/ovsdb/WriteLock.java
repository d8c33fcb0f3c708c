package io.heddle.controller.onos.ovsdb;

import io.heddle.controller.onos.provider.Lead;
import io.heddle.json.Json;
import io.heddle.model.fabric.DeviceName;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The right to set a switch up, where there are several controllers: who leads steals a lock of the database, and each of its transactions begins
 * by asserting it (RFC 7047 sections 4.1.8 to 4.1.10 and 5.2.10). So a leader that does not know yet that it is none changes nothing. A
 * connection that ends lets go of its lock. Used on one thread.
 */
final class WriteLock {

    private final Json id;
    private Lead lead;
    private boolean owned;

    WriteLock(DeviceName device, Lead first) {
        id = Json.text(idOf(device));
        lead = first;
    }

    /** An identifier of RFC 7047 section 3.1, of its own for each switch: one database may hold several bridges. */
    private static String idOf(DeviceName device) {
        StringBuilder text = new StringBuilder("heddle_");
        for (byte each : device.value().getBytes(StandardCharsets.UTF_8)) {
            boolean plain = each >= '0' && each <= '9' || each >= 'a' && each <= 'z' || each >= 'A' && each <= 'Z';
            text.append(plain ? String.valueOf((char) each) : "_%02x".formatted(each));
        }
        return text.toString();
    }

    /** Says whether this is another lead than before. */
    boolean lead(Lead now) {
        boolean other = !now.equals(lead);
        lead = now;
        return other;
    }

    /** Whether a transaction may be begun. */
    boolean mayWrite() {
        return lead instanceof Lead.Alone || lead instanceof Lead.Leads && owned;
    }

    boolean isToBeTaken() {
        return lead instanceof Lead.Leads && !owned;
    }

    boolean isToBeGiven() {
        return lead instanceof Lead.Follows && owned;
    }

    void owned(boolean now) {
        owned = now;
    }

    /** Of {@code steal} and {@code unlock}. */
    List<Json> params() {
        return List.of(id);
    }

    /** What a transaction begins with. */
    List<Json> guard() {
        return lead instanceof Lead.Leads
                ? List.of(Json.Members.EMPTY.with("op", Json.text("assert")).with("lock", id))
                : List.of();
    }
}

package io.heddle.controller.southbound.use;

import io.heddle.controller.core.TableUse;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What SONiC's critical resource monitoring counts. It is read from either form: the table that {@code crm show resources all} prints, or
 * {@code sonic-db-dump -n COUNTERS_DB -k CRM:STATS -y} as JSON. Resources that Heddle does not know are passed over.
 */
public record CrmReading(Map<Resource, Count> counts) {

    /** Entries in use, and free. */
    public record Count(long used, long available) {}

    private static final String STATS = "crm_stats_";

    /** Which kinds of entry a resource holds where the platform does not tell host routes and routes apart; the first stands for all. */
    private static final Map<Resource, List<EntryKind>> KINDS = Map.of(
            Resource.IPV4_ROUTE,
            List.of(EntryKind.ROUTE_V4, EntryKind.HOST_ROUTE_V4, EntryKind.OVERLAY_HOST_ROUTE_V4, EntryKind.LOCAL_V4),
            Resource.IPV6_ROUTE,
            List.of(
                    EntryKind.ROUTE_V6_SHORT,
                    EntryKind.ROUTE_V6_LONG,
                    EntryKind.HOST_ROUTE_V6,
                    EntryKind.OVERLAY_HOST_ROUTE_V6,
                    EntryKind.LOCAL_V6),
            Resource.IPV4_NEIGHBOR,
            List.of(EntryKind.NEIGHBOR_V4, EntryKind.OVERLAY_NEIGHBOR_V4),
            Resource.IPV6_NEIGHBOR,
            List.of(EntryKind.NEIGHBOR_V6, EntryKind.OVERLAY_NEIGHBOR_V6),
            Resource.IPV4_NEXTHOP,
            List.of(EntryKind.NEXT_HOP),
            Resource.NEXTHOP_GROUP,
            List.of(EntryKind.ECMP_GROUP),
            Resource.NEXTHOP_GROUP_MEMBER,
            List.of(EntryKind.ECMP_MEMBER),
            Resource.FDB_ENTRY,
            List.of(EntryKind.MAC));

    public CrmReading {
        Map<Resource, Count> sorted = new EnumMap<>(Resource.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
    }

    /**
     * Reads either form.
     *
     * @throws BadField if it is neither, with the place
     */
    public static CrmReading read(byte[] text) throws BadField {
        String words = new String(text, StandardCharsets.UTF_8);
        CrmReading reading = words.stripLeading().startsWith("{") ? json(text) : table(words);
        if (reading.counts.isEmpty()) {
            throw new BadField("CRM", "no resource", "lines of name, used and available, or CRM:STATS");
        }
        return reading;
    }

    private static CrmReading table(String text) throws BadField {
        Map<Resource, Count> counts = new EnumMap<>(Resource.class);
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String[] words = line.strip().split("\\s+", -1);
            Optional<Resource> resource = Resource.parse(words[0]);
            if (resource.isPresent()) {
                if (words.length != 3) {
                    throw new BadField("CRM line " + number, "'" + line + "'", "name, used and available");
                }
                counts.put(resource.get(), new Count(count(number, words[1]), count(number, words[2])));
            }
        }
        return new CrmReading(counts);
    }

    private static long count(int line, String word) throws BadField {
        try {
            return Long.parseUnsignedLong(word);
        } catch (NumberFormatException e) {
            throw new BadField("CRM line " + line, "'" + word + "'", "a count");
        }
    }

    private static CrmReading json(byte[] text) throws BadField {
        Json value;
        try {
            value = JsonText.read(text);
        } catch (JsonText.NotJson e) {
            throw new BadField("CRM", String.valueOf(e.getMessage()), "CRM:STATS as JSON");
        }
        Fields whole = Fields.of("", value);
        Fields stats = whole.object("CRM:STATS").orElse(whole);
        Map<String, String> fields = stats.object("value").orElse(stats).texts();
        Map<Resource, Count> counts = new EnumMap<>(Resource.class);
        for (Resource each : Resource.values()) {
            String used = fields.get(STATS + each + "_used");
            String available = fields.get(STATS + each + "_available");
            if (used != null && available != null) {
                counts.put(each, new Count(count(0, used), count(0, available)));
            }
        }
        return new CrmReading(counts);
    }

    /** As admission takes it: above what is {@code expected} it is foreign. */
    public TableUse use(DeviceName device, TableCounts expected) {
        long[] held = new long[EntryKind.values().length];
        long[] foreign = new long[held.length];
        KINDS.forEach((resource, kinds) -> {
            Count count = counts.get(resource);
            if (count != null) {
                long known = kinds.stream().mapToLong(expected::of).sum();
                int kind = kinds.getFirst().ordinal();
                held[kind] = count.used();
                foreign[kind] = Math.max(0, count.used() - known);
            }
        });
        return new TableUse(device, TableCounts.of(held), TableCounts.of(foreign), "crm");
    }
}

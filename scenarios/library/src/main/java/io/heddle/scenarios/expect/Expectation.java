package io.heddle.scenarios.expect;

import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.RouteSource;
import io.heddle.simulator.walk.Arrival;
import io.heddle.topology.check.Rule;
import io.heddle.topology.check.Severity;
import io.heddle.topology.loss.Reading;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One claim about a case of a scenario. What is absent is not claimed. */
public sealed interface Expectation {

    /**
     * How full a table is.
     *
     * @param used entries at {@code moment}
     * @param verdict over rest and every computed failure
     * @param whenFull what the operating system does with the first entry too many
     */
    record TableUse(
            Where where,
            Resource resource,
            Moment moment,
            OptionalLong used,
            Optional<Limit> limit,
            Optional<Verdict> verdict,
            Optional<Overflow.Action> whenFull)
            implements Expectation {}

    /** Which table is the fullest. */
    record BindingTable(Where where, Resource resource) implements Expectation {}

    /** How many entries of a kind a switch holds at rest. */
    record Entries(Where where, EntryKind kind, long count) implements Expectation {}

    /**
     * How many routes a switch holds at rest.
     *
     * @param within only those inside this prefix, itself included
     * @param length only those of this length
     */
    record Routes(Where where, Optional<Prefix> within, OptionalInt length, long count) implements Expectation {}

    /**
     * A route of the default VRF, or its absence.
     *
     * @param width next hops of its ECMP group
     */
    record Route(Where where, Prefix prefix, boolean present, OptionalInt width, Optional<RouteSource> source)
            implements Expectation {}

    /**
     * What becomes of a packet that enters the fabric at a switch, in the default VRF.
     *
     * @param lost devices that are dead meanwhile
     * @param cut cables that are
     */
    record Reach(DeviceName from, IpAddress to, Arrival arrival, List<DeviceName> lost, List<Link> cut)
            implements Expectation {
        public Reach {
            lost = List.copyOf(lost);
            cut = List.copyOf(cut);
        }
    }

    /**
     * Whether the loss of any one part of a kind costs somebody connectivity.
     *
     * @param management about the out-of-band networks; otherwise about traffic
     * @param offender a part whose loss does, as reports name it: {@code switch oob-1}
     * @param offenders how many do
     */
    record Resilience(
            Reading losing, boolean management, boolean survives, Optional<String> offender, OptionalInt offenders)
            implements Expectation {}

    /**
     * A structural finding, or its absence.
     *
     * @param about a subject of it, such as {@code leaf-1-1}
     */
    record Structure(Rule rule, boolean present, Optional<Severity> severity, Optional<String> about)
            implements Expectation {}

    /** How many of something there are. */
    record Count(Counted what, long count) implements Expectation {}

    /** How many pairs of pods on different nodes reach each other from another address than the sender's. */
    record Translated(long pairs) implements Expectation {}

    /**
     * The answer of the capacity search.
     *
     * @param largest the largest size at which nothing overflows
     * @param stoppedBy what overflows at one more
     * @param on the role of a switch on which it does
     * @param next the next table to overflow if that one were without limit
     */
    record Capacity(int largest, Optional<Resource> stoppedBy, Optional<SwitchRole> on, Optional<Resource> next)
            implements Expectation {}
}

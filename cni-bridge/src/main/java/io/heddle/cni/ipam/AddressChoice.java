package io.heddle.cni.ipam;

import io.heddle.cni.spec.CniCode;
import io.heddle.cni.spec.CniException;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Picks addresses for a pod: the requested one; else the one that the same pod had before; else the next free one behind the last
 * that was given, round the blocks, so that a freed address rests as long as it can.
 */
final class AddressChoice {

    /** Steps of a search through one block: only an IPv6 block has more, and there a free address comes sooner. */
    private static final long SEARCH_LIMIT = 1L << 20;

    private final Ledger ledger;
    private final AddressSource source;
    private final long now;
    private final long coolDown;

    /**
     * @param now milliseconds since 1970
     * @param coolDown milliseconds that a freed address rests before another pod gets it
     */
    AddressChoice(Ledger ledger, AddressSource source, long now, long coolDown) {
        this.ledger = ledger;
        this.source = source;
        this.now = now;
        this.coolDown = coolDown;
    }

    /** One address of each family that the network has. */
    List<IpAddress> choose(List<IpAddress> requested, Optional<String> pod) throws CniException {
        for (IpAddress each : requested) {
            requireFree(each);
        }
        List<IpAddress> chosen = new ArrayList<>();
        for (IpFamily family : source.families()) {
            List<IpAddress> wanted =
                    requested.stream().filter(each -> each.family() == family).toList();
            if (wanted.size() > 1) {
                throw new CniException(
                        CniCode.ADDRESS_REFUSED, "requested addresses " + wanted + ": one of each family can be had");
            }
            chosen.add(wanted.isEmpty() ? next(family, pod) : wanted.getFirst());
        }
        if (chosen.isEmpty()) {
            throw new CniException(CniCode.EXHAUSTED, "network " + source.network() + " has no block on this node yet");
        }
        return chosen;
    }

    private void requireFree(IpAddress address) throws CniException {
        if (!source.has(address)) {
            throw new CniException(
                    CniCode.ADDRESS_REFUSED,
                    "requested address " + address + " cannot be given: network " + source.network() + " has blocks "
                            + source.blocks() + " and keeps " + source.reserved());
        }
        var holder = ledger.holder(address);
        if (holder.isPresent()) {
            throw new CniException(
                    CniCode.ADDRESS_REFUSED, "requested address " + address + " is held by " + holder.get());
        }
    }

    private IpAddress next(IpFamily family, Optional<String> pod) throws CniException {
        if (pod.isPresent()) {
            for (IpAddress each : ledger.formerlyOf(pod.get())) {
                if (each.family() == family && source.has(each)) {
                    return each;
                }
            }
        }
        List<Prefix> blocks = source.blocks(family).toList();
        Optional<IpAddress> latest = ledger.latest(source.network(), family);
        int start = 0;
        for (int i = 0; i < blocks.size(); i++) {
            if (latest.isPresent() && blocks.get(i).contains(latest.get())) {
                start = i;
            }
        }
        // The block of the latest address comes twice: from behind it on, and at the end from its beginning.
        for (int i = 0; i <= blocks.size(); i++) {
            Prefix block = blocks.get((start + i) % blocks.size());
            long from = i == 0 && latest.isPresent() && block.contains(latest.get())
                    ? latest.get().low() - block.address().low() + 1
                    : 0;
            Optional<IpAddress> free = search(block, from);
            if (free.isPresent()) {
                return free.get();
            }
        }
        throw exhausted(family, blocks);
    }

    private Optional<IpAddress> search(Prefix block, long from) {
        for (long at = from; at >= 0 && at < block.size() && at - from < SEARCH_LIMIT; at++) {
            IpAddress address = block.address().plus(at);
            if (source.has(address) && ledger.holder(address).isEmpty() && coolsUntil(address) <= now) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    /** A clock that was set back must not keep an address for ever: nothing cools longer than from now on. */
    private long coolsUntil(IpAddress address) {
        return ledger.past(address)
                .map(past -> Math.min(past.freedAtMillis(), now))
                .map(freed -> freed + coolDown)
                .orElse(Long.MIN_VALUE);
    }

    private CniException exhausted(IpFamily family, List<Prefix> blocks) {
        List<String> use = new ArrayList<>();
        long soonest = Long.MAX_VALUE;
        for (Prefix block : blocks) {
            long held = 0;
            long cooling = 0;
            for (long at = 0; at < Math.min(block.size(), SEARCH_LIMIT); at++) {
                IpAddress address = block.address().plus(at);
                if (ledger.holder(address).isPresent()) {
                    held++;
                } else if (source.has(address)) {
                    cooling++;
                    soonest = Math.min(soonest, coolsUntil(address) - now);
                }
            }
            use.add(block + " (" + held + " of " + block.size() + " in use, " + cooling + " cooling down)");
        }
        String message =
                "network " + source.network() + " has no free " + family + " address: " + String.join(", ", use);
        return soonest == Long.MAX_VALUE
                ? new CniException(CniCode.EXHAUSTED, message)
                : new CniException(
                        CniCode.EXHAUSTED, message, "the next one is free in " + (soonest + 999) / 1000 + " s");
    }
}

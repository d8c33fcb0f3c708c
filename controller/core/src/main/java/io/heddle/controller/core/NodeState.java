package io.heddle.controller.core;

import io.heddle.controller.core.tree.SortedTree;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import java.util.Map;

/**
 * A node with its pods.
 *
 * @param addresses which attachment has an address
 * @param refused attachments that are not announced
 */
public record NodeState(
        NodeRecord record,
        SortedTree<AttachmentKey, Pod> pods,
        SortedTree<IpAddress, AttachmentKey> addresses,
        SortedTree<AttachmentKey, Pod> refused) {

    static NodeState of(NodeRecord record) {
        return new NodeState(record, SortedTree.empty(), SortedTree.empty(), SortedTree.empty());
    }

    public DeviceName name() {
        return record.name();
    }

    NodeState with(NodeRecord next) {
        return new NodeState(next, pods, addresses, refused);
    }

    NodeState with(AttachmentKey key, Pod pod) {
        SortedTree<IpAddress, AttachmentKey> index = withoutAddresses(key);
        for (IpAddress each : pod.addresses()) {
            index = index.with(each, key);
        }
        return new NodeState(
                record, pods.with(key, pod), index, pod.isRefused() ? refused.with(key, pod) : refused.without(key));
    }

    NodeState without(AttachmentKey key) {
        return new NodeState(record, pods.without(key), withoutAddresses(key), refused.without(key));
    }

    private SortedTree<IpAddress, AttachmentKey> withoutAddresses(AttachmentKey key) {
        SortedTree<IpAddress, AttachmentKey> index = addresses;
        for (Pod gone : pods.get(key).stream().toList()) {
            for (IpAddress each : gone.addresses()) {
                if (index.get(each).filter(key::equals).isPresent()) {
                    index = index.without(each);
                }
            }
        }
        return index;
    }

    /** Whether a grant of the node has this address. */
    public boolean mayHave(IpAddress address) {
        return record.grants().stream().anyMatch(each -> each.prefix().contains(address));
    }

    /** Addresses of a family that are granted and not in use, at most {@link Long#MAX_VALUE}. */
    public long free(IpFamily family) {
        long granted = 0;
        for (Grant each : record.grants()) {
            if (each.prefix().family() == family) {
                long sum = granted + each.prefix().size();
                granted = sum < 0 ? Long.MAX_VALUE : sum;
            }
        }
        long used = 0;
        for (Map.Entry<IpAddress, AttachmentKey> each : addresses) {
            used += each.getKey().family() == family ? 1 : 0;
        }
        return granted - used;
    }
}

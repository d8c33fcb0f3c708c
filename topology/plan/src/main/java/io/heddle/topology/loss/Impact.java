package io.heddle.topology.loss;

import java.util.List;

/**
 * What the loss of one part does.
 *
 * @param losses connectivity lost; empty if none is
 * @param bandwidth nodes that keep less bandwidth, or none
 */
public record Impact(Part part, List<ScopeLoss> losses, List<BandwidthLoss> bandwidth) {

    public Impact {
        losses = List.copyOf(losses);
        bandwidth = List.copyOf(bandwidth);
    }

    /** The connectivity lost in band, or that lost out of band. */
    public List<ScopeLoss> losses(boolean outOfBand) {
        return losses.stream().filter(each -> each.outOfBand() == outOfBand).toList();
    }
}

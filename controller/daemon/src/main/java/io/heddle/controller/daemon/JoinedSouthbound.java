package io.heddle.controller.daemon;

import io.heddle.controller.core.announce.Wanted;
import io.heddle.controller.daemon.loop.ControllerLoop;
import io.heddle.controller.http.api.Drift;
import io.heddle.model.fabric.DeviceName;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Switches of which some are told by OpenFlow and the others by BGP. What is new reaches all of one kind before what is old goes, not all of both. */
record JoinedSouthbound(Southbound bgp, OpenFlowSwitches openflow) implements Southbound {

    @Override
    public void report(ControllerLoop loop) {
        bgp.report(loop);
        openflow.report(loop);
    }

    @Override
    public List<Drift> drift() {
        return Stream.concat(bgp.drift().stream(), openflow.drift().stream()).toList();
    }

    @Override
    public boolean isTold(DeviceName device) {
        return openflow.has(device) ? openflow.isTold(device) : bgp.isTold(device);
    }

    @Override
    public void want(Collection<Wanted> wants) {
        bgp.want(wants.stream().filter(each -> !openflow.has(each.device())).toList());
        openflow.want(wants);
    }

    @Override
    public void leads(long term) {
        openflow.leads(term);
    }

    @Override
    public void close() {
        openflow.close();
        bgp.close();
    }
}

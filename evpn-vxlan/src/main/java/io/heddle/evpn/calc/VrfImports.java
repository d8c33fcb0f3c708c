package io.heddle.evpn.calc;

/** Lets VRFs that come import the routes that are there. Single-threaded. */
final class VrfImports implements Switches.VrfListener {

    private final Targets targets;
    private final Routes routes;

    VrfImports(Targets targets, Routes routes) {
        this.targets = targets;
        this.routes = routes;
    }

    @Override
    public void made(MacVrf vrf) {
        targets.add(vrf);
        routes.fill(vrf);
    }

    @Override
    public void made(IpVrf vrf) {
        targets.add(vrf);
        routes.fill(vrf);
    }

    @Override
    public void gone(MacVrf vrf) {
        targets.remove(vrf);
    }

    @Override
    public void gone(IpVrf vrf) {
        targets.remove(vrf);
    }
}

package io.heddle.render.frr;

/** {@code /etc/frr/daemons}: which daemons Debian's and Cumulus' service starts. */
public final class FrrDaemonsFile {

    private FrrDaemonsFile() {}

    /** zebra and staticd are started whatever it says. */
    public static String text(boolean bfd) {
        return """
                bgpd=yes
                bfdd=%s
                vtysh_enable=yes
                zebra_options="  -A 127.0.0.1 -s 90000000"
                bgpd_options="   -A 127.0.0.1"
                staticd_options="-A 127.0.0.1"
                bfdd_options="   -A 127.0.0.1"
                """.formatted(bfd ? "yes" : "no");
    }
}

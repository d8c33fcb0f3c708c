package io.heddle.scenarios.cli;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.scenarios.certs.AlternativeName;
import io.heddle.scenarios.certs.CertificateFolder;
import io.heddle.tls.UnusableTls;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Options;

/** {@code heddle certs}: an authority and its certificates, for mutual TLS between controllers, nodes and people. */
final class CertsCommand implements Command {

    private static final String USAGE = """
            heddle certs --out DIR [--days N] [--renew]
                --controller NAME=ADDRESS|HOST,...   of a controller, with every address and host name it is called by
                --node NAME                          of a node's agent
                --switch NAME                        of a switch that is told by OpenFlow
                --reader NAME, --writer NAME         of a person or program that reads, or changes too""";

    private static final Options OPTIONS = new Options()
            .addOption(Arguments.valued("out", "a directory"))
            .addOption(Arguments.valued("controller", "NAME=ADDRESS,..."))
            .addOption(Arguments.valued("node", "a name"))
            .addOption(Arguments.valued("switch", "a name"))
            .addOption(Arguments.valued("reader", "a name"))
            .addOption(Arguments.valued("writer", "a name"))
            .addOption(Arguments.valued("days", "a number"))
            .addOption(Arguments.flag("renew"));

    private static final int AUTHORITY_DAYS = 3650;
    private static final int DAYS = 90;

    @Override
    public int run(List<String> args, Terminal terminal) throws InputException {
        Arguments given = Arguments.parse(USAGE, OPTIONS, args);
        given.words(0);
        Path directory =
                Path.of(given.value("out").orElseThrow(() -> new InputException("--out is missing\n" + USAGE)));
        Map<String, List<AlternativeName>> wanted = wanted(given);
        int days = given.number("days", 1).orElse(DAYS);
        CertificateFolder folder = new CertificateFolder(directory);
        boolean renew = given.has("renew");
        for (String each : wanted.keySet()) {
            if (!renew && folder.has(each)) {
                throw new InputException(folder.certificate(each) + " or " + folder.key(each)
                        + " is there already; --renew makes a new key and certificate in its place");
            }
        }
        Instant now = Instant.now();
        try {
            if (!folder.hasAuthority()) {
                folder.createAuthority(now, AUTHORITY_DAYS);
                terminal.out()
                        .println(folder.key("ca")
                                + ": the authority's key; keep it where no controller or node can read it");
            }
            for (Map.Entry<String, List<AlternativeName>> each : wanted.entrySet()) {
                folder.issue(each.getKey(), each.getValue(), now, days, renew);
                terminal.out()
                        .println(folder.certificate(each.getKey()) + ", " + folder.key(each.getKey()) + ": for " + days
                                + " days");
            }
        } catch (FileAlreadyExistsException e) {
            throw new InputException(e.getMessage() + " is there already");
        } catch (IOException | UnusableTls e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
        return HOLDS;
    }

    /** By the name of the files. */
    private static Map<String, List<AlternativeName>> wanted(Arguments given) throws InputException {
        Map<String, List<AlternativeName>> wanted = new LinkedHashMap<>();
        for (String each : given.values("controller")) {
            int equals = each.indexOf('=');
            if (equals < 1 || equals == each.length() - 1) {
                throw new InputException(
                        "--controller is '" + each + "'; expected NAME=ADDRESS,HOST,... such as ctl-1=10.0.0.1");
            }
            List<AlternativeName> names = new ArrayList<>();
            for (String name : each.substring(equals + 1).split(",", -1)) {
                names.add(called(name));
            }
            add(wanted, each.substring(0, equals), names);
        }
        for (String each : given.values("node")) {
            add(wanted, each, List.of(new AlternativeName.Uri("urn:heddle:node:" + each)));
        }
        for (String each : given.values("switch")) {
            add(wanted, each, List.of(new AlternativeName.Uri("urn:heddle:switch:" + each)));
        }
        for (String each : given.values("reader")) {
            add(wanted, each, List.of(new AlternativeName.Uri("urn:heddle:role:read")));
        }
        for (String each : given.values("writer")) {
            add(wanted, each, List.of(new AlternativeName.Uri("urn:heddle:role:write")));
        }
        return wanted;
    }

    private static void add(Map<String, List<AlternativeName>> wanted, String name, List<AlternativeName> names)
            throws InputException {
        try {
            DeviceName.of(name); // of a file, too: no slash
        } catch (IllegalArgumentException e) {
            throw new InputException(String.valueOf(e.getMessage()));
        }
        if (name.equals("ca") || wanted.put(name, names) != null) {
            throw new InputException("the name '" + name + "' is taken; each certificate has its own");
        }
    }

    private static AlternativeName called(String name) throws InputException {
        try {
            return new AlternativeName.Address(IpAddress.parse(name));
        } catch (IllegalArgumentException e) {
            if (!name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?") || name.matches("[0-9.]+")) {
                throw new InputException("'" + name + "' is neither an address nor a host name");
            }
            return new AlternativeName.Dns(name);
        }
    }
}

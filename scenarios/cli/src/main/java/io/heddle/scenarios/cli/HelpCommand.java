package io.heddle.scenarios.cli;

import java.util.List;

/** {@code heddle help}. */
final class HelpCommand implements Command {

    private static final String TEXT = """
            Heddle plans and checks the network of a GPU cluster.

              heddle list                       the scenarios that come along
              heddle simulate NAME|FILE         what each switch holds, what it can hold, what breaks first
                  --case NAME                   one case of several, in full
                  --set path=value              with a value changed, such as fabric.generate.racks=40; any number of times
                  --json                        one object, documented in docs/json-output.md
                  --html FILE                   one self-contained page with pictures
              heddle capacity NAME|FILE         how far it grows until the first table overflows, and what is next
                  --grows WHAT                  racks, nodes-per-rack, pods-per-node or vnis
                  --from N, --to N              the sizes to look at
                  --json
              heddle tables NAME|FILE SWITCH    every entry that one switch holds
              heddle topology NAME|FILE         parts, bandwidth, what is wrong, who loses what
                  --html FILE                   one page with a drawing
                  --csv DIR                     cabling list, address plan, bill of materials
              heddle trace NAME|FILE            a packet from pod to pod: every hop, entry and path
                  --from, --to                  a node (its first pod) or the address of a pod
                  --fail PART                   with a device dead, or the cable in DEVICE:PORT cut; any number of times
                  --incident EVENT, --at 20ms   the tables at that time of a drill, such as --incident 'fail: leaf-1-1'
                  --flow udp:49152:4791         the flow whose pick is shown, under --hash MODEL
              heddle load NAME|FILE             what a GPU job's traffic does to the cables
                  --pattern ring                or hierarchical, all-to-all, parameter-server-push, parameter-server-pull
                  --ranks N, --bytes N          GPUs of the job, and bytes a rank; --flows N a transfer, --servers N
                  --fail PART, --failures       with a part lost; after every single loss of a switch or cable between switches
              heddle drill NAME|FILE            every single loss while it happens: who loses whom, for how long, why
                  --all, --all-pairs, --sample K  every one, every two at once, K pairs of them
                  --drill NAME, --incident EVENT  one in full, such as --incident 'fail: leaf-1-1'
                  --trace FILE.pcap             every message of one drill for Wireshark; .txt for people, .jsonl for programs
                  --html FILE, --json           a page with a timeline; one object
              heddle sweep NAME|FILE... --vary P=V  scenarios at many settings, such as fabric.generate.racks=2..20/2; on all cores
                  --sample K, --seed N          K points of the grid
                  --results FILE                one line a point; taken up again after a kill
                  --csv FILE, --html FILE       the table for a spreadsheet; a page with plots
              heddle diff OLD NEW               cables, configuration and tables that change, switch by switch; exits 1 if any do
              heddle lab up NAME|FILE           the fabric in namespaces of this machine, with real FRR (docs/lab.md); root
              heddle lab status|diff|fail|repair|exec|down [LAB]
              heddle demo                       a small fabric with real FRR, pods and two controllers; a spine and a controller die; root
              heddle render NAME|FILE --out DIR configuration of every device as files (docs/render.md)
                  --target frr,netplan          of frr, cumulus, sonic, bird, netplan, agent those given; all without it
                  --check                       show what would change, write nothing; exits 1 if anything would
                  --force                       overwrite files that were edited, or are not of an earlier run
              heddle cabling NAME|FILE --lldp DIR|-  what is plugged, as lldpd of each device says, against the file
              heddle controller --config FILE   gives nodes their blocks, knows every pod, keeps it (docs/controller.md)
              heddle controller --check-config FILE  only reads the files, and says what a start would fail at
              heddle controller status|nodes|endpoints|switches|drift|why ADDRESS  asks one that runs; --controller URL, --json
              heddle controller backup|restore  its store, while it does not run
              heddle certs --out DIR            an authority and certificates for mutual TLS (docs/controller-api.md)
                  --controller NAME=ADDRESS,... --node NAME --reader NAME --writer NAME, any number of each; --renew
              heddle devices [DEVICE]           the device catalogue; one device with every limit and its source
              heddle version
              heddle help

            NAME is one that `heddle list` shows, FILE a scenario file (docs/scenario-format.md).
            Exit code: 0 every expectation holds, 1 some do not, 2 the input or the usage is wrong, 3 a bug in Heddle.
            """;

    @Override
    public int run(List<String> args, Terminal terminal) {
        terminal.out().print(TEXT);
        return HOLDS;
    }
}

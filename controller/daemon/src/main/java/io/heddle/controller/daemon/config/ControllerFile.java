package io.heddle.controller.daemon.config;

import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.daemon.config.ControllerConfig.Audit;
import io.heddle.controller.daemon.config.ControllerConfig.FabricFile;
import io.heddle.controller.daemon.config.ControllerConfig.LogForm;
import io.heddle.controller.daemon.layout.SilentVteps;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Mac;
import io.heddle.topology.yaml.Format;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Reads {@code controller.yaml}. Paths in it are taken from its own directory. */
public final class ControllerFile {

    public static final Format FORMAT = new Format("controller", 1);

    static final Keys ROOT = Keys.required(Format.KEY, "name", "fabric", "store")
            .optional(
                    "pod-network",
                    "limits",
                    "audit",
                    "backup",
                    "http",
                    "bgp",
                    "openflow",
                    "silent-vteps",
                    "kubernetes",
                    "tables",
                    "agents",
                    "log");

    static final Keys FABRIC = Keys.required("scenario").optional("case");

    static final Keys LIMITS = Keys.of(
            "blocks-per-node",
            "single-addresses-per-node",
            "lending-blocks",
            "low-addresses",
            "warn-percent",
            "aggregate");

    static final Keys AGENTS = Keys.required("silent-seconds");

    static final Keys BACKUP = Keys.required("directory").optional("every-minutes", "keep");

    static final Keys SILENT = Keys.required("switch").optional("router-mac", "own-type-5");

    private static final String POD_NETWORK = "pods";
    private static final int MOST = 1 << 20;
    private static final int USUAL_MINUTES = 60;
    private static final int USUAL_KEPT = 24;

    private ControllerFile() {}

    /** Empty exactly if a problem was recorded. */
    public static Optional<ControllerConfig> read(Path file, List<Setting> settings, Problems problems) {
        YamlNode root = YamlDocument.read(file, settings, problems);
        if (!FORMAT.accepts(root)) {
            return Optional.empty();
        }
        Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        YamlMapping given = root.mapping(ROOT);
        String name = given.at("name").text("the name of this controller").orElse("");
        FabricFile fabric = fabric(given.at("fabric"), directory);
        Optional<StoreConfig> store = StoreReader.read(given.at("store"), directory);
        Optional<BgpConfig> bgp = given.has("bgp") ? BgpReader.read(given.at("bgp"), directory) : Optional.empty();
        Optional<OpenFlowConfig> openflow =
                given.has("openflow") ? OpenFlowReader.read(given.at("openflow"), directory) : Optional.empty();
        openflow.ifPresent(each -> alone(given.at("openflow"), each, bgp, store));
        Optional<HttpConfig> http = given.has("http") ? HttpReader.read(given.at("http"), directory) : Optional.empty();
        Optional<BackupConfig> backup =
                given.has("backup") ? Optional.of(backup(given.at("backup"), directory)) : Optional.empty();
        Limits limits = limits(given.at("limits"));
        SilentVteps silent = silent(
                given.at("silent-vteps"),
                bgp,
                store.filter(StoreConfig.Embedded.class::isInstance).isPresent());
        Optional<KubernetesConfig> kubernetes = given.has("kubernetes")
                ? Optional.of(KubernetesReader.read(given.at("kubernetes"), directory))
                : Optional.empty();
        Optional<TablesConfig> tables =
                given.has("tables") ? TablesReader.read(given.at("tables"), directory) : Optional.empty();
        OptionalInt silentSeconds = given.has("agents")
                ? given.at("agents").mapping(AGENTS).at("silent-seconds").integer(2, MOST)
                : OptionalInt.empty();
        Audit audit = given.at("audit").oneOf(Audit.values()).orElse(Audit.SINGLE_FAILURES);
        LogForm log = given.at("log").oneOf(LogForm.values()).orElse(LogForm.JSON);
        String network =
                given.at("pod-network").text("the name of the agents' network").orElse(POD_NETWORK);
        if (!problems.isEmpty() || store.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ControllerConfig(
                name,
                fabric,
                network,
                limits,
                audit,
                store.get(),
                backup,
                http,
                bgp,
                openflow,
                silent,
                kubernetes,
                tables,
                silentSeconds,
                NamedSwitch.of(given),
                log));
    }

    /** A switch is told in one way, and of several controllers knows every one. */
    private static void alone(
            YamlNode node, OpenFlowConfig openflow, Optional<BgpConfig> bgp, Optional<StoreConfig> store) {
        bgp.ifPresent(sessions -> sessions.switches().stream()
                .map(BgpConfig.Peer::device)
                .filter(each -> openflow.datapaths().containsValue(each))
                .forEach(each -> node.wrong(each + ", which 'bgp' has too", "a switch in one of the two")));
        if (store.filter(StoreConfig.Etcd.class::isInstance).isPresent()) {
            openflow.databases().forEach((device, database) -> {
                if (database.controllers().size() < 2) {
                    node.wrong(
                            "one controller for the bridge of " + device + ", though the store is of several",
                            "'controllers' with all of them, or the others could not take over");
                }
            });
        }
    }

    private static FabricFile fabric(YamlNode node, Path directory) {
        YamlMapping given = node.mapping(FABRIC);
        String scenario = given.at("scenario").text("a scenario file or name").orElse("");
        boolean isFile = scenario.endsWith(".yaml") || scenario.endsWith(".yml");
        return new FabricFile(
                isFile ? directory.resolve(scenario).toString() : scenario,
                given.at("case").text("the name of a case"));
    }

    private static Limits limits(YamlNode node) {
        YamlMapping given = node.mapping(LIMITS);
        Limits usual = Limits.DEFAULT;
        return new Limits(
                given.at("blocks-per-node").integer(1, MOST, usual.blocksPerNode()),
                given.at("single-addresses-per-node").integer(0, MOST, usual.singlesPerNode()),
                given.at("lending-blocks").integer(0, MOST, usual.lendingBlocks()),
                given.at("low-addresses").integer(0, MOST, usual.lowAddresses()),
                given.at("warn-percent").integer(1, 100, (int) Math.round(usual.warnShare() * 100)) / 100.0,
                given.at("aggregate").bool(usual.aggregate()));
    }

    private static BackupConfig backup(YamlNode node, Path directory) {
        YamlMapping given = node.mapping(BACKUP);
        return new BackupConfig(
                directory.resolve(given.at("directory").text("a directory").orElse("")),
                given.at("every-minutes").integer(1, MOST, USUAL_MINUTES),
                given.at("keep").integer(1, MOST, USUAL_KEPT));
    }

    private static SilentVteps silent(YamlNode node, Optional<BgpConfig> bgp, boolean alone) {
        Map<DeviceName, SilentVteps.Router> macs = new TreeMap<>();
        for (YamlNode each : node.list()) {
            YamlMapping given = each.mapping(SILENT);
            Optional<Mac> mac = given.at("router-mac").parse("a MAC address", Mac::parse);
            boolean own = given.at("own-type-5").bool(false);
            given.at("switch")
                    .parse("the name of a switch", DeviceName::of)
                    .ifPresent(device -> macs.put(device, new SilentVteps.Router(mac, alone || own)));
        }
        if (!macs.isEmpty() && bgp.isEmpty()) {
            node.wrong("VTEPs to announce for", "a section 'bgp', or nobody is told of them");
        }
        return new SilentVteps(bgp.map(BgpConfig::asn).orElse(Asn.parse("64512")), macs);
    }
}

package io.heddle.controller.daemon.config;

import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.daemon.layout.SilentVteps;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a controller is told.
 *
 * @param name of this controller among several
 * @param fabric what it controls
 * @param podNetwork the network's name that agents report
 * @param silentSeconds how long an agent may be silent before its node is asked; empty: for ever
 * @param named every switch that the file names
 * @param audit whether tables are judged before anything is let in
 * @param kubernetes the cluster that is watched, if any
 */
public record ControllerConfig(
        String name,
        FabricFile fabric,
        String podNetwork,
        Limits limits,
        Audit audit,
        StoreConfig store,
        Optional<BackupConfig> backup,
        Optional<HttpConfig> http,
        Optional<BgpConfig> bgp,
        Optional<OpenFlowConfig> openflow,
        SilentVteps silent,
        Optional<KubernetesConfig> kubernetes,
        Optional<TablesConfig> tables,
        OptionalInt silentSeconds,
        List<NamedSwitch> named,
        LogForm log) {

    public ControllerConfig {
        named = List.copyOf(named);
    }

    /**
     * Which fabric.
     *
     * @param scenario a file or the name of a built-in scenario
     * @param chosen which of its cases; empty for the first
     */
    public record FabricFile(String scenario, Optional<String> chosen) {}

    /** How far tables are looked at. */
    public enum Audit {
        OFF("off"),
        /** As everything runs. */
        AT_REST("at-rest"),
        /** And in every kind of single failure. */
        SINGLE_FAILURES("single-failures");

        private final String text;

        Audit(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** How the log is written to standard error. */
    public enum LogForm {
        JSON("json"),
        TEXT("text");

        private final String text;

        LogForm(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

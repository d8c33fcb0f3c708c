package io.heddle.controller.southbound.use;

import java.nio.file.Path;
import java.util.List;

/** Where it is read what a switch holds. Words are a program and its arguments; no shell comes between. */
public sealed interface TableSource {

    /** What a reading of it is called: {@code kernel}, {@code frr}, {@code crm}. */
    String kind();

    /**
     * iproute2, behind words that lead to the switch.
     *
     * @param words such as {@code ip netns exec leaf-1}; none where the controller runs on the switch
     */
    record Kernel(List<String> words) implements TableSource {
        public Kernel {
            words = List.copyOf(words);
        }

        @Override
        public String kind() {
            return "kernel";
        }
    }

    /**
     * FRR's routes.
     *
     * @param words vtysh, such as {@code vtysh --vty_socket /run/frr}; {@code -c} and a question follow as two words
     */
    record Frr(List<String> words) implements TableSource {
        public Frr {
            words = List.copyOf(words);
        }

        @Override
        public String kind() {
            return "frr";
        }
    }

    /**
     * SONiC's critical resource monitoring.
     *
     * @param words that print it, such as {@code ssh leaf-1 crm show resources all}
     */
    record Crm(List<String> words) implements TableSource {
        public Crm {
            words = List.copyOf(words);
        }

        @Override
        public String kind() {
            return "crm";
        }
    }

    /**
     * The same in a file that somebody else keeps writing.
     *
     * @param file as stale as its last change
     */
    record CrmFile(Path file) implements TableSource {
        @Override
        public String kind() {
            return "crm";
        }
    }
}

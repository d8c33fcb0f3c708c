package io.heddle.simulator.load;

/**
 * Who sends how much to whom. S is the size of the buffer a rank brings, n the number of ranks, g those of a node, N = n/g. Amounts are those of
 * the usual algorithms (as NCCL's performance notes count them); what stays in a node is left out.
 */
public enum Pattern {
    /** All-reduce in one ring of the ranks in order: 2(n−1)/n · S from each rank to the next. */
    RING("ring"),
    /** All-reduce in a node first, then in one ring for each GPU position: 2(N−1)/N · S/g from each rank to the same GPU of the next node. */
    HIERARCHICAL("hierarchical"),
    /** S/n from each rank to each other. */
    ALL_TO_ALL("all-to-all"),
    /** The first ranks are servers: S divided among them, pushed by every other rank. */
    PARAMETER_SERVER_PUSH("parameter-server-push"),
    /** The same, pulled. */
    PARAMETER_SERVER_PULL("parameter-server-pull");

    private final String text;

    Pattern(String text) {
        this.text = text;
    }

    /** Takes one transfer. */
    @FunctionalInterface
    interface Sender {
        void send(int from, double bytes);
    }

    /**
     * Every transfer to {@code to}.
     *
     * @param size S in bytes
     * @param servers how many ranks are parameter servers
     */
    void to(int to, Ranks ranks, double size, int servers, Sender sender) {
        int n = ranks.count();
        switch (this) {
            case RING -> {
                int from = (to + n - 1) % n;
                send(from, to, 2 * (n - 1.0) / n * size, ranks, sender);
            }
            case HIERARCHICAL -> {
                int nodes = ranks.nodes();
                int from = sameGpuOfNodeBefore(to, ranks);
                if (from >= 0) {
                    double perNode = (double) n / nodes;
                    send(from, to, 2 * (nodes - 1.0) / nodes * size / perNode, ranks, sender);
                }
            }
            case ALL_TO_ALL -> {
                for (int from = 0; from < n; from++) {
                    send(from, to, size / n, ranks, sender);
                }
            }
            case PARAMETER_SERVER_PUSH -> {
                for (int from = servers; from < n && to < servers; from++) {
                    send(from, to, size / servers, ranks, sender);
                }
            }
            case PARAMETER_SERVER_PULL -> {
                for (int from = 0; from < servers && to >= servers; from++) {
                    send(from, to, size / servers, ranks, sender);
                }
            }
        }
    }

    private static void send(int from, int to, double bytes, Ranks ranks, Sender sender) {
        if (ranks.node(from) != ranks.node(to)) {
            sender.send(from, bytes);
        }
    }

    /** Going down from a rank, and round the end, the first on another node with the same GPU position; -1 if there is none. */
    private static int sameGpuOfNodeBefore(int to, Ranks ranks) {
        int n = ranks.count();
        for (int i = 1; i < n; i++) {
            int from = (to - i + n) % n;
            if (ranks.gpu(from) == ranks.gpu(to) && ranks.node(from) != ranks.node(to)) {
                return from;
            }
        }
        return -1;
    }

    /** What NCCL calls bus bandwidth, as a factor on S over the time: comparable with the speed of a NIC. */
    double busFactor(int ranks) {
        return switch (this) {
            case RING, HIERARCHICAL -> 2 * (ranks - 1.0) / ranks;
            case ALL_TO_ALL -> (ranks - 1.0) / ranks;
            case PARAMETER_SERVER_PUSH, PARAMETER_SERVER_PULL -> 1;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}

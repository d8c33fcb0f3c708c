package io.heddle.controller.store;

import io.heddle.controller.store.etcd.KeyValue;
import java.nio.charset.StandardCharsets;

/** The keys of a store in etcd. */
record EtcdKeys(String prefix) {

    /**
     * Where the log ends.
     *
     * @param after the revision before it
     * @param parts of its commit
     */
    record Head(long revision, long after, int parts) {
        static final Head NONE = new Head(0, 0, 0);
    }

    /** A part of a commit or summary. */
    record Part(long revision, int number) {}

    String leader() {
        return prefix + "leader";
    }

    String head() {
        return prefix + "head";
    }

    String summary() {
        return prefix + "summary";
    }

    String logs() {
        return prefix + "log/";
    }

    String log(long revision, int part) {
        return String.format("%s%020d/%06d", logs(), revision, part);
    }

    String sums() {
        return prefix + "sum/";
    }

    String sum(long revision, int part) {
        return String.format("%s%020d/%06d", sums(), revision, part);
    }

    byte[] head(long revision, long after, int parts) {
        return (revision + " " + after + " " + parts + " " + Store.FORMAT).getBytes(StandardCharsets.UTF_8);
    }

    Head head(KeyValue found) throws StoreException {
        String[] words = new String(found.value(), StandardCharsets.UTF_8).split(" ", -1);
        try {
            if (words.length >= 4) {
                long format = Long.parseLong(words[3]);
                if (format > Store.FORMAT) {
                    throw new StoreException.Newer(found.key(), format);
                }
                return new Head(Long.parseLong(words[0]), Long.parseLong(words[1]), Integer.parseInt(words[2]));
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new StoreException.Corrupt(found.key(), "'" + String.join(" ", words) + "'");
    }

    Part part(String key) {
        int slash = key.lastIndexOf('/');
        int before = key.lastIndexOf('/', slash - 1);
        return new Part(Long.parseLong(key.substring(before + 1, slash)), Integer.parseInt(key.substring(slash + 1)));
    }
}

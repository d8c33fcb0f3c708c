package io.heddle.controller.http.watch;

/**
 * One event of the stream.
 *
 * @param number of this log, from 1: says what comes after what
 * @param revision of the store after it; a watcher comes back with it
 * @param data one line of JSON
 */
public record WatchEvent(long number, long revision, String type, String data) {

    int size() {
        return data.length() + type.length() + 64;
    }

    /** As it is sent (HTML standard section 9.2.6). */
    public String text() {
        return "id: " + revision + "\nevent: " + type + "\ndata: " + data + "\n\n";
    }
}

package io.heddle.controller.onos.ovsdb;

import io.heddle.json.Json;

/** The beginning of what a switch sent, for messages: a hostile one must not fill the log. */
final class Excerpt {

    private static final int MOST = 120;

    private Excerpt() {}

    static String of(Json json) {
        return of(json.toString());
    }

    static String of(String text) {
        String shown = text.length() > MOST ? text.substring(0, MOST) + "..." : text;
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}

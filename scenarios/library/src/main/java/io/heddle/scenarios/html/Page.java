package io.heddle.scenarios.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shell of a page: head with the style sheet, body, foot. */
final class Page {

    private Page() {}

    static Html begin(String title) {
        Html html = new Html();
        html.markup("<!DOCTYPE html>\n");
        html.open("html", "xmlns", "http://www.w3.org/1999/xhtml", "lang", "en").open("head");
        html.empty("meta", "charset", "utf-8");
        html.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.empty("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title + " · Heddle");
        html.open("style").markup(style()).close("style").close("head");
        return html.open("body").open("main");
    }

    static String end(Html html) {
        html.element("footer", "Made by Heddle, which plans and checks the network of a GPU cluster.");
        return html.close("main").close("body").close("html").toString();
    }

    private static String style() {
        try (InputStream in = Page.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("resource page.css is missing beside " + Page.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("resource page.css", e);
        }
    }
}

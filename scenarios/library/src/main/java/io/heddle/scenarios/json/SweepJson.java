package io.heddle.scenarios.json;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json.Numeral;
import io.heddle.json.JsonText;
import io.heddle.scenarios.sweep.PointVerdict;
import io.heddle.scenarios.sweep.SweepHead;
import io.heddle.scenarios.sweep.SweepRow;
import io.heddle.scenarios.wording.Words;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The results file of a sweep: its head and then its rows, each one line of JSON, and back. */
public final class SweepJson {

    /** The value of the key {@code heddle} in the head. */
    public static final String FORMAT = "sweep/1";

    private SweepJson() {}

    /** A line is no head or no row; the message says why. */
    public static final class NotALine extends Exception {
        private static final long serialVersionUID = 1;

        NotALine(String message) {
            super(message);
        }
    }

    /** One line, without its end. */
    public static String line(SweepHead head) {
        return Json.line(json -> json.field("heddle", FORMAT)
                .strings("scenarios", head.scenarios())
                .field("digest", head.digest())
                .strings("set", head.settings()));
    }

    /** One line, without its end. */
    public static String line(SweepRow row) {
        return Json.line(json -> json.strings("settings", row.settings())
                .field("verdict", Words.of(row.verdict()))
                .field("switches", row.switches())
                .field("nodes", row.nodes())
                .field("pods", row.pods())
                .field("fullest", row.fullest())
                .field("share", row.share())
                .field("holding", row.holding())
                .field("expectations", row.expectations())
                .field("why", row.why()));
    }

    public static SweepHead head(String line) throws NotALine {
        try {
            Fields fields = fields(line);
            String format = fields.neededText("heddle");
            if (!format.equals(FORMAT)) {
                throw new NotALine("it is '" + format + "', expected " + FORMAT);
            }
            return new SweepHead(
                    fields.list("scenarios", each -> each),
                    fields.neededText("digest"),
                    fields.list("set", each -> each));
        } catch (BadField e) {
            throw new NotALine(String.valueOf(e.getMessage()));
        }
    }

    public static SweepRow row(String line) throws NotALine {
        try {
            Fields fields = fields(line);
            List<String> settings = fields.list("settings", SweepJson::setting);
            if (settings.isEmpty()) {
                throw new NotALine("no settings");
            }
            return new SweepRow(
                    settings,
                    fields.parsed("verdict", SweepJson::verdict).orElseThrow(() -> new NotALine("no verdict")),
                    number(fields, "switches"),
                    number(fields, "nodes"),
                    number(fields, "pods"),
                    fields.neededText("fullest"),
                    share(fields),
                    number(fields, "holding"),
                    number(fields, "expectations"),
                    fields.neededText("why"));
        } catch (BadField e) {
            throw new NotALine(String.valueOf(e.getMessage()));
        }
    }

    private static Fields fields(String line) throws NotALine, BadField {
        try {
            return Fields.of("", JsonText.read(line.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonText.NotJson e) {
            throw new NotALine(String.valueOf(e.getMessage()));
        }
    }

    private static String setting(String text) {
        if (text.indexOf('=') < 1) {
            throw new IllegalArgumentException("expected path=value");
        }
        return text;
    }

    private static PointVerdict verdict(String text) {
        return PointVerdict.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static long number(Fields fields, String name) throws BadField, NotALine {
        return fields.number(name, 0, Long.MAX_VALUE).orElseThrow(() -> new NotALine("no " + name));
    }

    private static double share(Fields fields) throws NotALine {
        if (fields.object().get("share").orElse(null) instanceof Numeral share) {
            return share.value().doubleValue();
        }
        throw new NotALine("no share");
    }
}

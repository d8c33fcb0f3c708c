package io.heddle.scenarios.html;

import io.heddle.model.audit.Verdict;
import io.heddle.topology.check.Severity;

/** How good news is: chooses a colour and a sign, beside words that say the same. */
enum Mark {
    GOOD("good", "✓"),
    DOUBTFUL("doubtful", "!"),
    BAD("bad", "✗"),
    UNKNOWN("unknown", "?"),
    PLAIN("plain", "·");

    private final String style;
    private final String sign;

    Mark(String style, String sign) {
        this.style = style;
        this.sign = sign;
    }

    /** The class of the style sheet. */
    String style() {
        return style;
    }

    String sign() {
        return sign;
    }

    static Mark of(Verdict verdict) {
        return switch (verdict) {
            case FITS -> GOOD;
            case NEAR -> DOUBTFUL;
            case UNKNOWN -> UNKNOWN;
            case OVERFLOWS -> BAD;
        };
    }

    static Mark of(Severity severity) {
        return switch (severity) {
            case ERROR -> BAD;
            case WARNING -> DOUBTFUL;
            case INFO -> PLAIN;
        };
    }

    static Mark of(boolean holds) {
        return holds ? GOOD : BAD;
    }

    /** The sign and a word in a rounded label. */
    void badge(Html html, String word) {
        html.open("span", "class", "badge " + style);
        html.element("span", sign, "class", "sign", "aria-hidden", "true").text(" " + word);
        html.close("span");
    }
}

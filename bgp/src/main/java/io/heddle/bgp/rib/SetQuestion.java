package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import java.util.Arrays;
import java.util.function.Predicate;

/** A question about attribute sets, asked once for each. Its answers must not change while it is in use. Single-threaded. */
final class SetQuestion {

    private static final byte YES = 1;
    private static final byte NO = 2;

    private final AttributeTable attributes;
    private final Predicate<AttributeSet> asked;
    private byte[] answers = {};
    /** Numbers come to mean other sets; see {@link AttributeTable#serial}. */
    private int[] serials = {};

    SetQuestion(AttributeTable attributes, Predicate<AttributeSet> asked) {
        this.attributes = attributes;
        this.asked = asked;
    }

    Predicate<AttributeSet> asked() {
        return asked;
    }

    boolean isTrueOf(int set) {
        if (set >= answers.length) {
            int longer = Math.max(set + 1, attributes.limit());
            answers = Arrays.copyOf(answers, longer);
            serials = Arrays.copyOf(serials, longer);
        }
        int serial = attributes.serial(set);
        if (answers[set] == 0 || serials[set] != serial) {
            answers[set] = asked.test(attributes.set(set)) ? YES : NO;
            serials[set] = serial;
        }
        return answers[set] == YES;
    }
}

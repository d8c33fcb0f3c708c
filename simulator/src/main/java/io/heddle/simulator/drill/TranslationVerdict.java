package io.heddle.simulator.drill;

import java.util.List;

/**
 * Whether pods reached pods without translation throughout a drill.
 *
 * @param masquerading nodes that have a rule
 * @param pairs translated at the time when they were most
 * @param atBeginning before anything happened
 * @param translated block by block, in the order they first were; none where the rule held all the time
 */
public record TranslationVerdict(
        long masquerading, long pairs, long atBeginning, long atEnd, List<Translated> translated) {

    /** Where nobody masquerades. */
    public static final TranslationVerdict NOBODY = new TranslationVerdict(0, 0, 0, 0, List.of());

    public TranslationVerdict {
        translated = List.copyOf(translated);
    }

    public boolean holds() {
        return translated.isEmpty();
    }
}

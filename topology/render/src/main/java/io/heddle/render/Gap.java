package io.heddle.render;

/**
 * Something that a target cannot say, or says in other words than the simulator computes.
 *
 * @param subject what it is about, such as {@code policy export-pods, term 2}
 * @param reason why, and what was written instead
 */
public record Gap(String subject, String reason) {

    @Override
    public String toString() {
        return subject + ": " + reason;
    }
}

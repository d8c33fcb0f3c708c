package io.heddle.model.device;

/**
 * Where a statement comes from.
 *
 * @param source the document, file or issue, and what was read into it
 */
public record Evidence(String source, Confidence confidence) {

    /** There is no source. */
    public static final Evidence NONE = new Evidence("no figure found", Confidence.UNKNOWN);

    public Evidence {
        if (source.isBlank()) {
            throw new IllegalArgumentException("evidence without a source");
        }
    }
}

package io.heddle.topology.yaml;

/**
 * Where something stands in a file.
 *
 * @param file as the person named it; {@code --set path=value} for what came from the command line
 * @param line from 1
 * @param column from 1, in characters
 */
public record Place(String file, int line, int column) {

    public static Place startOf(String file) {
        return new Place(file, 1, 1);
    }

    /** {@code file:line:column}, a form editors jump to. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

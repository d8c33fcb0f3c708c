package io.heddle.model.fabric;

import java.util.regex.Pattern;

/** The name of a network card, unique in its node. */
public record CardName(String value) implements Comparable<CardName> {

    private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");

    public CardName {
        if (value.length() > 63 || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'" + value
                            + "' is not a valid name; expected letters, digits, '.', '-' and '_', starting with a letter, at most 63");
        }
    }

    public static CardName of(String value) {
        return new CardName(value);
    }

    @Override
    public int compareTo(CardName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}

package io.heddle.scenarios.text;

/** A paragraph; {@code label} is empty where it belongs to the one before. */
record Answer(String label, String text) {}

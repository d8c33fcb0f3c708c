package io.heddle.model.audit;

/** Use in the failure that fills the table most. {@code failure} says which: "loss of spine1". */
public record FailureUse(String failure, Use use) {}

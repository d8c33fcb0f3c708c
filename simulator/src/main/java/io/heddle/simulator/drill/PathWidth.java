package io.heddle.simulator.drill;

import java.math.BigInteger;

/**
 * Over how many equal paths pairs of pods were spread: the narrowest pair at each time.
 *
 * @param lowest of pairs that did not lose every flow
 */
public record PathWidth(BigInteger before, BigInteger lowest, BigInteger atEnd) {}

package io.heddle.topology.fault;

/**
 * One reason why a fabric or plan cannot be made as asked.
 *
 * @param where the device, pool or setting at fault
 * @param found what is there
 * @param expected what would be right
 */
public record Fault(String where, String found, String expected) {

    @Override
    public String toString() {
        return where + ": found " + found + ", expected " + expected;
    }
}

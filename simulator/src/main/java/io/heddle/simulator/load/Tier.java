package io.heddle.simulator.load;

/**
 * The cables between two tiers in one direction.
 *
 * @param name such as {@code leaf to spine}
 * @param cables how many live, of the NICs of the job or between switches
 * @param used how many carry something if traffic is split evenly, and if it is hashed
 * @param even seconds that the busiest cable needs if traffic is split evenly
 * @param hashed seconds that the busiest needs if flows are hashed
 * @param mean seconds of a mean cable, of those that carry something if split evenly
 * @param busiest the busiest cable if flows are hashed, with both ends
 */
public record Tier(String name, int cables, Used used, double even, double hashed, double mean, String busiest) {

    public record Used(int even, int hashed) {}

    /** How much longer the busiest cable takes for the hash's collisions: 1 is perfect. */
    public double collision() {
        return even == 0 ? 1 : hashed / even;
    }
}

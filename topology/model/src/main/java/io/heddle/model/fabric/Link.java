package io.heddle.model.fabric;

/** A cable between two ports, kept with the smaller end first so that a cable equals itself whichever way it was written. */
public record Link(PortRef a, PortRef b) implements Comparable<Link> {

    public Link {
        if (a.equals(b)) {
            throw new IllegalArgumentException("link from " + a + " to itself");
        }
        if (a.compareTo(b) > 0) {
            PortRef swap = a;
            a = b;
            b = swap;
        }
    }

    public boolean touches(DeviceName device) {
        return a.device().equals(device) || b.device().equals(device);
    }

    /** The end that is not {@code end}. */
    public PortRef otherEnd(PortRef end) {
        if (end.equals(a)) {
            return b;
        }
        if (end.equals(b)) {
            return a;
        }
        throw new IllegalArgumentException(end + " is no end of " + this);
    }

    @Override
    public int compareTo(Link other) {
        int byA = a.compareTo(other.a);
        return byA != 0 ? byA : b.compareTo(other.b);
    }

    @Override
    public String toString() {
        return a + " -- " + b;
    }
}

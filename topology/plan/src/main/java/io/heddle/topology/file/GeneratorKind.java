package io.heddle.topology.file;

/** The generators by the name they have in files. */
enum GeneratorKind {
    RACK_PAIR("rack-pair"),
    CLOS_2("clos-2"),
    CLOS_3("clos-3"),
    RAIL_OPTIMISED("rail-optimised");

    private final String text;

    GeneratorKind(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}

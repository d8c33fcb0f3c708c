package io.heddle.topology.yaml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * From parser events to a {@link Tree}. Without recursion, so that depth is a bound and not a stack overflow; from events and not from
 * the parser's own tree, so that reading stops at the first bound that is passed.
 */
final class TreeBuilder {

    /** No format of Heddle is deeper than ten. */
    static final int DEEPEST = 64;

    /** Nodes of the tree with every alias written out. */
    static final int MOST_NODES = 500_000;

    private final String file;
    private final Problems problems;
    private final Deque<OpenNode> open = new ArrayDeque<>();
    private final Map<String, Anchored> anchors = new HashMap<>();
    private long nodes;
    private boolean inDocument;
    private @Nullable Tree root;

    /** A tree that an alias can stand for, and the nodes it costs. */
    private record Anchored(Tree tree, long nodes) {}

    private TreeBuilder(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The tree of {@code text}, or problems; an empty document is a problem too. */
    static Optional<Tree> build(String file, String text, Problems problems) {
        TreeBuilder builder = new TreeBuilder(file, problems);
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        try {
            return builder.run(new ParserImpl(new StreamReader(text), options));
        } catch (YAMLException e) {
            problems.add(SyntaxProblem.of(file, e));
            return Optional.empty();
        }
    }

    private Optional<Tree> run(Parser parser) {
        Event event = parser.getEvent();
        while (!event.is(Event.ID.StreamEnd)) {
            if (!take(event)) {
                return Optional.empty();
            }
            event = parser.getEvent();
        }
        if (root == null) {
            problems.add(Place.startOf(file), "", "an empty file", "a YAML mapping");
        }
        return Optional.ofNullable(root);
    }

    /** False when there is no use in reading on. */
    private boolean take(Event event) {
        return switch (event.getEventId()) {
            case StreamStart, StreamEnd, DocumentEnd, Comment -> true;
            case DocumentStart -> document(event);
            case MappingStart, SequenceStart -> start((CollectionStartEvent) event);
            case MappingEnd, SequenceEnd -> {
                OpenNode ended = open.pop();
                yield finish(ended.close(), ended.anchor, ended.nodesBefore);
            }
            case Scalar -> scalar((ScalarEvent) event);
            case Alias -> alias((AliasEvent) event);
        };
    }

    private boolean document(Event event) {
        if (inDocument) {
            problems.add(placeOf(event), "", "a second document", "one document a file");
            return false;
        }
        inDocument = true;
        return true;
    }

    private boolean start(CollectionStartEvent event) {
        Place place = placeOf(event);
        if (open.size() == DEEPEST) {
            problems.add(place, "", "nesting deeper than " + DEEPEST, "at most " + DEEPEST + " levels");
            return false;
        }
        refuseTag(event.getTag(), place);
        open.push(new OpenNode(place, event.getAnchor(), event.is(Event.ID.MappingStart), nodes));
        return count(1, place);
    }

    private boolean scalar(ScalarEvent event) {
        Place place = placeOf(event);
        refuseTag(event.getTag(), place);
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        long before = nodes;
        return count(1, place) && finish(new Tree.Scalar(place, event.getValue(), plain), event.getAnchor(), before);
    }

    private boolean alias(AliasEvent event) {
        Place place = placeOf(event);
        String name = event.getAnchor();
        Anchored anchored = anchors.get(name);
        if (open.stream().anyMatch(each -> name.equals(each.anchor))) {
            problems.add(place, "", "alias *" + name + " inside what it stands for", "an alias to something complete");
            return false;
        }
        if (anchored == null) {
            problems.add(place, "", "alias *" + name, "the name of an anchor above");
            return false;
        }
        return count(anchored.nodes, place) && finish(anchored.tree, null, nodes);
    }

    private boolean finish(Tree tree, @Nullable String anchor, long nodesBefore) {
        if (anchor != null) {
            anchors.put(anchor, new Anchored(tree, nodes - nodesBefore));
        }
        OpenNode parent = open.peek();
        if (parent == null) {
            root = tree;
        } else {
            parent.take(tree, problems);
        }
        return true;
    }

    private boolean count(long more, Place place) {
        nodes += more;
        if (nodes > MOST_NODES) {
            problems.add(
                    place,
                    "",
                    "more than " + MOST_NODES + " values",
                    "at most that many, aliases written out",
                    "generate the fabric, and list pods in a CSV file");
            return false;
        }
        return true;
    }

    private void refuseTag(@Nullable String tag, Place place) {
        if (tag != null) {
            problems.add(place, "", "tag " + tag.replaceFirst("^tag:yaml.org,2002:", "!!"), "a value without a tag");
        }
    }

    private Place placeOf(Event event) {
        return SyntaxProblem.placeOf(file, event.getStartMark());
    }
}

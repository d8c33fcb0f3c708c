package io.heddle.controller.core.tree;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map in the order of its keys: an AVL tree whose updates copy the path to the key. {@link #get}, {@link #with} and
 * {@link #without} are O(log n), {@link #ofSorted} O(n). Two trees with the same entries are equal, however they came about.
 */
public final class SortedTree<K extends Comparable<? super K>, V> implements Iterable<Map.Entry<K, V>> {

    private record Node<K, V>(
            K key,
            V value,
            @Nullable Node<K, V> left,
            @Nullable Node<K, V> right,
            int height,
            int size) {}

    private final @Nullable Node<K, V> root;

    private SortedTree(@Nullable Node<K, V> root) {
        this.root = root;
    }

    public static <K extends Comparable<? super K>, V> SortedTree<K, V> empty() {
        return new SortedTree<>(null);
    }

    /** From entries whose keys rise. */
    public static <K extends Comparable<? super K>, V> SortedTree<K, V> ofSorted(List<Map.Entry<K, V>> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (entries.get(i - 1).getKey().compareTo(entries.get(i).getKey()) >= 0) {
                throw new IllegalArgumentException("key " + entries.get(i).getKey() + " does not follow "
                        + entries.get(i - 1).getKey());
            }
        }
        return new SortedTree<>(build(entries, 0, entries.size()));
    }

    private static <K, V> @Nullable Node<K, V> build(List<Map.Entry<K, V>> entries, int from, int to) {
        if (from == to) {
            return null;
        }
        int middle = (from + to) >>> 1;
        Map.Entry<K, V> entry = entries.get(middle);
        return node(entry.getKey(), entry.getValue(), build(entries, from, middle), build(entries, middle + 1, to));
    }

    public int size() {
        return size(root);
    }

    public boolean isEmpty() {
        return root == null;
    }

    public Optional<V> get(K key) {
        Node<K, V> found = find(key);
        return found == null ? Optional.empty() : Optional.of(found.value);
    }

    public boolean has(K key) {
        return find(key) != null;
    }

    private @Nullable Node<K, V> find(K key) {
        Node<K, V> at = root;
        while (at != null) {
            int order = key.compareTo(at.key);
            if (order == 0) {
                return at;
            }
            at = order < 0 ? at.left : at.right;
        }
        return null;
    }

    /** The entry with the greatest key that is not above {@code key}. */
    public Optional<Map.Entry<K, V>> floor(K key) {
        Node<K, V> best = null;
        for (Node<K, V> at = root; at != null; ) {
            int order = key.compareTo(at.key);
            if (order >= 0) {
                best = at;
            }
            at = order < 0 ? at.left : at.right;
        }
        return best == null ? Optional.empty() : Optional.of(Map.entry(best.key, best.value));
    }

    /** The entry with the least key that is not below {@code key}. */
    public Optional<Map.Entry<K, V>> ceiling(K key) {
        Node<K, V> best = null;
        for (Node<K, V> at = root; at != null; ) {
            int order = key.compareTo(at.key);
            if (order <= 0) {
                best = at;
            }
            at = order <= 0 ? at.left : at.right;
        }
        return best == null ? Optional.empty() : Optional.of(Map.entry(best.key, best.value));
    }

    /** This map and that entry, in place of the one with the same key. */
    public SortedTree<K, V> with(K key, V value) {
        return new SortedTree<>(insert(root, key, value));
    }

    /** This map without that key; the same map if it has none. */
    public SortedTree<K, V> without(K key) {
        return has(key) ? new SortedTree<>(remove(root, key)) : this;
    }

    public void forEach(BiConsumer<K, V> each) {
        for (Map.Entry<K, V> entry : this) {
            each.accept(entry.getKey(), entry.getValue());
        }
    }

    public List<K> keys() {
        List<K> keys = new ArrayList<>(size());
        forEach((key, _) -> keys.add(key));
        return keys;
    }

    public List<V> values() {
        List<V> values = new ArrayList<>(size());
        forEach((_, value) -> values.add(value));
        return values;
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return new InOrder<>(root);
    }

    private static final class InOrder<K, V> implements Iterator<Map.Entry<K, V>> {
        private final ArrayList<Node<K, V>> path = new ArrayList<>();

        InOrder(@Nullable Node<K, V> root) {
            descend(root);
        }

        private void descend(@Nullable Node<K, V> from) {
            for (Node<K, V> at = from; at != null; at = at.left) {
                path.add(at);
            }
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public Map.Entry<K, V> next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<K, V> at = path.removeLast();
            descend(at.right);
            return Map.entry(at.key, at.value);
        }
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> insert(@Nullable Node<K, V> at, K key, V value) {
        if (at == null) {
            return node(key, value, null, null);
        }
        int order = key.compareTo(at.key);
        if (order == 0) {
            return node(key, value, at.left, at.right);
        }
        return order < 0
                ? balance(at.key, at.value, insert(at.left, key, value), at.right)
                : balance(at.key, at.value, at.left, insert(at.right, key, value));
    }

    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> remove(@Nullable Node<K, V> at, K key) {
        if (at == null) {
            return null;
        }
        int order = key.compareTo(at.key);
        if (order < 0) {
            return balance(at.key, at.value, remove(at.left, key), at.right);
        }
        if (order > 0) {
            return balance(at.key, at.value, at.left, remove(at.right, key));
        }
        if (at.left == null || at.right == null) {
            return at.left == null ? at.right : at.left;
        }
        Node<K, V> next = at.right;
        while (next.left != null) {
            next = next.left;
        }
        return balance(next.key, next.value, at.left, remove(at.right, next.key));
    }

    private static <K, V> Node<K, V> balance(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        int lean = height(left) - height(right);
        if (lean > 1 && left != null) {
            Node<K, V> inner = left.right;
            return height(left.left) >= height(inner) || inner == null
                    ? node(left.key, left.value, left.left, node(key, value, inner, right))
                    : node(
                            inner.key,
                            inner.value,
                            node(left.key, left.value, left.left, inner.left),
                            node(key, value, inner.right, right));
        }
        if (lean < -1 && right != null) {
            Node<K, V> inner = right.left;
            return height(right.right) >= height(inner) || inner == null
                    ? node(right.key, right.value, node(key, value, left, inner), right.right)
                    : node(
                            inner.key,
                            inner.value,
                            node(key, value, left, inner.left),
                            node(right.key, right.value, inner.right, right.right));
        }
        return node(key, value, left, right);
    }

    private static <K, V> Node<K, V> node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(
                key, value, left, right, 1 + Math.max(height(left), height(right)), 1 + size(left) + size(right));
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    private static int size(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.size;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // shared trees need no walk
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof SortedTree<?, ?> that) || size() != that.size()) {
            return false;
        }
        if (root == that.root) {
            return true;
        }
        Iterator<? extends Map.Entry<?, ?>> theirs = that.iterator();
        for (Map.Entry<K, V> mine : this) {
            if (!mine.equals(theirs.next())) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (Map.Entry<K, V> each : this) {
            hash = 31 * hash + each.hashCode();
        }
        return hash;
    }

    @Override
    public String toString() {
        List<String> texts = new ArrayList<>();
        forEach((key, value) -> texts.add(key + "=" + value));
        return String.join(", ", texts);
    }
}

package io.dividendsomatic.portfolio.account;

import io.dividendsomatic.portfolio.kernel.FileId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many standing tellings each fact of one kind has. It keeps each fact once and a reference for every telling, so
 * that a file can be taken back without being read again.
 */
final class Tellers<K> {
    private final Map<K, Fact> facts = new HashMap<>();
    private final Map<FileId, List<Fact>> byFile = new HashMap<>();

    /** One object a fact, which all its tellings share. */
    private static final class Fact {
        private final Object key;
        private int standing;

        Fact(Object key) {
            this.key = key;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Fact fact && fact.key.equals(key) && fact.standing == standing;
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    void tell(FileId file, K key) {
        Fact fact = facts.computeIfAbsent(key, Fact::new);
        fact.standing++;
        byFile.computeIfAbsent(file, first -> new ArrayList<>()).add(fact);
    }

    boolean knows(K key) {
        Fact fact = facts.get(key);
        return fact != null && fact.standing > 0;
    }

    void withdraw(FileId file) {
        told(file).forEach(fact -> fact.standing--);
    }

    void restore(FileId file) {
        told(file).forEach(fact -> fact.standing++);
    }

    /** Withdraws a file for good. */
    void forget(FileId file) {
        withdraw(file);
        byFile.remove(file);
    }

    /** How many facts a standing file tells. */
    int toldBy(FileId file) {
        return tellings(file).size();
    }

    /** How many of them no other one tells. */
    int toldOnlyBy(FileId file) {
        return (int) tellings(file).entrySet().stream()
                .filter(fact -> fact.getKey().standing == fact.getValue())
                .count();
    }

    private Map<Fact, Long> tellings(FileId file) {
        return told(file).stream().collect(Collectors.groupingBy(fact -> fact, Collectors.counting()));
    }

    private List<Fact> told(FileId file) {
        return byFile.getOrDefault(file, List.of());
    }
}

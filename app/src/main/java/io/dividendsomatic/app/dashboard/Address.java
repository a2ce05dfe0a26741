package io.dividendsomatic.app.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** A page's path and parameters, from which the addresses of its links follow. Never leads to another site. */
record Address(String path, Map<String, List<String>> parameters) {

    Address {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        parameters.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        parameters = Collections.unmodifiableMap(copy);
    }

    static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** The same with that parameter alone of its name, or without it when there is no value. */
    public Address with(String name, @Nullable Object value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        if (value == null || value.toString().isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(value.toString()));
        }
        return new Address(path, changed);
    }

    /** The same with one more value of that parameter. */
    Address and(String name, Object value) {
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        List<String> values = new ArrayList<>(changed.getOrDefault(name, List.of()));
        values.add(value.toString());
        changed.put(name, values);
        return new Address(path, changed);
    }

    public Address at(String other) {
        return new Address(other, parameters);
    }

    /** Of the parameters those of these names. */
    Address only(Set<String> names) {
        Map<String, List<String>> kept = new LinkedHashMap<>(parameters);
        kept.keySet().retainAll(names);
        return new Address(path, kept);
    }

    /** What a form that sets these parameters itself has to repeat. */
    public List<Parameter> except(String... names) {
        Set<String> own = Set.of(names);
        return parameters.entrySet().stream()
                .filter(entry -> !own.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream().map(value -> new Parameter(entry.getKey(), value)))
                .toList();
    }

    @Nullable
    String first(String name) {
        List<String> values = parameters.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }

    @Override
    public String toString() {
        String query = except().stream()
                .map(each -> encoded(each.name()) + "=" + encoded(each.value()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /** One value of a parameter. */
    record Parameter(String name, String value) {}

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}

package io.dividendsomatic.portfolio.eventstore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All events that the store may hold, by name and by class. */
public final class EventTypes {
    private final Map<String, EventType> byName = new HashMap<>();
    private final Map<Class<?>, EventType> byClass = new HashMap<>();

    /** Throws IllegalArgumentException when a name or a class stands twice. */
    @SafeVarargs
    public EventTypes(List<EventType>... modules) {
        for (List<EventType> module : modules) {
            module.forEach(this::add);
        }
    }

    private void add(EventType type) {
        if (byName.put(type.name(), type) != null || byClass.put(type.event(), type) != null) {
            throw new IllegalArgumentException("an event has one name: " + type);
        }
    }

    public Optional<EventType> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Optional<EventType> of(Class<?> event) {
        return Optional.ofNullable(byClass.get(event));
    }

    public List<EventType> all() {
        return List.copyOf(byName.values());
    }
}

package io.dividendsomatic.portfolio.eventstore;

/**
 * The name under which an event is stored forever, apart from its class, which may move.
 *
 * @param revision counts the shapes of its JSON; a change of shape needs a new one and a reader of the old
 */
public record EventType(String name, String revision, Class<?> event) {}

package io.dividendsomatic.app.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses passwords: after some tries the next one has to wait, each time twice as long, by name and address
 * together and by address alone. By name alone it would lock a person out whom a stranger dislikes. Kept in memory, with a
 * bound: of the many names of one address the address is what is remembered.
 */
@Component
class Tries {
    static final int FREE = 5;
    static final int FREE_OF_ADDRESS = 20;
    static final Duration LONGEST = Duration.ofMinutes(15);
    static final int MOST = 10_000;
    private static final int DOUBLINGS = 10;

    /** Of a longer name the beginning is enough, since there is no user of such a name. */
    private static final int LONGEST_NAME = 60;

    private final Clock clock;
    private final Map<Key, State> states = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, State> eldest) {
            return size() > MOST;
        }
    };

    Tries(Clock clock) {
        this.clock = clock;
    }

    private record Key(String name, String address, int free) {}

    /** How often it failed, and until when the next try waits. */
    private record State(int failures, Instant until) {}

    /** It was not even looked at whether the password is right. */
    static final class TooMany extends AuthenticationException {
        private final Duration left;

        TooMany(Duration left) {
            super("too many tries");
            this.left = left;
        }

        Duration left() {
            return left;
        }
    }

    private static List<Key> keys(String name, String address) {
        String known = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        return List.of(new Key(known, address, FREE), new Key("", address, FREE_OF_ADDRESS));
    }

    /**
     * Counts the try as failed until it is told to have succeeded, so that many at once are no way around. Throws TooMany
     * when it comes too soon.
     */
    synchronized void begin(String name, String address) {
        Instant now = clock.instant();
        List<Key> keys = keys(name, address);
        for (Key key : keys) {
            State state = states.get(key);
            if (state != null && now.isBefore(state.until())) {
                throw new TooMany(Duration.between(now, state.until()));
            }
        }
        keys.forEach(key -> states.merge(
                key,
                failed(0, key, now),
                (before, first) -> isLongAgo(before, now) ? first : failed(before.failures(), key, now)));
    }

    private static State failed(int before, Key key, Instant now) {
        int failures = before + 1;
        int over = failures - key.free();
        return new State(failures, over < 0 ? now : now.plus(pause(over)));
    }

    /** A second, two, four … a quarter of an hour. */
    private static Duration pause(int over) {
        Duration pause = Duration.ofSeconds(1L << Math.min(over, DOUBLINGS));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static boolean isLongAgo(State state, Instant now) {
        return now.isAfter(state.until().plus(LONGEST));
    }

    /** The name starts anew; the address is where it was, or one who has a password could guess others' between. */
    synchronized void succeeded(String name, String address) {
        List<Key> keys = keys(name, address);
        states.remove(keys.getFirst());
        states.computeIfPresent(
                keys.getLast(), (key, state) -> new State(Math.max(0, state.failures() - 1), clock.instant()));
    }

    synchronized int size() {
        return states.size();
    }
}

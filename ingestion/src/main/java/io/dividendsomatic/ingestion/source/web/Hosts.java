package io.dividendsomatic.ingestion.source.web;

import io.dividendsomatic.ingestion.source.SourceFailed;
import java.net.URI;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hosts that may be asked. What a server answers, be it a redirect or an address in its answer, leads to no other:
 * the secret in a request would go there too. All are asked by https; only this machine itself by plain http.
 */
public final class Hosts {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

    private final Set<String> names = new TreeSet<>();

    public Hosts(Collection<String> names) {
        names.forEach(name -> this.names.add(name.toLowerCase(Locale.ROOT)));
    }

    /** The host of an address that was configured, and no other. */
    public static Hosts of(URI address) {
        return new Hosts(Set.of(address.getHost()));
    }

    /** The address itself. Throws SourceFailed, lasting, for a host that is not named and for an unprotected way to it. */
    public URI checked(URI address) {
        String host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        if (!names.contains(host)) {
            throw SourceFailed.lasting(
                    "FOREIGN_HOST", "the way leads to \"%s\", which is none of %s".formatted(shown(host), names), null);
        }
        boolean plain = "http".equalsIgnoreCase(address.getScheme()) && THIS_MACHINE.contains(host);
        if (!plain && !"https".equalsIgnoreCase(address.getScheme())) {
            throw SourceFailed.lasting("UNPROTECTED", host + " is asked by https only", null);
        }
        return address;
    }

    /** The address that a server named, perhaps relative to the one that was asked. Throws SourceFailed as above. */
    public URI checked(URI asked, String answered) {
        try {
            return checked(asked.resolve(answered.strip()));
        } catch (IllegalArgumentException e) {
            throw SourceFailed.passing("BAD_ADDRESS", "the server named no address that can be read", null, null);
        }
    }

    /** As far as it is a host's name: the other side wrote it. */
    private static String shown(String host) {
        String plain = host.replaceAll("[^a-z0-9.:\\[\\]-]", "?");
        return plain.substring(0, Math.min(plain.length(), 253));
    }
}

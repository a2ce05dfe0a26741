package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A short text that is equal when all that an account says means the same. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Identities identities, AccountId account) {
        return FactId.of(Stream.concat(
                                identities.sightings().stream()
                                        .filter(sighting -> sighting.account().equals(account))
                                        .map(sighting -> line(identities, sighting)),
                                identities.costShares().all().stream().map(Object::toString))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("\n")))
                .value();
    }

    /** Days matter only where they decide. */
    private static String line(Identities identities, Sighting sighting) {
        List<Part> parts = identities.parts(sighting.account(), sighting.instrument());
        return parts.size() == 1
                ? sighting.instrument() + meaning(parts.getFirst().meaning())
                : sighting.instrument()
                        + parts.stream()
                                .map(part -> " " + part.days() + meaning(part.meaning()))
                                .collect(Collectors.joining());
    }

    private static String meaning(Meaning meaning) {
        Doubt doubt = meaning.doubt();
        String open = doubt == null
                ? ""
                : doubt.uses().stream()
                        .map(use -> use.key() + " " + use.days())
                        .sorted()
                        .collect(Collectors.joining(","));
        return " = " + meaning.key() + " " + open;
    }
}

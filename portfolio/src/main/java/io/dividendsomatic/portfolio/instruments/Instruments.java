package io.dividendsomatic.portfolio.instruments;

import io.dividendsomatic.portfolio.instruments.Catalogue.Identity;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers which instruments there are, what they are called, and what was decided of them. */
@Component
public class Instruments {
    private final InstrumentIdentities identities;
    private final JdbcClient jdbc;

    Instruments(InstrumentIdentities identities, JdbcClient jdbc) {
        this.identities = identities;
        this.jdbc = jdbc;
    }

    /** An instrument with every name that means it and every corporate action that touched it. */
    public record Detail(InstrumentLine line, List<KnownAlias> aliases, List<InstrumentAction> actions) {
        public Detail {
            aliases = List.copyOf(aliases);
            actions = List.copyOf(actions);
        }
    }

    /**
     * A decision and its life.
     *
     * @param withdrawnAt absent while it stands
     * @param withdrawal why it was taken back
     */
    public record Made(
            Decision decision,
            Instant recordedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String withdrawal) {}

    /** In the order of what a person reads. */
    public List<InstrumentLine> list(Instant knownAt) {
        return catalogue(knownAt).lines();
    }

    /** The instrument that is known by an ISIN, or was before a merge. */
    public Optional<Detail> find(Isin isin, Instant knownAt) {
        Catalogue catalogue = catalogue(knownAt);
        Isin current = identities.at(knownAt).current(isin);
        Identity wanted = new Identity(Real.key(current), null);
        return catalogue
                .line(current)
                .map(line -> new Detail(
                        line,
                        catalogue.aliases(current),
                        StoredActions.read(jdbc, identities.generation(), knownAt).stream()
                                .filter(action -> isAbout(action, wanted, catalogue))
                                .toList()));
    }

    private static boolean isAbout(InstrumentAction action, Identity wanted, Catalogue catalogue) {
        return catalogue
                        .identity(action.account(), action.instrument(), action.date())
                        .equals(wanted)
                || (action.other() != null
                        && catalogue
                                .identity(action.account(), action.other(), action.date())
                                .equals(wanted));
    }

    public List<IdentityQuestion> questions(Instant knownAt) {
        return identities.at(knownAt).questions();
    }

    /** All that were ever made, also those that were taken back, in their order. */
    public List<Made> decisions(Instant knownAt) {
        return identities.stored().decided().stream()
                .filter(kept -> !kept.recordedAt().isAfter(knownAt))
                .map(kept -> kept.standsAt(knownAt)
                        ? new Made(kept.decision(), kept.recordedAt(), null, null)
                        : new Made(kept.decision(), kept.recordedAt(), kept.withdrawnAt(), kept.withdrawal()))
                .toList();
    }

    private Catalogue catalogue(Instant knownAt) {
        return new Catalogue(identities.at(knownAt), identities.stored().decisions(knownAt));
    }
}

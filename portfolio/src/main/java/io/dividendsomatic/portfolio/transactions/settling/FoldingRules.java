package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The one place that says how tellings are folded: which names are one instrument, and what may be short. */
@Component
public class FoldingRules {

    /**
     * Rules as they were known at a time.
     *
     * @param version changes with every decision that could make a row come out otherwise
     */
    public record Rules(String version, LotRules lots) {}

    public Rules at(Instant knownAt) {
        return new Rules("plain", LotRules.PLAIN);
    }
}

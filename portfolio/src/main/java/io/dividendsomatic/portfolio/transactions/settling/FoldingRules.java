package io.dividendsomatic.portfolio.transactions.settling;

import io.dividendsomatic.portfolio.instruments.Identities;
import io.dividendsomatic.portfolio.instruments.InstrumentIdentities;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The one place that says how tellings are folded: which names are one instrument, and what may be short. */
@Component
public class FoldingRules {
    private final InstrumentIdentities identities;

    FoldingRules(InstrumentIdentities identities) {
        this.identities = identities;
    }

    /** Rules as they were known at a time; each account has its own names. */
    public record Rules(Identities identities) {

        public LotRules lots(AccountId account) {
            return LotRules.PLAIN
                    .identifying(identities.identify(account))
                    .naming(identities.naming(account))
                    .sharing(identities.costShares());
        }

        /** Changes with every decision and every file that could make a row of the account come out otherwise. */
        public String version(AccountId account) {
            return identities.version(account);
        }

        /** The ISIN by which that one is known. */
        public Isin current(Isin isin) {
            return identities.current(isin);
        }
    }

    public Rules at(Instant knownAt) {
        return new Rules(identities.at(knownAt));
    }

    /** By everything that is known, whatever a clock says. */
    public Rules now() {
        return at(Instant.MAX);
    }
}

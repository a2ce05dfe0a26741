package io.dividendsomatic.portfolio.holdings;

import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.instruments.InstrumentIdentities;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.projection.Standpoint;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answers what was held. Everything that it reads is of one moment. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class HoldingsView {
    private final Accounts accounts;
    private final HeldDays held;
    private final InstrumentIdentities identities;
    private final FxRates rates;

    HoldingsView(Accounts accounts, HeldDays held, InstrumentIdentities identities, FxRates rates) {
        this.accounts = accounts;
        this.held = held;
        this.identities = identities;
        this.rates = rates;
    }

    /** Of the moment that is looked at, or of its own: then what is derived is brought up to date first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Holdings answer(HoldingsOn question) {
        return Standpoint.kept(
                List.of(HoldingsView.class, question), Holdings::lines, () -> answer(question, Valuing.AS_STATED));
    }

    /** With a value where a snapshot states none; {@code valuing} reads what it needs before. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Holdings answer(HoldingsOn question, Valuing valuing) {
        return held.settled(question.accounts(), () -> fold(question, valuing));
    }

    private Holdings fold(HoldingsOn question, Valuing valuing) {
        List<AccountId> asked =
                question.accounts().isEmpty() ? accounts.known(question.knownAt()) : question.accounts();
        CurrencyCode currency = rates.reporting(question.currency());
        List<AccountSnapshot> newest = asked.stream()
                .flatMap(account -> held.newestNow(account, question.asOf(), question.knownAt()).stream())
                .toList();
        return HoldingsFold.fold(
                question,
                currency,
                newest,
                rates.byDay(question.knownAt()),
                identities.at(question.knownAt()),
                valuing);
    }
}

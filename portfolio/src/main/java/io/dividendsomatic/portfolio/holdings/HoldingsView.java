package io.dividendsomatic.portfolio.holdings;

import static io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel.NAME;

import io.dividendsomatic.portfolio.holdings.fx.Fx;
import io.dividendsomatic.portfolio.holdings.fx.FxResolution;
import io.dividendsomatic.portfolio.holdings.fx.RatesToBase;
import io.dividendsomatic.portfolio.holdings.fx.ReportingCurrency;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.projection.Generations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Answers what was held, and at which rates. Everything that it reads is of one moment. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class HoldingsView {
    private final Accounts accounts;
    private final Snapshots snapshots;
    private final JdbcClient jdbc;
    private final Generations generations;
    private final @Nullable CurrencyCode configured;

    HoldingsView(
            Accounts accounts,
            Snapshots snapshots,
            JdbcClient jdbc,
            Generations generations,
            @Value("${dividendsomatic.reporting-currency:#{null}}") @Nullable CurrencyCode configured) {
        this.accounts = accounts;
        this.snapshots = snapshots;
        this.jdbc = jdbc;
        this.generations = generations;
        this.configured = configured;
    }

    /**
     * The rate that an answer would use.
     *
     * @param to the reporting currency
     */
    public record Rate(CurrencyCode currency, CurrencyCode to, Fx fx) {}

    /**
     * The currency that a question is answered in.
     *
     * @param bases of the accounts asked for, as far as a file told them
     */
    public record Reporting(CurrencyCode currency, Map<AccountId, CurrencyCode> bases) {}

    public Holdings answer(HoldingsOn question) {
        RatesToBase rates = rates(question);
        List<AccountId> asked = asked(question, rates);
        CurrencyCode currency = reporting(question, asked, rates);
        List<AccountSnapshot> newest = asked.stream()
                .flatMap(account -> snapshots.newest(account, question.asOf(), question.knownAt()).stream())
                .toList();
        return HoldingsFold.fold(question, currency, newest, new FxResolution(rates, currency, question.asOf()));
    }

    public Reporting reporting(HoldingsOn question) {
        RatesToBase rates = rates(question);
        List<AccountId> asked = asked(question, rates);
        Map<AccountId, CurrencyCode> bases = new HashMap<>();
        asked.forEach(account -> rates.base(account).ifPresent(base -> bases.put(account, base)));
        return new Reporting(reporting(question, asked, rates), bases);
    }

    /** The rate from a currency for a question's accounts, as if all of them held it. */
    public Rate rate(CurrencyCode currency, HoldingsOn question) {
        RatesToBase rates = rates(question);
        List<AccountId> asked = asked(question, rates);
        CurrencyCode to = reporting(question, asked, rates);
        return new Rate(currency, to, new FxResolution(rates, to, question.asOf()).rate(currency, asked));
    }

    private RatesToBase rates(HoldingsOn question) {
        return new StoredRates(
                jdbc,
                generations.active(NAME),
                question.asOf(),
                question.knownAt(),
                accounts.known(question.knownAt()));
    }

    private static List<AccountId> asked(HoldingsOn question, RatesToBase rates) {
        return question.accounts().isEmpty() ? rates.accounts() : question.accounts();
    }

    private CurrencyCode reporting(HoldingsOn question, List<AccountId> asked, RatesToBase rates) {
        return ReportingCurrency.of(
                question.currency(), configured, asked.stream().map(rates::base).toList());
    }
}

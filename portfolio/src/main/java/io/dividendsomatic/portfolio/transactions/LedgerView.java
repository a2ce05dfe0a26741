package io.dividendsomatic.portfolio.transactions;

import static io.dividendsomatic.portfolio.transactions.projection.TransactionsReadModel.NAME;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.projection.Generations;
import io.dividendsomatic.portfolio.transactions.settling.CashDay;
import io.dividendsomatic.portfolio.transactions.settling.Ledgers;
import io.dividendsomatic.portfolio.transactions.settling.SettledQuery;
import io.dividendsomatic.portfolio.transactions.settling.Slice;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what was booked and what it comes to. */
@Component
public class LedgerView {
    private final Ledgers ledgers;
    private final FxRates rates;
    private final Generations generations;

    LedgerView(Ledgers ledgers, FxRates rates, Generations generations) {
        this.ledgers = ledgers;
        this.rates = rates;
        this.generations = generations;
    }

    /** By day, account, time, kind and identity. */
    public Slice<Transaction> transactions(LedgerOn question, TransactionFilter filter, int page, int size) {
        SettledQuery query = new SettledQuery(
                question.accounts(), filter.from(), question.last(filter.to()), filter.kinds(), filter.isin());
        Conversion conversion = new Conversion(rates, question);
        return ledgers.bookings(generations.active(NAME), question.knownAt(), query, page, size)
                .map(line -> Transaction.of(line, conversion));
    }

    /** By account and currency, as at the end of the day {@code asOf}. */
    public List<Cash> cash(LedgerOn question, LocalDate asOf) {
        Conversion conversion = new Conversion(rates, question);
        Map<AccountId, Map<CurrencyCode, List<CashDay>>> days =
                ledgers.cash(generations.active(NAME), question.knownAt(), question.accounts(), asOf).stream()
                        .collect(groupingBy(
                                CashDay::account, TreeMap::new, groupingBy(CashDay::currency, TreeMap::new, toList())));
        return days.values().stream()
                .flatMap(currencies -> currencies.values().stream())
                .map(ofCurrency -> Cash.of(ofCurrency, asOf, conversion))
                .toList();
    }

    /** Every gain, in the same order, without its lots and rows: for sums. */
    public List<Gain> bareGains(LedgerOn question, Method method) {
        SettledQuery query = new SettledQuery(question.accounts(), null, question.last(null), Set.of(), null);
        Conversion conversion = new Conversion(rates, question);
        List<Gain> all = new ArrayList<>();
        ledgers.eachGain(
                generations.active(NAME),
                question.knownAt(),
                query,
                method,
                line -> all.add(Gain.of(line, conversion)));
        return all;
    }

    /** By day, account and identity; {@code year} absent for all. Lots follow transfers between all known accounts. */
    public Slice<Gain> gains(
            LedgerOn question, @Nullable Integer year, @Nullable Isin isin, Method method, int page, int size) {
        LocalDate from = year == null ? null : LocalDate.of(year, Month.JANUARY, 1);
        LocalDate to = year == null ? null : LocalDate.of(year, Month.DECEMBER, 31);
        SettledQuery query = new SettledQuery(question.accounts(), from, question.last(to), Set.of(), isin);
        Conversion conversion = new Conversion(rates, question);
        return ledgers.gains(generations.active(NAME), question.knownAt(), query, method, page, size)
                .map(line -> Gain.of(line, conversion));
    }
}

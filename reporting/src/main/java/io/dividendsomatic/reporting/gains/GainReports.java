package io.dividendsomatic.reporting.gains;

import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.HoldingsView;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.prices.VendorPrice;
import io.dividendsomatic.portfolio.prices.VendorPrices;
import io.dividendsomatic.portfolio.transactions.Gain;
import io.dividendsomatic.portfolio.transactions.LedgerOn;
import io.dividendsomatic.portfolio.transactions.LedgerView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers what was realized, and what the sold would be worth. */
@Component
public class GainReports {
    private final LedgerView ledger;
    private final HoldingsView holdings;
    private final VendorPrices vendors;
    private final FxRates rates;

    GainReports(LedgerView ledger, HoldingsView holdings, VendorPrices vendors, FxRates rates) {
        this.ledger = ledger;
        this.holdings = holdings;
        this.vendors = vendors;
        this.rates = rates;
    }

    public GainReport gains(LedgerOn question, @Nullable Integer year, Method method) {
        return GainReport.of(
                year,
                question.asOf(),
                question.knownAt(),
                rates.reporting(question.currency()),
                method,
                all(question, method));
    }

    public WhatIfReport whatIf(HoldingsOn question) {
        LedgerOn ofLedger = new LedgerOn(question.asOf(), question.knownAt(), question.accounts(), question.currency());
        List<Gain> gains = all(ofLedger, Method.FIFO);
        Set<Isin> isins =
                gains.stream().flatMap(gain -> Stream.ofNullable(gain.isin())).collect(Collectors.toSet());
        Map<Isin, List<VendorPrice>> listed = vendors.newest(isins, question.asOf(), question.knownAt());
        return new WhatIf(
                        question,
                        rates.reporting(question.currency()),
                        rates.byDay(question.knownAt()),
                        holdings.answer(question),
                        isin -> listed.getOrDefault(isin, List.of()))
                .of(gains);
    }

    private List<Gain> all(LedgerOn question, Method method) {
        return ledger.bareGains(question, method);
    }
}

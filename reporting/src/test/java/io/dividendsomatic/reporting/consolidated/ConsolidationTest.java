package io.dividendsomatic.reporting.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.holdings.Figures;
import io.dividendsomatic.portfolio.holdings.Holding;
import io.dividendsomatic.portfolio.holdings.Holding.HeldIn;
import io.dividendsomatic.portfolio.holdings.Holding.InReportingCurrency;
import io.dividendsomatic.portfolio.holdings.Holdings;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConsolidationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final Isin ALFA = new Isin("US000000AA16");

    @Test
    void accounts_add_up_to_brokers_and_brokers_to_all() {
        PortfolioReport report = report(holdings(
                holding(USD, "0.84", held("ibkr:U0000001", "100", "80"), held("ibkr:U0000002", "50", "60")),
                holding(EUR, "1", held("nordnet:10000001", "10", "10"))));

        assertThat(report.brokers())
                .extracting(PortfolioReport.OfBroker::broker)
                .hasToString("[ibkr, nordnet]");
        PortfolioReport.OfBroker ibkr = report.brokers().getFirst();
        assertThat(ibkr.summary().marketValue()).hasToString("126.00");
        assertThat(ibkr.summary().costBasis()).hasToString("117.60");
        assertThat(ibkr.summary().unrealizedPnl()).hasToString("8.40");
        assertThat(ibkr.accounts().getLast().summary().marketValue()).hasToString("42.00");
        assertThat(report.totals().marketValue()).hasToString("136.00");
    }

    @Test
    void an_instrument_in_two_currencies_is_one_line() {
        PortfolioReport report = report(holdings(
                holding(USD, "0.84", held("ibkr:U0000001", "100", "80")),
                holding(EUR, "1", held("nordnet:10000001", "16", "10"))));

        assertThat(report.instruments()).hasSize(1);
        assertThat(report.instruments().getFirst().isin()).isEqualTo(ALFA);
        assertThat(report.instruments().getFirst().marketValue()).hasToString("100.00");
    }

    @Test
    void what_has_no_rate_counts_nowhere() {
        PortfolioReport report = report(holdings(holding(USD, null, held("ibkr:U0000001", "100", "80"))));

        assertThat(report.brokers().getFirst().summary().marketValue()).isZero();
        assertThat(report.instruments().getFirst().marketValue()).isNull();
        assertThat(report.totals().marketValue()).isZero();
        assertThat(report.brokers().getFirst().summary().quality()).isEqualTo(Quality.FX_MISSING);
    }

    @Test
    void the_totals_are_the_sum_of_the_accounts_to_the_cent() {
        PortfolioReport report = Consolidation.of(
                new Standing(holdings(holding(USD, "0.84", held("ibkr:U0000001", "100.33", "80.11"))), List.of()),
                List.of(),
                List.of(
                        flow("ibkr:U0000001", FlowKind.DIVIDEND, "10.10", "0.9"),
                        flow("ibkr:U0000001", FlowKind.WITHHOLDING_TAX, "-1.51", "0.9"),
                        flow("nordnet:10000001", FlowKind.DEPOSIT, "1000", "1"),
                        flow("nordnet:10000001", FlowKind.WITHDRAWAL, "-200", "1"),
                        flow("nordnet:10000001", FlowKind.FEE, "-3.03", "1"),
                        flow("nordnet:10000001", FlowKind.INTEREST_PAID, "-2", "1"),
                        flow("nordnet:10000001", FlowKind.INTEREST_RECEIVED, "0.5", "1"),
                        flow("nordnet:10000001", FlowKind.COMMISSION, "-9", "1"),
                        flow("nordnet:10000001", FlowKind.REALIZED, "70", "1")));

        for (Function<Summary, BigDecimal> figure : List.<Function<Summary, BigDecimal>>of(
                summary -> Objects.requireNonNull(summary.marketValue()),
                Summary::dividends,
                Summary::costs,
                Summary::netInvested,
                Summary::totalReturn)) {
            BigDecimal sum = report.brokers().stream()
                    .flatMap(broker -> broker.accounts().stream())
                    .map(account -> figure.apply(account.summary()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(figure.apply(report.totals())).isEqualByComparingTo(sum);
        }
        assertThat(report.totals().netInvested()).isEqualByComparingTo("800");
        assertThat(report.totals().costs()).isEqualByComparingTo("5.03");
        // 16.9848 unrealized + 9.09 − 1.359 dividends less tax + 70 − 3.03 − 2 + 0.5; commissions stand in the gains
        assertThat(report.totals().totalReturn()).isEqualByComparingTo("90.1858");
    }

    @Test
    void what_has_no_rate_is_named_with_its_account() {
        PortfolioReport report = Consolidation.of(
                new Standing(holdings(), List.of()),
                List.of(),
                List.of(flow("ibkr:U0000001", FlowKind.DIVIDEND, "10", null)));

        assertThat(report.totals().dividends()).isZero();
        assertThat(report.unresolved()).singleElement().satisfies(missing -> {
            assertThat(missing.account()).hasToString("ibkr:U0000001");
            assertThat(missing.reason()).isEqualTo(Holdings.Reason.FX_RATE_MISSING);
            assertThat(missing.figures()).containsExactly("DIVIDEND");
        });
    }

    private static Converted flow(String account, FlowKind kind, String amount, @Nullable String rate) {
        Fx fx = rate == null ? Fx.MISSING : new Fx(Fx.Status.KNOWN, new BigDecimal(rate), DAY, "ibkr:U0000001");
        Flow flow = new Flow(AccountId.parse(account), DAY, kind, USD, new BigDecimal(amount), null, 1);
        return new Converted(flow, fx, fx.convert(flow.amount()).orElse(null));
    }

    private static PortfolioReport report(Holdings holdings) {
        return Consolidation.of(new Standing(holdings, List.of()), List.of(), List.of());
    }

    private static Holdings holdings(Holding... items) {
        Figures totals = List.of(items).stream()
                .map(item -> item.inReportingCurrency().figures())
                .reduce(Figures.ZERO, Figures::plus);
        return new Holdings(DAY, Instant.EPOCH, EUR, List.of(items), totals, List.of());
    }

    private static HeldIn held(String account, String value, String cost) {
        BigDecimal unrealized = new BigDecimal(value).subtract(new BigDecimal(cost));
        return new HeldIn(
                AccountId.parse(account),
                Quantity.of("1"),
                DAY,
                Origin.REPORTED,
                Amount.of(value),
                Amount.of(cost),
                new Amount(unrealized),
                List.of(),
                null,
                Fx.MISSING,
                new InReportingCurrency(EUR, null, null, null));
    }

    private static HeldIn converted(HeldIn part, Fx fx) {
        return new HeldIn(
                part.account(),
                part.quantity(),
                part.asOf(),
                part.origin(),
                part.marketValue(),
                part.costBasis(),
                part.unrealizedPnl(),
                part.costsApart(),
                part.basis(),
                fx,
                new InReportingCurrency(
                        EUR,
                        value(fx, part.marketValue()),
                        value(fx, part.costBasis()),
                        value(fx, part.unrealizedPnl())));
    }

    private static Holding holding(CurrencyCode currency, @Nullable String rate, HeldIn... stated) {
        Fx fx = rate == null ? Fx.MISSING : new Fx(Fx.Status.KNOWN, new BigDecimal(rate), DAY, "ibkr:U0000001");
        List<HeldIn> parts = Stream.of(stated).map(part -> converted(part, fx)).toList();
        Figures sum =
                parts.stream().map(part -> part.inReportingCurrency().figures()).reduce(Figures.UNKNOWN, Figures::plus);
        return new Holding(
                ALFA,
                "ALFA",
                null,
                "STK",
                currency,
                Quantity.of(String.valueOf(parts.size())),
                null,
                null,
                null,
                null,
                fx,
                new InReportingCurrency(EUR, sum.marketValue(), sum.costBasis(), sum.unrealizedPnl()),
                null,
                parts,
                List.of());
    }

    private static @Nullable BigDecimal value(Fx fx, @Nullable Amount amount) {
        return fx.convert(amount == null ? null : amount.value()).orElse(null);
    }
}

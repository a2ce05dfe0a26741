package io.dividendsomatic.portfolio.holdings;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.fx.FxBook;
import io.dividendsomatic.portfolio.fx.StatedFx;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.holdings.Holdings.Reason;
import io.dividendsomatic.portfolio.holdings.Holdings.Unresolved;
import io.dividendsomatic.portfolio.instruments.Identities;
import io.dividendsomatic.portfolio.instruments.Sighting;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HoldingsFoldTest {
    private static final AccountId IBKR = AccountId.parse("ibkr:U0000001");
    private static final AccountId NORDNET = AccountId.parse("nordnet:10000001");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final CurrencyCode SEK = new CurrencyCode("SEK");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 30);
    private static final FileId FILE = FileId.of("file".getBytes(StandardCharsets.UTF_8));
    private static final Instrument ALFA = instrument("ALFA", "US000000AA16");
    private static final Instrument KUUSI = instrument("KUUSI", "FI0000000011");

    @Test
    void figures_in_the_reporting_currency_keep_the_scale_of_the_calculation() {
        Holdings holdings = fold(
                snapshot(IBKR, position(ALFA, USD, "1000", "10.5", "10500", "9800", 3)),
                snapshot(NORDNET, position(KUUSI, EUR, "620", "9", "5580", "4746", 2)));

        Holding alfa = holdings.items().getFirst();
        assertThat(alfa.unrealizedPnl()).hasToString("700");
        assertThat(alfa.inReportingCurrency().marketValue()).hasToString("8820.00");
        assertThat(alfa.inReportingCurrency().costBasis()).hasToString("8232.00");
        assertThat(alfa.inReportingCurrency().unrealizedPnl()).hasToString("588.00");
        assertThat(alfa.weight()).hasToString("0.6125");
        assertThat(holdings.totals().marketValue()).hasToString("14400.00");
        assertThat(holdings.totals().costBasis()).hasToString("12978.00");
        assertThat(holdings.totals().unrealizedPnl()).hasToString("1422.00");
        assertThat(holdings.unresolved()).isEmpty();
    }

    @Test
    void one_instrument_in_two_accounts_is_one_item() {
        Holdings holdings = fold(
                snapshot(IBKR, position(ALFA, USD, "10", "10", "100", "90", 3)),
                snapshot(NORDNET, position(ALFA, USD, "5", "10", "50", "60", 7)));

        Holding alfa = holdings.items().getFirst();
        assertThat(holdings.items()).hasSize(1);
        assertThat(alfa.quantity()).hasToString("15");
        assertThat(alfa.markPrice()).hasToString("10");
        assertThat(alfa.costBasis()).hasToString("150");
        assertThat(alfa.accounts()).extracting(Holding.HeldIn::account).containsExactly(IBKR, NORDNET);
        assertThat(alfa.sources()).containsExactly(new SourceRef(FILE, 3), new SourceRef(FILE, 7));
    }

    @Test
    void different_prices_leave_no_price() {
        Holdings holdings = fold(snapshot(
                IBKR, position(ALFA, USD, "10", "10", "100", "90", 3), position(ALFA, USD, "1", "11", "11", "9", 4)));
        assertThat(holdings.items().getFirst().markPrice()).isNull();
        assertThat(holdings.items().getFirst().marketValue()).hasToString("111");
    }

    @Test
    void an_account_without_a_price_leaves_that_of_the_others() {
        HeldPosition unpriced = new HeldPosition(
                ALFA, USD, Quantity.of("5"), null, null, Amount.of("60"), null, null, List.of(new SourceRef(FILE, 7)));
        Holdings holdings =
                fold(snapshot(IBKR, position(ALFA, USD, "10", "10", "100", "90", 3)), snapshot(NORDNET, unpriced));
        assertThat(holdings.items().getFirst().markPrice()).hasToString("10");
        assertThat(holdings.items().getFirst().marketValue()).isNull();
    }

    @Test
    void a_symbol_alone_is_an_instrument_only_at_its_broker() {
        Instrument unnamed = Instrument.ofSymbol("ALFA");
        Holdings holdings = fold(
                snapshot(IBKR, position(unnamed, EUR, "1", "1", "1", "1", 3)),
                snapshot(NORDNET, position(unnamed, EUR, "1", "1", "1", "1", 3)));
        assertThat(holdings.items())
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.isin()).isNull());
    }

    @Test
    void a_symbol_that_means_an_isin_elsewhere_at_its_broker_is_one_item_with_it() {
        AccountId other = AccountId.parse("ibkr:U0000002");
        Sighting seen = new Sighting(IBKR, ALFA, USD, new Period(DAY, DAY), new SourceRef(FILE, 3), Instant.EPOCH);
        Holdings holdings = fold(
                Identities.of(List.of(seen), List.of()),
                snapshot(IBKR, position(ALFA, USD, "10", "10", "100", "90", 3)),
                snapshot(other, position(Instrument.ofSymbol("ALFA"), USD, "5", "10", "50", "60", 7)));
        assertThat(holdings.items()).singleElement().satisfies(alfa -> {
            assertThat(alfa.isin()).isEqualTo(ALFA.isin());
            assertThat(alfa.quantity()).hasToString("15");
        });
    }

    @Test
    void without_a_rate_nothing_is_converted_and_the_totals_name_it() {
        Holdings holdings = fold(snapshot(
                IBKR, position(ALFA, SEK, "10", "10", "100", "90", 3), position(KUUSI, EUR, "1", "9", "9", "8", 4)));
        assertThat(holdings.items().getFirst().inReportingCurrency().figures()).isEqualTo(Figures.UNKNOWN);
        assertThat(holdings.items().getFirst().weight()).isNull();
        assertThat(holdings.items().getLast().weight()).hasToString("1");
        assertThat(holdings.totals().marketValue()).hasToString("9");
        assertThat(holdings.unresolved())
                .containsExactly(new Unresolved(
                        ALFA.isin(),
                        "ALFA",
                        SEK,
                        Reason.FX_RATE_MISSING,
                        List.of("marketValue", "costBasis", "unrealizedPnl"),
                        List.of(IBKR)));
    }

    @Test
    void a_figure_that_is_not_stated_is_left_out_of_its_total_only() {
        Holdings holdings = fold(snapshot(IBKR, position(KUUSI, EUR, "1", "9", "9", null, 4)));
        assertThat(holdings.totals().marketValue()).hasToString("9");
        assertThat(holdings.totals().costBasis()).hasToString("0");
        assertThat(holdings.unresolved())
                .containsExactly(new Unresolved(
                        KUUSI.isin(),
                        "KUUSI",
                        EUR,
                        Reason.NOT_STATED,
                        List.of("costBasis", "unrealizedPnl"),
                        List.of(IBKR)));
    }

    @Test
    void what_one_account_does_not_state_takes_nothing_from_another() {
        Holdings holdings = fold(
                snapshot(IBKR, position(KUUSI, EUR, "1", "9", "9", "8", 4)),
                snapshot(NORDNET, position(KUUSI, EUR, "1", "9", "9", null, 5)));
        Holding kuusi = holdings.items().getFirst();
        assertThat(kuusi.costBasis()).isNull();
        assertThat(kuusi.inReportingCurrency().marketValue()).hasToString("18");
        assertThat(kuusi.inReportingCurrency().costBasis()).hasToString("8");
        assertThat(kuusi.inReportingCurrency().unrealizedPnl()).hasToString("1");
        assertThat(kuusi.costOfResult()).hasToString("8");
        assertThat(kuusi.wholeCost()).isNull();
        assertThat(holdings.totals()).isEqualTo(kuusi.inReportingCurrency().figures());
        assertThat(holdings.unresolved())
                .singleElement()
                .satisfies(missing -> assertThat(missing.accounts()).containsExactly(NORDNET));
    }

    @Test
    void accounts_asked_one_by_one_add_up_to_all_of_them_together() {
        AccountSnapshot today = snapshot(IBKR, position(ALFA, USD, "10", "10", "100", "90", 3));
        AccountSnapshot earlier = new AccountSnapshot(
                NORDNET,
                DAY.minusDays(3),
                1,
                Origin.REPORTED,
                Instant.EPOCH,
                null,
                FILE,
                List.of(position(ALFA, USD, "10", "10", "100", "90", 3)));
        Holding together = fold(today, earlier).items().getFirst();

        assertThat(together.accounts()).extracting(part -> part.fx().rate()).doesNotHaveDuplicates();
        assertThat(together.inReportingCurrency().figures())
                .isEqualTo(fold(today).totals().plus(fold(earlier).totals()));
        assertThat(together.inReportingCurrency().marketValue()).isEqualByComparingTo("164"); // 84 + 80
        assertThat(together.fx().date()).isEqualTo(DAY);
    }

    @Test
    void nothing_held_is_worth_nothing() {
        assertThat(fold().totals()).isEqualTo(Figures.ZERO);
    }

    @Test
    void a_snapshot_of_a_day_without_a_rate_is_converted_at_that_of_the_day_asked_for() {
        AccountSnapshot earlier = new AccountSnapshot(
                IBKR,
                DAY.minusDays(20),
                1,
                Origin.REPORTED,
                Instant.EPOCH,
                null,
                FILE,
                List.of(position(ALFA, USD, "10", "10", "100", "90", 3)));
        Holding alfa = fold(earlier).items().getFirst();

        assertThat(alfa.fx().date()).isEqualTo(DAY);
        assertThat(alfa.inReportingCurrency().marketValue()).hasToString("84.00");
    }

    private static Holdings fold(AccountSnapshot... snapshots) {
        return fold(Identities.of(List.of(), List.of()), snapshots);
    }

    private static Holdings fold(Identities identities, AccountSnapshot... snapshots) {
        HoldingsOn question = new HoldingsOn(DAY, Instant.EPOCH, List.of(), null);
        return HoldingsFold.fold(question, EUR, List.of(snapshots), usdOnly(), identities, Valuing.AS_STATED);
    }

    private static AccountSnapshot snapshot(AccountId account, HeldPosition... positions) {
        return new AccountSnapshot(account, DAY, 1, Origin.REPORTED, Instant.EPOCH, null, FILE, List.of(positions));
    }

    private static HeldPosition position(
            Instrument instrument,
            CurrencyCode currency,
            String quantity,
            String price,
            String value,
            @Nullable String cost,
            int line) {
        return new HeldPosition(
                instrument,
                currency,
                Quantity.of(quantity),
                UnitPrice.of(price),
                Amount.of(value),
                cost == null ? null : Amount.of(cost),
                null,
                null,
                List.of(new SourceRef(FILE, line)));
    }

    private static Instrument instrument(String symbol, String isin) {
        return new Instrument(symbol, new Isin(isin), null, null, null, null, null, "STK", null);
    }

    /** An account that tells 0.84 euro for a dollar, 0.80 three days before, and nothing else. */
    private static FxBook usdOnly() {
        StatedFx usd = new StatedFx(IBKR, USD, DAY, FxRate.of("0.84"), EUR, new SourceRef(FILE, 3));
        StatedFx before = new StatedFx(IBKR, USD, DAY.minusDays(3), FxRate.of("0.80"), EUR, new SourceRef(FILE, 3));
        return new FxBook(Map.of(IBKR, EUR), List.of(usd, before), List.of());
    }
}

package io.dividendsomatic.app.holdings;

import static io.dividendsomatic.app.holdings.Told.ALFA;
import static io.dividendsomatic.app.holdings.Told.base;
import static io.dividendsomatic.app.holdings.Told.inUsd;
import static io.dividendsomatic.app.holdings.Told.position;
import static io.dividendsomatic.app.holdings.Told.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.portfolio.fx.ResolvedFx;
import io.dividendsomatic.portfolio.fx.Step;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.UnitPrice;
import io.dividendsomatic.portfolio.prices.VendorPrice;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.ReferencePrice;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.ReplaceReferences;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which of the rates and prices that files tell is right, on either database. Every test has accounts of its own. */
abstract class ReferencesReadModelTest extends ToldHoldings {

    @Test
    void of_references_the_greatest_edition_is_right_in_any_order() {
        AccountId account = AccountId.parse("ibkr:U2000006");
        LocalDate one = LocalDate.of(2046, 3, 5);
        LocalDate other = LocalDate.of(2046, 6, 5);
        tell(
                statement(account, "one early", 1, ecb(one, "1.2")),
                statement(account, "one late", 2, ecb(one, "1.25")),
                statement(account, "other late", 2, ecb(other, "1.25")),
                statement(account, "other early", 1, ecb(other, "1.2")));
        for (LocalDate day : List.of(one, other)) {
            assertThat(rate(null, day, LATER).fx().rate()).hasToString("0.8");
            assertThat(rate(null, day.plusDays(7), LATER).fx().date()).isEqualTo(day);
            assertThat(rate(null, day.plusDays(8), LATER)).isEqualTo(ResolvedFx.MISSING);
            assertThat(rate(null, day.minusDays(1), LATER)).isEqualTo(ResolvedFx.MISSING);
            assertThat(rate(null, day, Instant.EPOCH)).isEqualTo(ResolvedFx.MISSING);
        }
    }

    @Test
    void only_the_newest_version_of_a_named_file_counts() {
        AccountId account = AccountId.parse("ibkr:U2000007");
        LocalDate day = LocalDate.of(2047, 3, 5);
        tell(statement(account, "first", 2, manual(day, "0.9")), statement(account, "second", 1, manual(day, "0.91")));
        FileId first = Told.file(account, "first");
        FileId second = Told.file(account, "second");
        commands.sendAndWait(new ReplaceReferences("mine.yaml", first));
        commands.sendAndWait(new ReplaceReferences("mine.yaml", second));
        await().untilAsserted(
                        () -> assertThat(rate(null, day, LATER).fx().rate()).hasToString("0.91"));
        Instant then = recordedAt(second);
        commands.sendAndWait(new ReplaceReferences("mine.yaml", first));
        await().untilAsserted(
                        () -> assertThat(rate(null, day, LATER).fx().rate()).hasToString("0.9"));
        commands.sendAndWait(new ReplaceReferences("mine.yaml", null));
        await().untilAsserted(() -> assertThat(rate(null, day, LATER)).isEqualTo(ResolvedFx.MISSING));
        assertThat(rate(null, day, then).fx().rate()).hasToString("0.91");
    }

    @Test
    void a_rate_of_the_day_outranks_one_at_which_something_was_booked() {
        AccountId account = AccountId.parse("ibkr:U2000008");
        LocalDate day = LocalDate.of(2048, 3, 5);
        tell(
                statement(account, "positions", 1, base("EUR"), position(day, ALFA, "USD", "1", "1", "1", "0.84")),
                statement(account, "bookings", 2, paid(day, "0.83"), paid(day.plusDays(1), "0.82")));
        assertThat(rate(account, day, LATER).fx().rate()).hasToString("0.84");
        assertThat(rate(account, day.plusDays(1), LATER).fx().rate()).hasToString("0.82");
        assertThat(rate(account, day, LATER).step()).isEqualTo(Step.SAME_ACCOUNT);
        assertThat(rate(null, day, LATER).step()).isEqualTo(Step.OTHER_ACCOUNT);
    }

    private ResolvedFx rate(@Nullable AccountId account, LocalDate day, Instant knownAt) {
        return rates.book(knownAt, List.of(day), List.of(USD, EUR)).resolve(account, USD, EUR, day, null);
    }

    private Instant recordedAt(FileId file) {
        return jdbc.sql("SELECT MAX(recorded_at) FROM holdings_reference_file WHERE file_id = ? AND counts")
                .param(file.sha256())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    static ReferenceRate ecb(LocalDate day, String rate) {
        return new ReferenceRate(day, EUR, USD, FxRate.of(rate), "ECB");
    }

    private static ReferenceRate manual(LocalDate day, String rate) {
        return new ReferenceRate(day, USD, EUR, FxRate.of(rate), "manual");
    }

    private static Deposit paid(LocalDate day, String rate) {
        return new Deposit(new CashMovement(day, Money.of("10", "USD"), null, FxRate.of(rate), null, References.NONE));
    }

    @Test
    void a_vendors_price_of_a_day_stands_beside_the_brokers() {
        AccountId account = AccountId.parse("ibkr:U2000019");
        LocalDate day = LocalDate.of(2047, 3, 5);
        tell(
                statement(account, "positions", 1, base("EUR"), inUsd(day, ALFA, "1", "10", "9")),
                statement(account, "prices", 2, listed(day, "10.5"), listed(day.minusDays(1), "10.4")),
                statement(account, "prices again", 3, listed(day, "10.6")));
        VendorPrice newest = prices.newest(isin(ALFA), day.plusDays(6), LATER).getFirst();
        assertThat(newest.date()).isEqualTo(day);
        assertThat(newest.price()).hasToString("10.6");
        assertThat(newest.isStaleAt(day.plusDays(5))).isFalse();
        assertThat(newest.isStaleAt(day.plusDays(6))).isTrue();
        assertThat(prices.newest(isin(ALFA), day.minusDays(1), LATER).getFirst().price())
                .hasToString("10.4");
        assertThat(prices.held()).anySatisfy(held -> assertThat(held.isin()).isEqualTo(isin(ALFA)));
    }

    private static Isin isin(Instrument instrument) {
        return Objects.requireNonNull(instrument.isin());
    }

    static ReferencePrice listed(LocalDate day, String price) {
        return new ReferencePrice(ALFA, day, USD, UnitPrice.of(price), "Yahoo");
    }
}

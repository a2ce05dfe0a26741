package io.dividendsomatic.dividends.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.events.Origin;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot.HeldPosition;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.InstrumentKey;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotSharesTest {
    private static final AccountId ACCOUNT = AccountId.parse("ibkr:U1");
    private static final LocalDate REPORTED = LocalDate.of(2031, 3, 3);
    private static final Instrument ALFA = Instrument.ofSymbol("ALFA");
    private static final Instrument BETA = Instrument.ofSymbol("BETA");

    @Test
    void a_report_counts_for_forty_five_days_and_a_derived_day_for_good() {
        assertThat(at(Origin.REPORTED, REPORTED)).isEqualTo(Quantity.of("7"));
        assertThat(at(Origin.REPORTED, REPORTED.plusDays(45))).isEqualTo(Quantity.of("7"));
        assertThat(at(Origin.REPORTED, REPORTED.plusDays(46))).isNull();
        assertThat(at(Origin.DERIVED, REPORTED.plusDays(400))).isEqualTo(Quantity.of("7"));
    }

    @Test
    void an_instrument_that_the_snapshot_does_not_name_is_not_held_and_without_one_nothing_is_known() {
        SnapshotShares shares = shares(snapshot(Origin.REPORTED, REPORTED, held(ALFA, "7")));
        assertThat(shares.at(ACCOUNT, BETA.key(), REPORTED)).isEqualTo(Quantity.of("0"));
        assertThat(new SnapshotShares((account, day) -> Optional.empty(), (snapshot, name) -> name.key())
                        .at(ACCOUNT, ALFA.key(), REPORTED))
                .isNull();
    }

    @Test
    void several_lines_of_one_instrument_add_up() {
        SnapshotShares shares =
                shares(snapshot(Origin.REPORTED, REPORTED, held(ALFA, "7"), held(BETA, "1"), held(ALFA, "-2")));
        assertThat(shares.at(ACCOUNT, ALFA.key(), REPORTED)).isEqualTo(Quantity.of("5"));
    }

    /** A symbol that one instrument had until a day, and another one has since. */
    @Test
    void a_name_means_what_it_meant_on_the_day_of_the_report_not_on_the_day_that_is_asked_for() {
        LocalDate changed = REPORTED.plusDays(10);
        SnapshotShares shares = new SnapshotShares(
                (account, day) -> Optional.of(
                        day.isBefore(changed.plusDays(5))
                                ? snapshot(Origin.REPORTED, REPORTED, held(ALFA, "7"))
                                : snapshot(Origin.REPORTED, changed.plusDays(5), held(ALFA, "9"))),
                (snapshot, name) -> snapshot.asOf().isBefore(changed) ? ALFA.key() : BETA.key());
        assertThat(shares.at(ACCOUNT, ALFA.key(), changed.plusDays(1))).isEqualTo(Quantity.of("7"));
        assertThat(shares.at(ACCOUNT, BETA.key(), changed.plusDays(1))).isEqualTo(Quantity.of("0"));
        assertThat(shares.at(ACCOUNT, BETA.key(), changed.plusDays(6))).isEqualTo(Quantity.of("9"));
    }

    @Test
    void each_snapshot_of_an_account_is_looked_up_once_for_all_days_that_it_is_the_newest_of() {
        AtomicInteger looks = new AtomicInteger();
        SnapshotShares shares = new SnapshotShares(
                (account, day) -> {
                    looks.incrementAndGet();
                    return day.isBefore(REPORTED)
                            ? Optional.empty()
                            : Optional.of(snapshot(Origin.REPORTED, REPORTED, held(ALFA, "7")));
                },
                (snapshot, name) -> name.key());
        shares.at(ACCOUNT, ALFA.key(), REPORTED);
        shares.at(ACCOUNT, BETA.key(), REPORTED);
        assertThat(looks).hasValue(1);
        shares.at(ACCOUNT, ALFA.key(), REPORTED.plusDays(50));
        assertThat(looks).hasValue(2);
        assertThat(shares.at(ACCOUNT, ALFA.key(), REPORTED.plusDays(45))).isEqualTo(Quantity.of("7"));
        assertThat(shares.at(ACCOUNT, ALFA.key(), REPORTED.plusDays(46))).isNull();
        assertThat(looks).hasValue(2);
        assertThat(shares.at(ACCOUNT, ALFA.key(), REPORTED.minusDays(1))).isNull();
        assertThat(shares.at(ACCOUNT, ALFA.key(), REPORTED.minusDays(9))).isNull();
        assertThat(looks).hasValue(3);
    }

    private static @Nullable Quantity at(Origin origin, LocalDate day) {
        return shares(snapshot(origin, REPORTED, held(ALFA, "7"))).at(ACCOUNT, ALFA.key(), day);
    }

    private static SnapshotShares shares(AccountSnapshot newest) {
        return new SnapshotShares((account, day) -> Optional.of(newest), (snapshot, name) -> key(name));
    }

    private static InstrumentKey key(Instrument name) {
        return name.key();
    }

    private static AccountSnapshot snapshot(Origin origin, LocalDate asOf, HeldPosition... positions) {
        return new AccountSnapshot(ACCOUNT, asOf, 1, origin, Instant.EPOCH, null, null, List.of(positions));
    }

    private static HeldPosition held(Instrument instrument, String quantity) {
        return new HeldPosition(
                instrument,
                new CurrencyCode("USD"),
                Quantity.of(quantity),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of());
    }
}

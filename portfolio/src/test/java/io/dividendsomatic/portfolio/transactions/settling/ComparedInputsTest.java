package io.dividendsomatic.portfolio.transactions.settling;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Period;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.AccountLedger;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.cash.CashLedger;
import io.dividendsomatic.portfolio.ledger.lots.LotFold;
import io.dividendsomatic.portfolio.ledger.lots.LotRules;
import io.dividendsomatic.portfolio.ledger.lots.Method;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.transactions.settling.RecordedFiles.RecordedFile;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparedInputsTest {
    private static final FileId MARCH = fileOf("march");
    private static final FileId YEAR = fileOf("year");
    private static final LocalDate MARCH_9 = LocalDate.of(2031, 3, 9);
    private static final LocalDate MAY_2 = LocalDate.of(2031, 5, 2);

    @Test
    void the_same_bookings_in_any_order_differ_nowhere() {
        Booking one = deposit(MARCH_9, "100", MARCH);
        Booking other = deposit(MAY_2, "200", YEAR);

        assertThat(of(one, other).firstDifference(of(other, one))).isEmpty();
    }

    @Test
    void a_booking_that_comes_or_goes_bears_on_its_month_and_later() {
        Booking before = deposit(MARCH_9, "100", MARCH);
        ComparedInputs with = of(before, deposit(MAY_2, "200", YEAR));
        ComparedInputs without = of(before, deposit(MAY_2, "300", YEAR));

        assertThat(with.firstDifference(without)).contains(LocalDate.of(2031, 5, 1));
        assertThat(without.firstDifference(with)).contains(LocalDate.of(2031, 5, 1));
    }

    @Test
    void a_booking_bears_on_every_file_that_tells_it_also_one_that_ends_before_its_day() {
        assertThat(of(deposit(MAY_2, "200", MARCH)).firstDifference(of(deposit(MAY_2, "300", MARCH))))
                .contains(LocalDate.of(2031, 3, 1));
    }

    @Test
    void a_currency_that_was_not_there_before_bears_on_everything() {
        Booking dollars = new Booking(
                FactId.of("dollars"),
                new Deposit(new CashMovement(MAY_2, Money.of("5", "USD"), null, null, "in", References.NONE)),
                List.of(new SourceRef(YEAR, 2)),
                List.of());
        Booking euros = deposit(MARCH_9, "100", MARCH);

        assertThat(of(euros).firstDifference(of(euros, dollars))).contains(LocalDate.of(1, 1, 1));
    }

    @Test
    void it_is_read_as_it_was_written() {
        ComparedInputs inputs = of(deposit(MARCH_9, "100", MARCH), deposit(MAY_2, "200", YEAR));

        assertThat(ComparedInputs.parse(inputs.text())).isEqualTo(inputs);
    }

    private static ComparedInputs of(Booking... bookings) {
        List<Booking> all = List.of(bookings);
        AccountLedger ledger = new AccountLedger(
                all,
                List.of(),
                LotFold.fold(all, Method.FIFO, LotRules.PLAIN),
                LotFold.fold(all, Method.AVERAGE, LotRules.PLAIN),
                CashLedger.of(all));
        Map<FileId, LocalDate> lastDays =
                new HashMap<>(Map.of(MARCH, LocalDate.of(2031, 3, 31), YEAR, LocalDate.of(2031, 12, 31)));
        return ComparedInputs.of(
                new Settlement(AccountId.parse("ibkr:U1"), List.of(), ledger, ledger.fifo(), List.of(), List.of()),
                lastDays.entrySet().stream()
                        .map(file -> new RecordedFile(
                                file.getKey(), 1, new Period(LocalDate.of(2031, 1, 1), file.getValue()), Instant.EPOCH))
                        .toList(),
                lastDays);
    }

    private static Booking deposit(LocalDate day, String amount, FileId file) {
        return new Booking(
                FactId.of(day + amount),
                new Deposit(new CashMovement(day, Money.of(amount, "EUR"), null, null, "in", References.NONE)),
                List.of(new SourceRef(file, 2)),
                List.of());
    }

    private static FileId fileOf(String name) {
        return FileId.of(name.getBytes(StandardCharsets.UTF_8));
    }
}

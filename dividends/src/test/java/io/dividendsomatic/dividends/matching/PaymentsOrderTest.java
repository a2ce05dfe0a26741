package io.dividendsomatic.dividends.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.statement.CashMovement;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the rows and their order: nothing is lost, nothing counts twice. */
class PaymentsOrderTest {
    private static final int ROUNDS = 400;
    private static final List<String> TEXTS = List.of(
            "",
            "ALFA Cash Dividend USD 0.12 per Share",
            "ALFA Cash Dividend USD 0.12 per Share - US Tax",
            "ALFA Payment in Lieu of Dividend",
            "ALFA Payment in Lieu of Dividend - US Tax",
            "ALFA Cash Dividend USD 0.10 per Share (Bonus Dividend)");

    @Test
    void the_order_of_the_rows_does_not_matter() {
        forAll((table, random) -> {
            List<Booking> shuffled = table.bookings();
            Collections.shuffle(shuffled, random);
            List<PrintedAccrual> accruals = table.accruals();
            Collections.shuffle(accruals, random);
            assertThat(AccountPayments.of(Table.ACCOUNT, shuffled, accruals, Instrument::key)
                            .payments())
                    .isEqualTo(table.payments());
        });
    }

    @Test
    void net_is_always_the_sum_of_all_rows_of_the_currency() {
        forAll((table, random) -> {
            Map<String, BigDecimal> rows = sums(table.bookings().stream().map(booking -> {
                var amount = cash(booking).amount();
                return Map.entry(amount.currency().code(), amount.amount().value());
            }));
            Map<String, BigDecimal> nets = sums(table.payments().stream()
                    .map(payment ->
                            Map.entry(payment.currency().code(), payment.net().value())));
            assertThat(nets).isEqualTo(rows);
        });
    }

    @Test
    void each_row_is_one_payment_or_tax_of_exactly_one() {
        forAll((table, random) -> {
            List<FactId> shown = table.payments().stream()
                    .flatMap(payment -> payment.isTaxOnly()
                            ? Stream.of(payment.id())
                            : Stream.concat(
                                    Stream.of(payment.id()),
                                    payment.tax().stream().map(TaxPart::id)))
                    .toList();
            assertThat(shown)
                    .containsExactlyInAnyOrderElementsOf(
                            table.bookings().stream().map(Booking::id).toList());
        });
    }

    @Test
    void what_was_reversed_sums_up_to_nothing() {
        forAll((table, random) -> {
            Map<String, BigDecimal> gross = sums(table.payments().stream()
                    .filter(payment -> payment.reversed() && !payment.isTaxOnly())
                    .map(payment ->
                            Map.entry(payment.currency().code(), payment.gross().value())));
            assertThat(gross.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("0"));
        });
    }

    private interface Check {
        void on(Table table, Random random);
    }

    private static void forAll(Check check) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            Table table = Table.of(rows(random));
            try {
                check.on(table, random);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ", round " + round, e);
            }
        }
    }

    private static String rows(Random random) {
        StringBuilder rows = new StringBuilder();
        int count = 1 + random.nextInt(10);
        for (int row = 0; row < count; row++) {
            String kind = List.of("DIVIDEND", "IN_LIEU", "TAX", "TAX").get(random.nextInt(4));
            int amount = (1 + random.nextInt(2)) * (random.nextInt(3) == 0 ? -10 : 10) * (kind.equals("TAX") ? -1 : 1);
            rows.append("r%d | %s | 2031-0%d-%02d | %s | %d %s | %s%s%n"
                    .formatted(
                            row,
                            kind,
                            1 + random.nextInt(2),
                            10 + random.nextInt(3),
                            random.nextInt(4) == 0 ? "bare ALFA" : "ALFA",
                            amount,
                            random.nextInt(5) == 0 ? "EUR" : "USD",
                            TEXTS.get(random.nextInt(TEXTS.size())),
                            random.nextInt(4) == 0 ? " | event=" + random.nextInt(2) : ""));
        }
        rows.append("a | POSTED | 2031-01-11 | ALFA | 10 USD | | ex=2031-01-05 rate=0.12 qty=100\n");
        return rows.toString();
    }

    private static CashMovement cash(Booking booking) {
        return Objects.requireNonNull(booking.view().movement());
    }

    private static Map<String, BigDecimal> sums(Stream<Map.Entry<String, BigDecimal>> entries) {
        return entries.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, BigDecimal::add, TreeMap::new));
    }
}

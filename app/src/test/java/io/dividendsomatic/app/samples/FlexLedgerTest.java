package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.BookingKind;
import io.dividendsomatic.portfolio.ledger.RowView;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Trade;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Each fact of every Flex XML file is booked once: counts and sums against those that were counted from the files'
 * elements by other means ({@code expected/flex-xml-totals.tsv}), and against what Portfolio Performance asserts of its
 * own files.
 */
class FlexLedgerTest {
    private static final String TOTALS = "expected/flex-xml-totals.tsv";
    /** Its executions are in no table of totals; its index counts 39, beside 39 orders and 2 summaries of the same. */
    private static final String CONFIRMATIONS = "cquillen__ibkr-conduit__trade-confirmations.xml";

    /** How the file's kinds of money are booked; a label that stands for several is decided by the row's sign or text. */
    private static final Map<String, Set<BookingKind>> KINDS = Map.ofEntries(
            Map.entry("Dividends", Set.of(BookingKind.DIVIDEND)),
            Map.entry("Payment In Lieu Of Dividends", Set.of(BookingKind.PAYMENT_IN_LIEU)),
            Map.entry("Withholding Tax", Set.of(BookingKind.WITHHOLDING_TAX)),
            Map.entry("Broker Interest Paid", Set.of(BookingKind.INTEREST)),
            Map.entry("Broker Interest Received", Set.of(BookingKind.INTEREST)),
            Map.entry("Bond Interest", Set.of(BookingKind.INTEREST)),
            Map.entry("Deposits/Withdrawals", Set.of(BookingKind.DEPOSIT, BookingKind.WITHDRAWAL)),
            Map.entry("Deposits & Withdrawals", Set.of(BookingKind.DEPOSIT, BookingKind.WITHDRAWAL)),
            Map.entry("Cash Receipts", Set.of(BookingKind.DEPOSIT, BookingKind.WITHDRAWAL)));

    private static final Set<String> EXERCISES = Set.of("Buy", "Sell", "Exercise", "Expiration", "Assignment");

    /** A currency of a family of kinds, as counted and summed. */
    private record Sum(int count, BigDecimal amount) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, amount.add(other.amount));
        }

        @Override
        public String toString() {
            return count + " of "
                    + (amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString());
        }
    }

    @Test
    void money_is_booked_as_often_and_as_much_as_it_is_told() {
        for (Path file : Samples.in("ibkr-flex-xml")) {
            Map<String, Sum> told = new TreeMap<>();
            expected(file, "CashTransaction")
                    .forEach(cells -> told.merge(family(cells[2]) + " " + cells[3], sum(cells), Sum::plus));
            Map<String, Sum> booked = new TreeMap<>();
            bookings(file).stream()
                    .filter(booking -> booking.view().movement() != null)
                    .forEach(booking -> booked.merge(
                            family(booking.view()) + " "
                                    + movement(booking).amount().currency(),
                            new Sum(1, movement(booking).amount().amount().value()),
                            Sum::plus));
            assertThat(text(booked)).as(file.getFileName().toString()).isEqualTo(text(told));
        }
    }

    @Test
    void every_execution_is_booked_once() {
        for (Path file : Samples.in("ibkr-flex-xml")) {
            Map<String, Sum> told = new TreeMap<>();
            if (file.endsWith(CONFIRMATIONS)) {
                told.put("TRADE", new Sum(39, BigDecimal.ZERO));
            }
            expected(file, "Trade")
                    .forEach(cells ->
                            told.merge(cells[2].startsWith("CASH") ? "CONVERSION" : "TRADE", count(cells), Sum::plus));
            Map<String, Sum> booked = new TreeMap<>();
            bookings(file).stream()
                    .filter(booking -> isExecution(booking))
                    .forEach(booking -> booked.merge(
                            booking.row() instanceof Trade ? "TRADE" : "CONVERSION",
                            new Sum(1, BigDecimal.ZERO),
                            Sum::plus));
            assertThat(text(booked)).as(file.getFileName().toString()).isEqualTo(text(told));
        }
    }

    @Test
    void corporate_actions_are_booked_once_and_a_dividend_among_them_is_the_one_that_was_paid() {
        for (Path file : Samples.in("ibkr-flex-xml")) {
            int told = expected(file, "CorporateAction")
                    .mapToInt(cells -> Integer.parseInt(cells[4]))
                    .sum();
            long booked = bookings(file).stream()
                    .filter(booking -> booking.row() instanceof CorporateAction)
                    .count();
            boolean dividendTwice = file.toString().contains("activity_corporate_actions");
            assertThat(booked).as(file.getFileName().toString()).isEqualTo(dividendTwice ? told - 1 : told);
        }
    }

    @Test
    void a_dividend_told_as_a_corporate_action_is_paid_once() {
        AccountBooks books = Books.only(Samples.file("ibkr-flex-xml/clifton__ib-flex__activity_corporate_actions.xml"));
        assertThat(books.ledger().bookings())
                .filteredOn(booking -> booking.view().kind() == BookingKind.DIVIDEND)
                .singleElement()
                .satisfies(dividend -> {
                    assertThat(movement(dividend).amount()).hasToString("Money[amount=100, currency=USD]");
                    assertThat(dividend.sources()).hasSize(2);
                });
    }

    /** All but what the section of exercises, assignments and expiries tells. */
    private static boolean isExecution(Booking booking) {
        return switch (booking.row()) {
            case Trade t -> !EXERCISES.contains(Objects.toString(t.description(), ""));
            case FxConversion f -> true;
            default -> false;
        };
    }

    private static Stream<String[]> expected(Path file, String element) {
        return Samples.text(TOTALS)
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].equals(file.getFileName().toString()) && cells[1].equals(element));
    }

    private static Sum sum(String[] cells) {
        return new Sum(Integer.parseInt(cells[4]), new BigDecimal(cells[5]));
    }

    private static Sum count(String[] cells) {
        return new Sum(Integer.parseInt(cells[4]), BigDecimal.ZERO);
    }

    private static String family(String label) {
        return name(KINDS.getOrDefault(label, Set.of(BookingKind.FEE)));
    }

    private static String family(RowView view) {
        return name(KINDS.values().stream()
                .filter(kinds -> kinds.contains(view.kind()))
                .findFirst()
                .orElse(Set.of(view.kind())));
    }

    private static String name(Collection<BookingKind> kinds) {
        return kinds.stream().sorted().findFirst().orElseThrow().name();
    }

    private static List<Booking> bookings(Path file) {
        return Books.of(List.of(file)).accounts().stream()
                .flatMap(books -> books.ledger().bookings().stream())
                .toList();
    }

    private static CashMovement movement(Booking booking) {
        @Nullable CashMovement movement = booking.view().movement();
        return Objects.requireNonNull(movement);
    }

    private static List<String> text(Map<String, Sum> sums) {
        return sums.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }
}

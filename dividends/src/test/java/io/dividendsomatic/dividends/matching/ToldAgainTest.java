package io.dividendsomatic.dividends.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import io.dividendsomatic.portfolio.statement.Edition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Files that overlap, and a correction that comes a year later. */
class ToldAgainTest {
    private static final Table ROWS = Table.of("""
            d | DIVIDEND | 2030-11-15 | ALFA | 84 USD    | ALFA Cash Dividend USD 0.12 per Share
            t | TAX      | 2030-11-15 | ALFA | -12.6 USD | ALFA Cash Dividend USD 0.12 per Share - US Tax
            """);
    private static final Table CORRECTION = Table.of("""
            u | TAX | 2030-11-15 | ALFA | 12.6 USD | ALFA Cash Dividend USD 0.12 per Share - US Tax
            v | TAX | 2030-11-15 | ALFA | -8.4 USD | ALFA Cash Dividend USD 0.12 per Share - US Tax
            """);

    private static List<Telling> told(String file, Table table) {
        List<Telling> tellings = new ArrayList<>();
        for (Booking booking : table.bookings()) {
            tellings.add(new Telling(
                    booking.id(),
                    FileId.of(file.getBytes(StandardCharsets.UTF_8)),
                    new Edition(Instant.EPOCH, 10),
                    List.of(tellings.size() + 1),
                    booking.row()));
        }
        return tellings;
    }

    private static List<Payment> payments(List<Telling> first, List<Telling> second) {
        List<Telling> tellings = Stream.concat(first.stream(), second.stream()).toList();
        List<Booking> bookings = Matching.match(tellings, Instrument::key).bookings();
        return AccountPayments.of(Table.ACCOUNT, bookings, List.of(), Instrument::key)
                .payments();
    }

    @Test
    void what_two_files_tell_is_paid_once() {
        assertThat(payments(told("one", ROWS), told("two", ROWS)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("sources")
                .isEqualTo(payments(told("one", ROWS), List.of()));
    }

    @Test
    void a_correction_changes_what_is_known_now_and_not_what_was_known_then() {
        assertThat(tax(payments(told("2030", ROWS), List.of()))).containsExactly("12.6");
        assertThat(tax(payments(told("2030", ROWS), told("2031", CORRECTION)))).containsExactly("8.4");
        assertThat(tax(payments(told("2031", CORRECTION), told("2030", ROWS)))).containsExactly("8.4");
    }

    private static List<String> tax(List<Payment> payments) {
        return payments.stream()
                .map(payment -> payment.withholdingTax().toString())
                .toList();
    }
}

package io.dividendsomatic.dividends.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.SourceRef;
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
                    booking.row(),
                    null));
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

    private static List<String> afterTax(String rows) {
        return Table.of("""
            d | DIVIDEND | 2030-11-15 | ALFA | 84 USD    | ALFA Cash Dividend USD 0.12 per Share | file=whole
            l | IN_LIEU  | 2030-11-15 | ALFA | 12 USD    | ALFA Payment in Lieu of Dividend | file=whole
            t | TAX      | 2030-11-15 | ALFA | -12.6 USD | ALFA Cash Dividend USD 0.12 per Share - US Tax | file=whole
            """ + rows).told();
    }

    @Test
    void a_file_that_tells_what_came_after_tax_tells_the_payment_again() {
        List<String> without = afterTax("");
        assertThat(without).hasSize(2).contains("d 84 - 12.6 = 71.4 USD by t");
        assertThat(afterTax("n | DIVIDEND | 2030-11-15 | ALFA | 71.4 USD | after tax | file=net"))
                .isEqualTo(without);
        assertThat(afterTax("n | DIVIDEND | 2030-11-15 | ALFA | 83.4 USD | after tax | file=net"))
                .as("both parts in one sum")
                .isEqualTo(without);
        assertThat(afterTax("""
                n | DIVIDEND | 2030-11-15 | ALFA | 71.4 USD | after tax | file=net
                m | DIVIDEND | 2030-11-15 | ALFA | 12 USD | after tax | file=net
                """)).isEqualTo(without);
    }

    @Test
    void what_came_after_tax_and_fits_no_payment_is_one_of_its_own_and_claims_no_tax() {
        assertThat(afterTax("n | DIVIDEND | 2030-11-15 | ALFA | 70 USD | after tax | file=net"))
                .hasSize(3)
                .contains("d 84 - 12.6 = 71.4 USD by t", "n 70 - 0 = 70 USD");
        assertThat(afterTax("n | DIVIDEND | 2030-11-16 | ALFA | 71.4 USD | after tax | file=net"))
                .hasSize(3);
        assertThat(afterTax("n | DIVIDEND | 2030-11-15 | ALFA | 71.4 USD | after tax | file=whole"))
                .as("rows of one file are several payments")
                .hasSize(3);
    }

    private static final String IN_DOLLARS = """
            d | DIVIDEND | 2030-11-15 | ALFA | 84 USD | ALFA Cash Dividend USD 0.12 per Share (Ordinary Dividend) | file=one
            t | TAX | 2030-11-15 | ALFA | -12.6 USD | ALFA Cash Dividend USD 0.12 per Share - US Tax | file=one
            l | IN_LIEU | 2030-11-15 | ALFA | 10 USD | ALFA Payment in Lieu of Dividend | file=one
            """;
    private static final String IN_EUROS = """
            e | DIVIDEND | 2030-11-15 | ALFA | 70.56 EUR | ALFA Cash Dividend USD 0.12 per Share (Ordinary Dividend) | file=two
            u | TAX | 2030-11-15 | ALFA | -10.58 EUR | ALFA Cash Dividend USD 0.12 per Share - US Tax | file=two
            m | IN_LIEU | 2030-11-15 | ALFA | 8.4 EUR | ALFA Payment in Lieu of Dividend | file=two
            """;

    /** The payments of the rows as the ledger joins what several files tell, one line each. */
    private static List<String> joined(String rows) {
        Table table = Table.of(rows);
        return table.told(matched(table));
    }

    private static List<Payment> matched(Table table) {
        List<Telling> tellings = new ArrayList<>();
        for (Booking booking : table.bookings()) {
            SourceRef line = booking.sources().getFirst();
            tellings.add(new Telling(
                    booking.id(),
                    line.fileId(),
                    new Edition(Instant.EPOCH, 10),
                    List.of(line.line()),
                    booking.row(),
                    null));
        }
        return payments(tellings, List.of());
    }

    @Test
    void what_another_file_tells_converted_and_in_the_same_words_is_one_payment_in_its_own_currency() {
        List<String> own = joined(IN_DOLLARS);
        assertThat(own).containsExactlyInAnyOrder("d 84 - 12.6 = 71.4 USD by t", "l 10 - 0 = 10 USD");
        assertThat(joined(IN_DOLLARS + IN_EUROS)).isEqualTo(own);
        assertThat(joined(IN_EUROS + IN_DOLLARS)).isEqualTo(own);
        assertThat(matched(Table.of(IN_DOLLARS + IN_EUROS)))
                .allSatisfy(payment ->
                        assertThat(payment.sources()).hasSize(payment.tax().isEmpty() ? 2 : 4));
        assertThat(joined(IN_EUROS)).hasSize(2);
    }

    @Test
    void a_row_in_another_currency_of_the_same_file_or_at_another_rate_is_another_payment() {
        assertThat(joined(IN_DOLLARS + IN_EUROS.replace("file=two", "file=one")))
                .hasSize(4);
        assertThat(joined(IN_DOLLARS + IN_EUROS.replace("8.4 EUR", "9.4 EUR"))).hasSize(3);
    }

    @Test
    void what_came_after_tax_is_known_at_its_exchange_rate_too() {
        String net = "n | DIVIDEND | 2030-11-15 | ALFA | 71.4 USD | after tax | file=net fx=0.84";
        assertThat(Table.of(IN_EUROS + net).told()).hasSize(2);
        assertThat(Table.of(IN_EUROS + net.replace(" fx=0.84", "")).told()).hasSize(3);
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

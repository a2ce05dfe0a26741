package io.dividendsomatic.dividends.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which rows are one payment of the issuer. */
class PaymentEventsTest {

    /** The names of the payments, those of one event joined by a plus. */
    private static List<String> events(String rows) {
        Table table = Table.of(rows);
        return table.payments().stream().collect(Collectors.groupingBy(Payment::paymentEventId)).values().stream()
                .map(event -> event.stream()
                        .map(payment -> table.name(payment.id()))
                        .sorted()
                        .collect(Collectors.joining("+")))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static void check(String rows, String... events) {
        assertThat(events(rows)).isEqualTo(Arrays.asList(events));
    }

    @Test
    void ordinary_and_in_lieu_at_one_rate_are_one() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD | | rate=0.12
                p | IN_LIEU  | 2031-01-15 | ALFA | 36 USD | | rate=0.12
                """, "d+p");
    }

    @Test
    void an_in_lieu_part_that_names_no_rate_goes_with_the_ordinary_one() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD | ALFA Cash Dividend USD 0.12 per Share (Ordinary Dividend)
                p | IN_LIEU  | 2031-01-15 | ALFA | 36 USD | ALFA Payment in Lieu of Dividend (Ordinary Dividend)
                """, "d+p");
    }

    @Test
    void regular_and_special_of_one_day_are_two() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD | ALFA Cash Dividend USD 0.12 per Share (Ordinary Dividend)
                s | DIVIDEND | 2031-01-15 | ALFA | 70 USD | ALFA Cash Dividend USD 0.10 per Share (Bonus Dividend)
                """, "d", "s");
    }

    @Test
    void each_in_lieu_part_goes_with_its_own_of_a_regular_and_a_special() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD | ALFA Cash Dividend USD 0.12 per Share (Ordinary Dividend)
                s | DIVIDEND | 2031-01-15 | ALFA | 70 USD | ALFA Cash Dividend USD 0.10 per Share (Bonus Dividend)
                p | IN_LIEU  | 2031-01-15 | ALFA | 36 USD | ALFA Payment in Lieu of Dividend (Ordinary Dividend)
                q | IN_LIEU  | 2031-01-15 | ALFA | 30 USD | ALFA Payment in Lieu of Dividend (Bonus Dividend)
                """, "d+p", "q+s");
    }

    @Test
    void the_number_of_the_broker_tells_where_words_do_not() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD | ALFA Cash Dividend USD 0.12 per Share | event=1
                s | DIVIDEND | 2031-01-15 | ALFA | 70 USD | ALFA Cash Dividend USD 0.10 per Share | event=2
                p | IN_LIEU  | 2031-01-15 | ALFA | 30 USD | ALFA Payment in Lieu of Dividend      | event=2
                """, "d", "p+s");
    }

    @Test
    void another_day_or_instrument_is_another_payment() {
        check("""
                a | DIVIDEND | 2031-01-15 | ALFA | 84 USD | | rate=0.12
                b | DIVIDEND | 2031-02-15 | ALFA | 84 USD | | rate=0.12
                c | DIVIDEND | 2031-01-15 | BETA | 84 USD | | rate=0.12
                """, "a", "b", "c");
    }

    @Test
    void tax_that_either_part_could_claim_stands_with_their_payment() {
        check("""
                d | DIVIDEND | 2031-01-15 | ALFA | 84 USD  | | rate=0.12
                p | IN_LIEU  | 2031-01-15 | ALFA | 36 USD  | | rate=0.12
                t | TAX      | 2031-01-15 | ALFA | -18 USD |
                """, "d+p+t");
    }
}

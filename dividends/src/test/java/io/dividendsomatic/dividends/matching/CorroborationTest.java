package io.dividendsomatic.dividends.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.portfolio.kernel.Instrument;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Accruals date, rate and corroborate payments, and are never income. */
class CorroborationTest {
    private static final String POSTED = """
            a | POSTED   | 2031-02-14 | ALFA | 96 USD | | ex=2031-01-31 on=2031-01-30 qty=800 rate=0.12 tax=14.4
            b | REVERSED | 2031-02-14 | ALFA | 96 USD | | ex=2031-01-31 on=2031-02-14 qty=800 rate=0.12 tax=14.4
            """;

    private static Payment only(String rows) {
        assertThat(Table.of(rows).payments()).hasSize(1);
        return Table.of(rows).payments().getFirst();
    }

    @Test
    void an_accrual_gives_the_payment_its_ex_date_rate_quantity_and_expected_tax() {
        Terms terms =
                only(POSTED + "d | DIVIDEND | 2031-02-14 | ALFA | 96 USD | ").terms();
        assertThat(terms.exDate()).isEqualTo(LocalDate.of(2031, 1, 31));
        assertThat(terms.perShare()).isEqualTo(PerShare.of("0.12", "USD", PerShare.Origin.ACCRUAL));
        assertThat(terms.quantity()).hasToString("800");
        assertThat(terms.expectedTaxRate()).hasToString("0.15");
    }

    @Test
    void what_the_row_states_stands() {
        Terms terms = only(POSTED + "d | DIVIDEND | 2031-02-14 | ALFA | 96 USD | | ex=2031-01-31 qty=801")
                .terms();
        assertThat(terms.quantity()).hasToString("801");
    }

    @Test
    void an_accrual_at_another_rate_is_about_another_payment() {
        Terms terms = only(POSTED + "d | DIVIDEND | 2031-02-14 | ALFA | 70 USD | | rate=0.10")
                .terms();
        assertThat(terms.exDate()).isNull();
    }

    @Test
    void the_quantity_of_an_accrual_is_of_both_parts_together() {
        assertThat(Table.of(POSTED + """
                                d | DIVIDEND | 2031-02-14 | ALFA | 60 USD | | rate=0.12
                                p | IN_LIEU  | 2031-02-14 | ALFA | 36 USD | | rate=0.12
                                """).payments()).allSatisfy(payment -> {
            assertThat(payment.terms().quantity()).isNull();
            assertThat(payment.terms().exDate()).isEqualTo(LocalDate.of(2031, 1, 31));
        });
    }

    @Test
    void accruals_alone_are_no_payment() {
        assertThat(Table.of(POSTED).payments()).isEmpty();
    }

    @Test
    void an_accrual_is_open_until_it_is_taken_off_the_books() {
        assertThat(Accruals.of(Table.ACCOUNT, Table.of(POSTED).accruals(), Instrument::key))
                .singleElement()
                .satisfies(expected -> assertThat(expected.open()).isFalse());
        assertThat(Accruals.of(
                        Table.ACCOUNT,
                        Table.of(POSTED.lines().findFirst().orElseThrow()).accruals(),
                        Instrument::key))
                .singleElement()
                .satisfies(expected -> assertThat(expected.open()).isTrue());
    }

    @Test
    void a_changed_number_of_shares_is_taken_off_and_put_on_again_on_one_day() {
        String rows = """
                a | POSTED   | 2031-02-14 | ALFA | 96 USD  | | ex=2031-01-31 on=2031-01-30 qty=800 rate=0.12
                b | POSTED   | 2031-02-14 | ALFA | 108 USD | | ex=2031-01-31 on=2031-02-03 qty=900 rate=0.12
                c | REVERSED | 2031-02-14 | ALFA | 96 USD  | | ex=2031-01-31 on=2031-02-03 qty=800 rate=0.12
                """;
        assertThat(Accruals.of(Table.ACCOUNT, Table.of(rows).accruals(), Instrument::key))
                .singleElement()
                .satisfies(expected -> {
                    assertThat(expected.open()).isTrue();
                    assertThat(expected.quantity()).hasToString("900");
                });
        String paid = "d | REVERSED | 2031-02-14 | ALFA | 108 USD | | ex=2031-01-31 on=2031-02-14 qty=900 rate=0.12";
        assertThat(Accruals.of(Table.ACCOUNT, Table.of(rows + paid).accruals(), Instrument::key))
                .singleElement()
                .satisfies(expected -> assertThat(expected.isOwed()).isTrue())
                .satisfies(expected -> assertThat(expected.open()).isFalse());
    }

    @Test
    void what_is_only_seen_to_be_taken_off_was_expected_too() {
        String rows =
                "b | REVERSED | 2031-02-14 | ALFA | -96 USD | | ex=2031-01-31 on=2031-02-14 qty=800 rate=0.12 tax=-14.4";
        assertThat(Accruals.of(Table.ACCOUNT, Table.of(rows).accruals(), Instrument::key))
                .singleElement()
                .satisfies(expected -> {
                    assertThat(expected.open()).isFalse();
                    assertThat(expected.gross()).hasToString("96");
                    assertThat(expected.taxRate()).hasToString("0.15");
                });
    }

    @Test
    void many_statements_that_print_one_accrual_make_one_expectation() {
        String open = "%s | OPEN | 2031-02-14 | ALFA | 96 USD | | ex=2031-01-31 on=%s qty=800 rate=0.12\n";
        String rows = open.formatted("x", "2031-01-31") + open.formatted("y", "2031-02-01");
        assertThat(Accruals.of(Table.ACCOUNT, Table.of(rows).accruals(), Instrument::key))
                .singleElement()
                .satisfies(expected -> assertThat(expected.sources()).hasSize(2));
    }
}

package io.dividendsomatic.dividends.income;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.dividends.Table;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PerShare;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What one share received, whoever held it. */
class DistributionsTest {
    private static final AccountId OTHER = AccountId.parse("nordnet:10000001");
    private static final LocalDate ASOF = LocalDate.of(2031, 12, 31);

    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final ReportingRates RATES = new ReportingRates(
            EUR, Map.of(), (currency, day) -> currency.code().equals("USD") ? FxRate.of("0.8") : null);

    private static List<String> told(String here, String there, SharesHeld held) {
        List<Payment> payments = new ArrayList<>(Table.of(here).payments());
        payments.addAll(Table.of(there).payments(OTHER));
        return told(payments, held);
    }

    private static List<String> told(List<Payment> payments, SharesHeld held) {
        return Distributions.of(payments, Splits.NONE, held, RATES, ASOF).stream()
                .map(d -> d.date() + " " + d.adjustedOrZero() + (d.special() ? " special " : " ")
                        + d.payments().size())
                .toList();
    }

    @Test
    void two_accounts_that_booked_it_days_apart_received_one() {
        assertThat(told(
                        "a | DIVIDEND | 2031-04-10 | KUUSI | 22 EUR | | rate=0.22",
                        "b | DIVIDEND | 2031-04-14 | KUUSI | 44 EUR | | rate=0.22",
                        SharesHeld.UNKNOWN))
                .containsExactly("2031-04-10 0.22 2");
    }

    @Test
    void at_another_rate_or_a_week_later_it_is_another() {
        String here = "a | DIVIDEND | 2031-04-10 | KUUSI | 22 EUR | | rate=0.22";
        assertThat(told(here, "b | DIVIDEND | 2031-04-10 | KUUSI | 44 EUR | | rate=0.25", SharesHeld.UNKNOWN))
                .hasSize(2);
        assertThat(told(here, "b | DIVIDEND | 2031-04-16 | KUUSI | 44 EUR | | rate=0.22", SharesHeld.UNKNOWN))
                .hasSize(2);
    }

    @Test
    void with_one_ex_date_it_is_one_however_late_the_other_broker_books_it() {
        String here = "a | DIVIDEND | 2031-04-10 | KUUSI | 22 EUR | | rate=0.22 ex=2031-03-20";
        assertThat(told(here, "b | DIVIDEND | 2031-05-20 | KUUSI | 44 EUR | | ex=2031-03-20", SharesHeld.UNKNOWN))
                .containsExactly("2031-04-10 0.22 2");
        assertThat(told(
                        here,
                        "b | DIVIDEND | 2031-05-20 | KUUSI | 44 EUR | | rate=0.25 ex=2031-03-20",
                        SharesHeld.UNKNOWN))
                .hasSize(2);
    }

    @Test
    void what_another_broker_books_late_each_quarter_is_no_turn_of_its_own() {
        List<Distribution> paid = paidBy("2031-%02d-15", "2031-%02d-24", 3, 6, 9, 12);
        assertThat(paid).hasSize(4);
        assertThat(DeclaredRates.frequency(paid, ASOF)).isEqualTo(Frequency.QUARTERLY);
    }

    @Test
    void what_another_broker_pays_in_the_next_turn_is_another() {
        List<Payment> payments =
                new ArrayList<>(Table.of(rows("2031-%02d-15", 1, 2, 3)).payments());
        payments.addAll(Table.of(rows("2031-%02d-14", 4, 5, 6)).payments(OTHER));
        assertThat(told(payments, SharesHeld.UNKNOWN)).hasSize(6);
    }

    private static List<Distribution> paidBy(String here, String there, int... months) {
        List<Payment> payments = new ArrayList<>(Table.of(rows(here, months)).payments());
        payments.addAll(Table.of(rows(there, months)).payments(OTHER));
        return Distributions.of(payments, Splits.NONE, SharesHeld.UNKNOWN, RATES, ASOF);
    }

    private static String rows(String day, int... months) {
        StringBuilder rows = new StringBuilder();
        for (int month : months) {
            rows.append("r%d | DIVIDEND | %s | ALFA | 50 USD | | rate=0.50%n".formatted(month, day.formatted(month)));
        }
        return rows.toString();
    }

    @Test
    void paid_in_one_currency_and_taxed_in_another_it_is_one_at_the_rate_of_what_was_taxed() {
        List<Distribution> distributions =
                Distributions.of(Table.of("""
                        a | DIVIDEND | 2031-04-10 | ALFA | 68 EUR  | | line=2 qty=100
                        b | DIVIDEND | 2031-04-10 | ALFA | 15 USD  | | line=2 qty=100
                        t | TAX      | 2031-04-10 | ALFA | -15 USD | | line=2
                        """).payments(), Splits.NONE, SharesHeld.UNKNOWN, RATES, ASOF);
        assertThat(distributions).singleElement().satisfies(paid -> {
            assertThat(paid.rate()).isEqualTo(PerShare.of("1", "USD", PerShare.Origin.COMPUTED));
            assertThat(paid.netShare()).isEqualByComparingTo("0.85");
        });
    }

    @Test
    void where_one_of_two_currencies_has_no_rate_nothing_is_computed() {
        List<Distribution> distributions =
                Distributions.of(Table.of("""
                        a | DIVIDEND | 2031-04-10 | GRANA | 68 EUR  | | line=2 qty=100
                        b | DIVIDEND | 2031-04-10 | GRANA | 15 SEK  | | line=2 qty=100
                        t | TAX      | 2031-04-10 | GRANA | -15 SEK | | line=2
                        """).payments(), Splits.NONE, SharesHeld.UNKNOWN, RATES, ASOF);
        assertThat(distributions).singleElement().satisfies(paid -> {
            assertThat(paid.rate()).isNull();
            assertThat(paid.netShare()).isNull();
        });
    }

    @Test
    void one_account_received_it_in_another_currency() {
        assertThat(told(
                        "a | DIVIDEND | 2031-04-10 | ALFA | 12 USD   | | rate=0.12",
                        "b | DIVIDEND | 2031-04-11 | ALFA | 10.1 EUR |",
                        SharesHeld.UNKNOWN))
                .containsExactly("2031-04-10 0.12 2");
    }

    @Test
    void without_a_stated_rate_it_is_the_amount_over_the_shares_held() {
        SharesHeld held = (account, key, day) -> day.isBefore(LocalDate.of(2031, 4, 1)) ? Quantity.of("150") : null;
        assertThat(told(
                        Table.of("a | DIVIDEND | 2031-04-10 | KUUSI | 33 EUR | | ex=2031-04-01")
                                .payments(),
                        held))
                .containsExactly("2031-04-10 0.22 1");
    }

    @Test
    void without_shares_no_rate_is_made_up() {
        assertThat(told(Table.of("a | DIVIDEND | 2031-04-10 | KUUSI | 33 EUR |").payments(), SharesHeld.UNKNOWN))
                .containsExactly("2031-04-10 0 1");
    }

    @Test
    void of_two_on_one_date_the_one_that_is_not_usual_is_special() {
        assertThat(told(Table.of("""
                                        a | DIVIDEND | 2031-04-10 | ALFA | 12 USD | | rate=0.12
                                        b | DIVIDEND | 2031-07-10 | ALFA | 12 USD | | rate=0.12
                                        c | DIVIDEND | 2031-07-10 | ALFA | 5 USD  | | rate=0.05
                                        """).payments(), SharesHeld.UNKNOWN))
                .containsExactlyInAnyOrder("2031-04-10 0.12 1", "2031-07-10 0.12 1", "2031-07-10 0.05 special 1");
    }

    @Test
    void what_is_usual_is_what_was_paid_around_that_time() {
        StringBuilder rows = new StringBuilder();
        for (int year = 2011; year <= 2030; year++) {
            rows.append("r%d | DIVIDEND | %d-06-15 | ALFA | 10 USD | | rate=%s%n"
                    .formatted(year, year, BigDecimal.valueOf(5L * (year - 2010), 2)));
        }
        rows.append("s | DIVIDEND | 2030-06-15 | ALFA | 4 USD | | rate=0.40\n");
        assertThat(Distributions.of(
                                Table.of(rows.toString()).payments(),
                                Splits.NONE,
                                SharesHeld.UNKNOWN,
                                RATES,
                                LocalDate.parse("2030-12-31"))
                        .stream()
                        .filter(Distribution::special)
                        .map(special -> special.adjustedOrZero().toPlainString()))
                .containsExactly("0.4");
    }

    @Test
    void the_order_of_the_payments_does_not_matter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            StringBuilder here = new StringBuilder();
            StringBuilder there = new StringBuilder();
            for (int row = 0; row < 12; row++) {
                (random.nextBoolean() ? here : there)
                        .append("r%d | DIVIDEND | 2031-%02d-%02d | ALFA | %d USD | | %s%n"
                                .formatted(
                                        row,
                                        1 + random.nextInt(3),
                                        10 + random.nextInt(7),
                                        1 + random.nextInt(30),
                                        random.nextBoolean() ? "rate=0.1" + random.nextInt(3) : "qty=100"));
            }
            List<Payment> payments = new ArrayList<>(Table.of(here.toString()).payments());
            payments.addAll(Table.of(there.toString()).payments(OTHER));
            List<Distribution> told = Distributions.of(payments, Splits.NONE, SharesHeld.UNKNOWN, RATES, ASOF);
            Collections.shuffle(payments, random);
            assertThat(Distributions.of(payments, Splits.NONE, SharesHeld.UNKNOWN, RATES, ASOF))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(told);
        }
    }
}

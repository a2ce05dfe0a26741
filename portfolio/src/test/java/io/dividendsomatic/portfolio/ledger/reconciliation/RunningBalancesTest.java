package io.dividendsomatic.portfolio.ledger.reconciliation;

import static io.dividendsomatic.portfolio.ledger.Told.EUR;
import static io.dividendsomatic.portfolio.ledger.Told.fact;
import static io.dividendsomatic.portfolio.ledger.Told.file;
import static io.dividendsomatic.portfolio.ledger.Told.movement;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import io.dividendsomatic.portfolio.ledger.Booking;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.Told;
import io.dividendsomatic.portfolio.ledger.cash.OpeningBalance;
import io.dividendsomatic.portfolio.ledger.matching.Matching;
import io.dividendsomatic.portfolio.statement.CashBalance;
import io.dividendsomatic.portfolio.statement.CashBalance.At;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunningBalancesTest {
    private static final LocalDate MONDAY = LocalDate.of(2031, 3, 3);
    private static final LocalDate TUESDAY = MONDAY.plusDays(1);

    private final Map<String, List<StatementLine>> files = new TreeMap<>();
    private final List<Booking> bookings = new ArrayList<>();
    private final List<Telling> tellings = new ArrayList<>();

    @Test
    void the_balance_after_the_first_row_less_its_effect_was_there_before() {
        row("a", 2, MONDAY, "250", "1250");
        row("a", 3, TUESDAY, "-50", "1200");
        assertThat(opening())
                .isEqualTo(
                        new OpeningBalance(MONDAY.minusDays(1), EUR, Amount.of("1000"), new SourceRef(file("a"), 2)));
    }

    @Test
    void a_file_that_runs_backwards_has_its_first_row_at_the_end() {
        row("a", 2, TUESDAY, "-50", "1170");
        row("a", 3, MONDAY, "-30", "1220");
        row("a", 4, MONDAY, "250", "1250");
        assertThat(opening().balance()).isEqualTo(Amount.of("1000"));
    }

    @Test
    void files_that_begin_and_end_within_the_day_make_one_way() {
        row("later", 2, MONDAY, "-30", "1220");
        row("later", 3, MONDAY, "-20", "1200");
        row("earlier", 2, MONDAY, "250", "1250");
        retold("earlier", 3, MONDAY, 0, "1220");
        assertThat(opening().balance()).isEqualTo(Amount.of("1000"));
    }

    @Test
    void a_day_that_leads_back_to_where_it_began_is_followed_by_the_next_one() {
        row("a", 2, MONDAY, "100", "1100");
        row("a", 3, MONDAY, "-100", "1000");
        row("a", 4, TUESDAY, "5", "1005");
        assertThat(opening())
                .satisfies(known -> assertThat(known.balance()).isEqualTo(Amount.of("1000")))
                .satisfies(known -> assertThat(known.day()).isEqualTo(MONDAY.minusDays(1)));
    }

    @Test
    void nothing_is_said_where_the_day_does_not_lead_from_one_balance_to_the_next() {
        row("a", 2, MONDAY, "250", "1250");
        row("a", 3, MONDAY, "-30", "1300");
        assertThat(openings()).isEmpty();
    }

    @Test
    void nothing_is_said_where_something_was_booked_before_without_a_balance() {
        row("b", 2, MONDAY.minusDays(3), "10", null);
        row("a", 2, MONDAY, "250", "1250");
        assertThat(openings()).isEmpty();
    }

    @Test
    void a_balance_that_is_printed_for_an_earlier_start_of_a_day_outranks_it() {
        row("a", 2, TUESDAY, "250", "1250");
        figures("b").add(new StatementLine(5, new CashBalance(MONDAY, EUR, false, At.START_OF_DAY, Amount.of("999"))));
        assertThat(opening())
                .isEqualTo(new OpeningBalance(MONDAY.minusDays(1), EUR, Amount.of("999"), new SourceRef(file("b"), 5)));
    }

    /** Bought for 200 and a fee of 50, which the file tells in a row of its own. */
    @Test
    void the_rows_of_one_trade_lead_from_balance_to_balance_each_by_its_own_part() {
        StatementRow bought = Told.trade(MONDAY, Told.ALFA, "10", "20")
                .in(EUR)
                .numbered(null, "o1")
                .row();
        tellings.add(Told.telling("bought", "a", 0, 2, bought));
        tellings.add(Told.telling("fee", "a", 0, 3, Told.charge(MONDAY, "-50", "EUR", "o1", "costs")));
        bookings.addAll(Matching.match(tellings, Instrument::key).bookings());
        assertThat(bookings).hasSize(1);
        print("a", 2, MONDAY, "800");
        print("a", 3, MONDAY, "750");
        assertThat(opening().balance()).isEqualTo(Amount.of("1000"));
    }

    private void row(String file, int line, LocalDate day, String amount, @Nullable String balance) {
        String name = file + line;
        bookings.add(new Booking(
                fact(name),
                amount.startsWith("-")
                        ? new Withdrawal(movement(day, amount, "EUR", null))
                        : new Deposit(movement(day, amount, "EUR", null)),
                List.of(new SourceRef(file(file), line)),
                List.of(fact(name))));
        if (balance != null) {
            print(file, line, day, balance);
        }
    }

    /** That the file also tells the booking of that place. */
    private void retold(String file, int line, LocalDate day, int place, String balance) {
        Booking known = bookings.get(place);
        List<SourceRef> sources = new ArrayList<>(known.sources());
        sources.add(new SourceRef(file(file), line));
        bookings.set(place, new Booking(known.id(), known.row(), sources, known.told()));
        print(file, line, day, balance);
    }

    private void print(String file, int line, LocalDate day, String balance) {
        figures(file).add(new StatementLine(line, new CashBalance(day, EUR, false, At.AFTER_ROW, Amount.of(balance))));
    }

    private List<StatementLine> figures(String file) {
        return files.computeIfAbsent(file, first -> new ArrayList<>());
    }

    private Map<CurrencyCode, OpeningBalance> openings() {
        return OpeningBalances.of(
                files.entrySet().stream()
                        .map(one -> new StatementFile(file(one.getKey()), null, one.getValue()))
                        .toList(),
                bookings,
                tellings);
    }

    private OpeningBalance opening() {
        OpeningBalance known = openings().get(EUR);
        assertThat(known).isNotNull();
        return Objects.requireNonNull(known);
    }
}

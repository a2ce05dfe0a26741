package io.dividendsomatic.portfolio.account;

import static io.dividendsomatic.portfolio.account.Telling.ALFA;
import static io.dividendsomatic.portfolio.account.Telling.EUR;
import static io.dividendsomatic.portfolio.account.Telling.MARCH_3;
import static io.dividendsomatic.portfolio.account.Telling.USD;
import static io.dividendsomatic.portfolio.account.Telling.position;
import static io.dividendsomatic.portfolio.account.Telling.statement;
import static io.dividendsomatic.portfolio.account.Transactions.atRate;
import static io.dividendsomatic.portfolio.account.Transactions.dividend;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.events.BaseCurrencyStated;
import io.dividendsomatic.portfolio.events.RatesStated;
import io.dividendsomatic.portfolio.events.RatesStated.Occasion;
import io.dividendsomatic.portfolio.events.RatesStated.StatedRate;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which rates an account hears from a statement, and which base currency. */
class RatesOfStatementTest {

    @Test
    void rates_on_bookings_are_told_once_a_day_and_say_what_they_were_used_for() {
        assertThat(rates(
                        atRate("0.84", dividend("10")),
                        atRate("0.84", dividend("20")),
                        atRate("0.83", dividend("30")),
                        position(ALFA, "1", "1", "1"),
                        new FxRateToBase(MARCH_3, USD, FxRate.of("0.85"))))
                .containsExactly(
                        new StatedRate(MARCH_3, USD, FxRate.of("0.85"), 6),
                        new StatedRate(MARCH_3, USD, FxRate.of("0.84"), 2, Occasion.BOOKING),
                        new StatedRate(MARCH_3, USD, FxRate.of("0.83"), 4, Occasion.BOOKING),
                        new StatedRate(MARCH_3, USD, FxRate.of("0.84"), 5));
    }

    @Test
    void the_rate_of_a_corporate_action_is_kept() {
        assertThat(rates(new CorporateAction(
                        MARCH_3,
                        null,
                        null,
                        CorporateAction.Kind.SPLIT,
                        "FS",
                        ALFA,
                        Quantity.of("10"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        false,
                        null,
                        References.NONE,
                        USD,
                        FxRate.of("0.84"))))
                .containsExactly(new StatedRate(MARCH_3, USD, FxRate.of("0.84"), 2, Occasion.BOOKING));
    }

    @Test
    void many_rates_are_told_in_several_events() {
        StatementRow[] rows = IntStream.range(0, 2_500)
                .mapToObj(day -> new FxRateToBase(MARCH_3.plusDays(day), USD, FxRate.of("0.84")))
                .toArray(StatementRow[]::new);
        List<Integer> sizes = Statements.decide(statement("march", 0, rows), new AccountState()).stream()
                .filter(RatesStated.class::isInstance)
                .map(event -> ((RatesStated) event).rates().size())
                .toList();
        assertThat(sizes).containsExactly(1_000, 1_000, 500);
    }

    @Test
    void the_balance_to_which_foreign_money_was_booked_tells_the_base_currency() {
        assertThat(base(booked("100", "USD", "0.84", "84 EUR"), booked("5", "EUR", "1", null)))
                .isEqualTo(EUR);
        assertThat(base(booked("100", "USD", "0.84", null), booked("5", "EUR", "1", null)))
                .isEqualTo(EUR);
    }

    @Test
    void balances_in_several_currencies_leave_it_open() {
        assertThat(base(booked("100", "USD", "0.84", "84 EUR"), booked("100", "USD", "10", "1000 SEK")))
                .isNull();
        assertThat(base(booked("100", "USD", "0.84", null))).isNull();
    }

    private static Deposit booked(String amount, String currency, String rate, @Nullable String settled) {
        Money balance = settled == null ? null : Money.of(settled.split(" ", -1)[0], settled.split(" ", -1)[1]);
        return new Deposit(
                new CashMovement(MARCH_3, Money.of(amount, currency), balance, FxRate.of(rate), null, References.NONE));
    }

    private static List<StatedRate> rates(StatementRow... rows) {
        return Statements.decide(statement("march", 0, rows), new AccountState()).stream()
                .filter(RatesStated.class::isInstance)
                .flatMap(event -> ((RatesStated) event).rates().stream())
                .toList();
    }

    private static @Nullable CurrencyCode base(StatementRow... rows) {
        return Statements.decide(statement("march", 0, rows), new AccountState()).stream()
                .filter(BaseCurrencyStated.class::isInstance)
                .map(event -> ((BaseCurrencyStated) event).currency())
                .findFirst()
                .orElse(null);
    }
}

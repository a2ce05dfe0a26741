package io.dividendsomatic.portfolio.account;

import static io.dividendsomatic.portfolio.account.Telling.ACCOUNT;
import static io.dividendsomatic.portfolio.account.Telling.ALFA;
import static io.dividendsomatic.portfolio.account.Telling.BETA;
import static io.dividendsomatic.portfolio.account.Telling.MARCH_3;
import static io.dividendsomatic.portfolio.account.Telling.statement;
import static io.dividendsomatic.portfolio.account.Transactions.dividend;
import static io.dividendsomatic.portfolio.account.Transactions.leg;
import static io.dividendsomatic.portfolio.account.Transactions.movement;
import static io.dividendsomatic.portfolio.account.Transactions.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dividendsomatic.portfolio.account.FactsOfFile.Told;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Quantity;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.References;
import io.dividendsomatic.portfolio.statement.StatementLine;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FactsOfFileTest {

    /** Identities are stored forever: these must never change. */
    @Test
    void the_identity_of_a_fact_is_what_it_always_was() {
        assertThat(facts(ACCOUNT, dividend("120.00"), dividend("120"))).containsExactly(FactId.of("""
                        account=ibkr:U0000001
                        by=content
                        kind=DIVIDEND
                        date=2031-03-03
                        amount=120 USD
                        description=ALFA Cash Dividend
                        instrument=isin:US000000AA16
                        ordinal=1
                        """), FactId.of("""
                        account=ibkr:U0000001
                        by=content
                        kind=DIVIDEND
                        date=2031-03-03
                        amount=120 USD
                        description=ALFA Cash Dividend
                        instrument=isin:US000000AA16
                        ordinal=2
                        """));
        assertThat(fact(dividend("8000000001", "120"))).isEqualTo(FactId.of("""
                        account=ibkr:U0000001
                        by=number
                        family=DISTRIBUTION
                        transaction=8000000001
                        ordinal=1
                        """));
        assertThat(fact(leg("7000000001", "-1000", "EUR"))).isEqualTo(FactId.of("""
                        account=ibkr:U0000001
                        by=number
                        family=FX_CONVERSION
                        trade=7000000001
                        ordinal=1
                        """));
        assertThat(fact(TRADE)).isEqualTo(FactId.of("""
                        account=ibkr:U0000001
                        by=content
                        kind=TRADE
                        date=2031-03-03
                        instrument=isin:US000000AA16
                        quantity=10
                        currency=USD
                        price=10.5
                        ordinal=1
                        """));
    }

    @Test
    void the_account_is_part_of_every_identity() {
        AccountId other = AccountId.parse("nordnet:10000001");
        assertThat(facts(other, dividend("120"))).doesNotContain(fact(dividend("120")));
        assertThat(facts(other, dividend("1", "120"))).doesNotContain(fact(dividend("1", "120")));
    }

    @Test
    void white_space_in_words_makes_no_other_fact() {
        assertThat(fact(fee("Market  data\u00a0fee "))).isEqualTo(fact(fee("Market data fee")));
        assertThat(fact(fee("Other fee"))).isNotEqualTo(fact(fee("Market data fee")));
    }

    @Test
    void a_number_outranks_the_content() {
        assertThat(fact(dividend("8000000001", "102"))).isEqualTo(fact(dividend("8000000001", "120")));
        assertThat(fact(dividend("8000000002", "120"))).isNotEqualTo(fact(dividend("8000000001", "120")));
        assertThat(fact(dividend("120"))).isNotEqualTo(fact(dividend("8000000001", "120")));
    }

    @Test
    void a_trade_is_known_by_its_execution_else_by_its_transaction() {
        FactId both = fact(trade(new References("8", "7", null, null), "1", "10", null));
        assertThat(fact(trade(new References(null, "7", null, null), "1", "10", null)))
                .isEqualTo(both);
        assertThat(fact(trade(References.ofTransaction("8"), "1", "10", null))).isNotEqualTo(both);
        assertThat(fact(trade(References.ofTransaction("7"), "1", "10", null))).isNotEqualTo(both);
    }

    @Test
    void one_number_on_rows_of_different_kinds_is_different_facts() {
        CashMovement movement = movement("8000000001", "5", "a row");
        assertThat(facts(
                        ACCOUNT,
                        new CashDividend(movement, ALFA, null, null, null),
                        new WithholdingTax(movement, ALFA, null),
                        new Interest(movement, null),
                        new Fee(movement, null, null),
                        new Deposit(movement),
                        trade(References.ofTransaction("8000000001"), "1", "10", null)))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_dividend_that_another_file_calls_a_payment_in_lieu_is_the_same_numbered_fact() {
        CashMovement movement = movement("8000000001", "5", "a row");
        assertThat(fact(new PaymentInLieu(movement, ALFA, null, null, null)))
                .isEqualTo(fact(new CashDividend(movement, ALFA, null, null, null)));
    }

    @Test
    void rows_of_one_line_are_told_apart_and_keep_their_line() {
        List<StatementLine> rows = List.of(
                new StatementLine(7, dividend("120")), new StatementLine(7, new Deposit(movement(null, "120", "x"))));
        assertThat(FactsOfFile.of(ACCOUNT, rows)).extracting(Told::lines).containsExactly(List.of(7), List.of(7));
    }

    @Test
    void lines_that_tell_a_part_of_a_fact_are_its_lines_and_have_no_part_in_its_identity() {
        Told alone = FactsOfFile.of(ACCOUNT, List.of(new StatementLine(7, dividend("120"))))
                .getFirst();
        Told told = alone.toldAlsoOn(Map.of(7, List.of(8, 5), 9, List.of(10)));
        assertThat(told.lines()).containsExactly(5, 7, 8);
        assertThat(told.fact()).isEqualTo(alone.fact());
    }

    @Test
    void an_instrument_counts_as_the_row_names_it() {
        CashMovement movement = movement(null, "120", "ALFA Cash Dividend");
        Instrument longer = ALFA.completedBy(
                new Instrument("ALFA", null, "ALFA MORTGAGE REIT", null, null, null, "NYSE", "STK", null));
        assertThat(fact(new CashDividend(movement, longer, null, null, null))).isEqualTo(fact(dividend("120")));
        assertThat(fact(new CashDividend(movement, Instrument.ofSymbol("ALFA"), null, null, null)))
                .isNotEqualTo(fact(dividend("120")));
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_part_of_a_booking_that_is_a_fact_tells_it_apart(StatementRow one, StatementRow other) {
        assertThat(fact(one)).isNotEqualTo(fact(other));
    }

    private static final Trade TRADE = trade(References.NONE, "10", "10.5", null);

    static Stream<Arguments> others() {
        return Stream.of(
                arguments(TRADE, trade(References.NONE, "11", "10.5", null)),
                arguments(TRADE, trade(References.NONE, "10", "10.51", null)),
                arguments(dividend("120"), dividend("-120")),
                arguments(dividend("120"), new PaymentInLieu(dividend("120").movement(), ALFA, null, null, null)),
                arguments(dividend("120"), new CashDividend(dividend("120").movement(), BETA, null, null, null)),
                arguments(fee("a"), new Fee(fee("a").movement(), "Sales Tax", null)),
                arguments(leg("1", "5", "USD"), leg("2", "5", "USD")),
                arguments(new Deposit(movement(null, "5", "x")), new Withdrawal(movement(null, "5", "x"))),
                arguments(transfer("1", null), transfer("2", null)),
                arguments(transfer("1", null), transfer("1", "another broker")),
                arguments(action("5", false), action("6", false)),
                arguments(action("5", false), action("5", true)));
    }

    private static Fee fee(String description) {
        return new Fee(movement(null, "-5", description), null, null);
    }

    private static Transfer transfer(String quantity, @Nullable String counterparty) {
        return new Transfer(
                MARCH_3, ALFA, Quantity.of(quantity), null, null, null, counterparty, null, References.NONE);
    }

    private static CorporateAction action(String quantity, boolean cancelled) {
        return new CorporateAction(
                MARCH_3,
                null,
                null,
                CorporateAction.Kind.SPLIT,
                null,
                ALFA,
                Quantity.of(quantity),
                null,
                null,
                null,
                null,
                null,
                cancelled,
                null,
                References.NONE);
    }

    private static FactId fact(StatementRow row) {
        return facts(ACCOUNT, row).getFirst();
    }

    private static List<FactId> facts(AccountId account, StatementRow... rows) {
        return FactsOfFile.of(account, statement("any", 0, rows).rows()).stream()
                .map(Told::fact)
                .toList();
    }
}

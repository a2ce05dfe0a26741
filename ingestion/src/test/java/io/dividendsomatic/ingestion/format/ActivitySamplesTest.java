package io.dividendsomatic.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.DividendAccrual;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.NetAssetValue;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads real statements that other projects test with, and compares what they hold with sums made apart from us. */
class ActivitySamplesTest {
    private static final String FOLDER = Objects.requireNonNullElse(System.getenv("DIVIDENDSOMATIC_SAMPLES"), "");
    private static final String RUSSIAN = "ibzakharov__interactive-brokers-tax__";
    private static final String SHEARWATER = "Shearwater1978__ibkr-tax-gemini__U12345678_";

    @BeforeEach
    void needs_the_samples() {
        assumeTrue(!FOLDER.isEmpty(), "skipped: DIVIDENDSOMATIC_SAMPLES names no folder of samples");
    }

    /** Rows of a kind and their sum in each currency: {@code 17 USD 286.95}. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ibzakharov__interactive-brokers-tax__2019|2 USD 9.56|2 USD -0.96|2 RUB 0|-|8 RUB 263500",
                "ibzakharov__interactive-brokers-tax__2020|17 USD 286.95|15 USD -26.99|7 EUR -4.41, 9 RUB -1153.72"
                        + "|3 RUB -0.39|31 RUB 991000",
                "Shearwater1978__ibkr-tax-gemini__U12345678_2020|11 USD 80.32|11 USD -12.06|-|-|12 USD 6500",
                "Shearwater1978__ibkr-tax-gemini__U12345678_2021|34 USD 682.35|14 USD -79.12|-|-|12 USD 6000",
                "Shearwater1978__ibkr-tax-gemini__U12345678_2022|36 USD 1035.08|36 USD -155.3|-|-|12 USD 6000",
                "andgineer__ibkr-porez__complex_activity|1 USD 50|1 USD -7.5|-|-|-",
                "rollingSirius__TradeGit__ibkr_activity|1 USD 26|1 USD -2.6|1 USD -4.5|1 USD 12.34|1 USD 50000",
                "DaPaleta__ibkr-tax-summary__EXAMPLE_CSV|-|-|-|-|-",
                "chrisudf__ibkr-tax-report__demo_fy2025|-|-|-|-|-",
                "stephenkgli__trading-records__ibkr_activity_no_trades|-|-|-|-|-",
            })
    void money_is_that_of_the_statement(
            String file, String dividends, String taxes, String fees, String interest, String deposits)
            throws IOException {
        List<StatementRow> rows = rows(file);
        assertThat(sums(rows, CashDividend.class, PaymentInLieu.class)).isEqualTo(dividends);
        assertThat(sums(rows, WithholdingTax.class)).isEqualTo(taxes);
        assertThat(sums(rows, Fee.class)).isEqualTo(fees);
        assertThat(sums(rows, Interest.class)).isEqualTo(interest);
        assertThat(sums(rows, Deposit.class, Withdrawal.class)).isEqualTo(deposits);
    }

    /** Trades by asset class, conversions of currencies, and the realized gain of the trades in each currency. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ibzakharov__interactive-brokers-tax__2019|{STK=10}|7|{USD=0}",
                "ibzakharov__interactive-brokers-tax__2020|{STK=128, WAR=1}|71"
                        + "|{EUR=-234.493, GBP=-102.3928, USD=13011.427831}",
                "Shearwater1978__ibkr-tax-gemini__U12345678_2020|{STK=16}|0|{USD=562}",
                "Shearwater1978__ibkr-tax-gemini__U12345678_2021|{STK=16}|0|{USD=1558}",
                "Shearwater1978__ibkr-tax-gemini__U12345678_2022|{STK=12}|0|{USD=-508.76}",
                "andgineer__ibkr-porez__complex_activity|{STK=2}|0|{USD=0}",
                "chrisudf__ibkr-tax-report__demo_fy2025|{OPT=1, STK=3}|0|{USD=-1002}",
                "rollingSirius__TradeGit__ibkr_activity|{OPT=2, STK=4}|0|{USD=761.9944}",
                "DaPaleta__ibkr-tax-summary__EXAMPLE_CSV|{STK=2}|0|{USD=1805.43}",
                "stephenkgli__trading-records__ibkr_activity_no_trades|{}|0|{}",
            })
    void trades_are_those_of_the_statement(String file, String trades, int conversions, String gains)
            throws IOException {
        List<StatementRow> rows = rows(file);
        Map<String, Long> classes = of(rows, Trade.class)
                .collect(Collectors.groupingBy(
                        trade -> String.valueOf(trade.instrument().assetClass()), TreeMap::new, Collectors.counting()));
        assertThat(classes).hasToString(trades);
        assertThat(of(rows, FxConversion.class)).hasSize(conversions);
        Map<String, Amount> sums = new TreeMap<>();
        of(rows, Trade.class)
                .filter(trade -> trade.statedGain() != null)
                .forEach(trade ->
                        sums.merge(trade.currency().code(), Objects.requireNonNull(trade.statedGain()), Amount::plus));
        assertThat(sums).hasToString(gains);
    }

    @ParameterizedTest
    @CsvSource({
        "ibzakharov__interactive-brokers-tax__2019, RUB, 287989.3236037",
        "ibzakharov__interactive-brokers-tax__2020, RUB, 2619261.308241474",
        "Shearwater1978__ibkr-tax-gemini__U12345678_2020, USD, 7981.9",
        "Shearwater1978__ibkr-tax-gemini__U12345678_2021, USD, 17167.74",
        "Shearwater1978__ibkr-tax-gemini__U12345678_2022, USD, 22525.62",
    })
    void the_value_at_the_end_is_the_printed_one(String file, String currency, String value) throws IOException {
        List<StatementRow> rows = rows(file);
        assertThat(of(rows, NetAssetValue.class).filter(nav -> nav.assetClass() == null))
                .singleElement()
                .satisfies(nav -> {
                    assertThat(Optional.ofNullable(nav.currency())).hasToString("Optional[" + currency + "]");
                    assertThat(nav.value()).isEqualTo(Amount.of(value));
                });
        assertThat(totals(rows, PrintedTotal.Topic.ENDING_VALUE)).containsExactly(value);
    }

    @Test
    void printed_sums_that_contradict_their_rows_are_kept_beside_them() throws IOException {
        assertThat(dividendTotals(SHEARWATER + "2020")).containsExactly("365.4");
        assertThat(dividendTotals(SHEARWATER + "2021")).containsExactly("523.64");
        assertThat(dividendTotals(SHEARWATER + "2022")).containsExactly("1056.48");
        assertThat(dividendTotals(RUSSIAN + "2020")).containsExactly("286.95", "21586.35477");
        assertThat(dividendTotals(RUSSIAN + "2019")).containsExactly("9.56", "594.19998");
    }

    @Test
    void corporate_actions_and_accruals_are_understood_in_russian() throws IOException {
        List<StatementRow> rows = rows(RUSSIAN + "2020");
        assertThat(of(rows, CorporateAction.class)
                        .map(action ->
                                action.action() + " " + action.instrument().symbol() + " " + action.quantity()))
                .containsExactly(
                        "MERGER OXYW 1",
                        "RIGHTS_ISSUE IAGN 103",
                        "DELISTING IAGN -103",
                        "SPIN_OFF OXY.WAR 1.75",
                        "MERGER OXY.WAR -1",
                        "SPLIT TSLA 20");
        assertThat(of(rows, DividendAccrual.class)
                        .map(accrual -> Objects.requireNonNull(accrual.net()))
                        .reduce(Amount.of("0"), Amount::plus))
                .isEqualTo(Amount.of("68.68"));
    }

    @Test
    void positions_of_shares_and_options_are_all_there() throws IOException {
        assertThat(of(rows(RUSSIAN + "2020"), OpenPosition.class)).hasSize(11);
        assertThat(of(rows(SHEARWATER + "2022"), OpenPosition.class)).hasSize(19);
    }

    @Test
    void a_transaction_history_is_read_whole() throws IOException {
        List<StatementRow> rows = rows("ibkr-transaction-history", "KapJI__capital-gains-calculator__test_basic");
        assertThat(sums(rows, CashDividend.class)).isEqualTo("1 GBP 20");
        assertThat(sums(rows, PaymentInLieu.class)).isEqualTo("1 GBP 1");
        assertThat(sums(rows, WithholdingTax.class)).isEqualTo("4 GBP -3.15");
        assertThat(sums(rows, Interest.class)).isEqualTo("1 GBP 13");
        assertThat(sums(rows, Deposit.class)).isEqualTo("1 GBP 5000");
        assertThat(of(rows, FxConversion.class)).hasSize(1);
        assertThat(of(rows, Trade.class)
                        .map(trade -> Objects.requireNonNull(trade.settled()).amount()))
                .containsExactly(Amount.of("1999"), Amount.of("-4003"));
        assertThat(totals(rows, PrintedTotal.Topic.FX_TRANSLATION)).containsExactly("0.55");
    }

    private static List<String> dividendTotals(String file) throws IOException {
        return of(rows(file), PrintedTotal.class)
                .filter(total -> total.table().equals("DIVIDENDS"))
                .map(total -> total.amount().toString())
                .toList();
    }

    private static List<String> totals(List<StatementRow> rows, PrintedTotal.Topic topic) {
        return of(rows, PrintedTotal.class)
                .filter(total -> total.topic() == topic)
                .map(total -> total.amount().toString())
                .toList();
    }

    private static String sums(List<StatementRow> rows, Class<?>... kinds) {
        Map<String, List<Money>> amounts = rows.stream()
                .filter(row -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(row)))
                .map(row -> movement(row).amount())
                .collect(Collectors.groupingBy(money -> money.currency().code(), TreeMap::new, Collectors.toList()));
        return amounts.isEmpty()
                ? "-"
                : amounts.entrySet().stream()
                        .map(entry -> entry.getValue().size() + " " + entry.getKey() + " "
                                + entry.getValue().stream()
                                        .reduce(Money::plus)
                                        .orElseThrow()
                                        .amount())
                        .collect(Collectors.joining(", "));
    }

    private static CashMovement movement(StatementRow row) {
        return switch (row) {
            case CashDividend dividend -> dividend.movement();
            case PaymentInLieu payment -> payment.movement();
            case WithholdingTax tax -> tax.movement();
            case Fee fee -> fee.movement();
            case Interest interest -> interest.movement();
            case Deposit deposit -> deposit.movement();
            case Withdrawal withdrawal -> withdrawal.movement();
            default -> throw new IllegalArgumentException("moves no money: " + row);
        };
    }

    private static <T> Stream<T> of(List<StatementRow> rows, Class<T> kind) {
        return rows.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static List<StatementRow> rows(String file) throws IOException {
        return rows("ibkr-activity", file);
    }

    private static List<StatementRow> rows(String folder, String file) throws IOException {
        Path path = Path.of(FOLDER, folder, file + ".csv");
        List<FileEvent> events = Arrivals.read(file + ".csv", Files.readAllBytes(path), Arrivals.GIVEN);
        assertThat(Arrivals.parsed(events).rows().rejected()).as(file).isZero();
        return Arrivals.facts(events).toList();
    }
}

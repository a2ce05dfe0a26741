package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.dividends.matching.AccountPayments;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.dividends.matching.PaymentKind;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What real files pay and withhold, against the totals that they print or that were counted from them. */
class DividendsOfRealFilesTest extends RunningProgram {
    private static final String TOTALS = "expected/flex-xml-totals.tsv";

    @Test
    void a_year_sums_up_to_the_totals_that_its_statement_prints() throws Exception {
        String account = "";
        for (int year = 2019; year <= 2020; year++) {
            Path file = Samples.file("ibkr-activity/ibzakharov__interactive-brokers-tax__" + year + ".csv");
            Answer told = upload("", file.getFileName().toString(), Files.readAllBytes(file));
            assertThat(told.status()).as(told.text()).isIn(200, 201);
            account = told.json().get("accounts").get(0).asString();
        }
        JsonNode lines = get("/api/v1/dividends/summary?groupBy=year&account=" + account)
                .json()
                .get("items");
        assertThat(lines.valueStream()
                        .map(line -> line.get("year").asString()
                                + " " + line.get("currency").asString()
                                + " " + line.get("gross").get("amount").asString()
                                + " " + line.get("withholdingTax").get("amount").asString()))
                .containsExactly("2019 USD 9.56 0.96", "2020 USD 286.95 26.99");
    }

    /** Payments in lieu apart from dividends; tax with the other sign is what was withheld. */
    @Test
    void flex_files_pay_and_withhold_what_was_counted_in_them() {
        for (Path file : Samples.in("ibkr-flex-xml")) {
            Map<String, BigDecimal> told = new TreeMap<>();
            cashTransactions(file).forEach(cells -> {
                String figure = figure(cells[2]);
                if (!figure.isEmpty()) {
                    BigDecimal amount = new BigDecimal(cells[5]);
                    told.merge(
                            figure + " " + cells[3], figure.equals("tax") ? amount.negate() : amount, BigDecimal::add);
                }
            });
            Map<String, BigDecimal> ours = new TreeMap<>();
            for (Payment payment : payments(file)) {
                String figure = payment.kind() == PaymentKind.PAYMENT_IN_LIEU ? "in lieu " : "dividends ";
                ours.merge(figure + payment.currency(), payment.gross().value(), BigDecimal::add);
                ours.merge("tax " + payment.currency(), payment.withholdingTax().value(), BigDecimal::add);
            }
            assertThat(text(ours)).as(file.getFileName().toString()).isEqualTo(text(told));
        }
    }

    /** In the account's base currency, the only one that this export tells. */
    @Test
    void a_transaction_history_pays_and_withholds_what_its_calculator_expects() {
        String expected = Samples.text("expected/KapJI__cgt__interactive_brokers-data__expected_output.txt");
        List<String> told = Pattern.compile("(\\w+): ([\\d.]+), excluding ([\\d.]+) taxed at source \\((\\w+)\\)")
                .matcher(expected)
                .results()
                .map(line -> line(line.group(1), line.group(4), line.group(2), line.group(3)))
                .toList();
        assertThat(told).hasSize(2);
        assertThat(lines("ibkr-transaction-history/KapJI__capital-gains-calculator__test_basic.csv"))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    /** Its calculator divides 1.40 dollars by the rate to pounds, and so expects 1.78; the file says 1.40 and 0.21. */
    @Test
    void an_export_of_a_broker_in_pounds_pays_and_withholds_in_the_currency_of_the_dividend() {
        assertThat(lines("freetrade/KapJI__capital-gains-calculator__transactions.csv"))
                .containsExactly(line("NDAQ", "USD", "1.15", "0.18"), line("NDAQ", "USD", "1.40", "0.21"));
    }

    @Test
    void files_without_dividends_pay_none() {
        for (String name : List.of(
                "nordnet/jaantaponen__verotunkki__transactionsNordnet",
                "degiro/jaantaponen__verotunkki__transactionsDegiro")) {
            String expected = "expected/" + name.substring(name.indexOf('/') + 1) + ".json";
            assertThat(Samples.text(expected)).doesNotContain("OSINKO", "ENNAKKOPIDÄTYS", "ividend");
            assertThat(payments(Samples.file(name + ".csv"))).as(name).isEmpty();
        }
    }

    /** Instrument, currency, gross and tax of each payment that stands, by date. */
    private static List<String> lines(String file) {
        return payments(Samples.file(file)).stream()
                .filter(payment -> !payment.isTaxOnly())
                .map(payment -> line(
                        String.valueOf(
                                Objects.requireNonNull(payment.instrument()).symbol()),
                        payment.currency().code(),
                        payment.gross().toString(),
                        payment.withholdingTax().toString()))
                .toList();
    }

    private static String line(String symbol, String currency, String gross, String tax) {
        return "%s %s %s %s".formatted(symbol, currency, Amount.of(gross), Amount.of(tax));
    }

    private static List<Payment> payments(Path file) {
        List<Payment> payments = new ArrayList<>();
        Books.of(List.of(file))
                .accounts()
                .forEach(books -> payments.addAll(
                        AccountPayments.of(Books.GIVEN, books.ledger().bookings(), List.of(), Instrument::key)
                                .payments()));
        return payments;
    }

    private static Stream<String[]> cashTransactions(Path file) {
        return Samples.text(TOTALS)
                .lines()
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].equals(file.getFileName().toString()) && cells[1].equals("CashTransaction"));
    }

    private static String figure(String label) {
        return switch (label) {
            case "Dividends" -> "dividends";
            case "Payment In Lieu Of Dividends" -> "in lieu";
            case "Withholding Tax" -> "tax";
            default -> "";
        };
    }

    /** Sums of nothing left out. */
    private static List<String> text(Map<String, BigDecimal> sums) {
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum ->
                        sum.getKey() + " " + sum.getValue().stripTrailingZeros().toPlainString())
                .toList();
    }
}

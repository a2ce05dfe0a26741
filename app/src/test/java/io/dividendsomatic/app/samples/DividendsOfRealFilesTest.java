package io.dividendsomatic.app.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.RunningProgram;
import io.dividendsomatic.dividends.matching.AccountPayments;
import io.dividendsomatic.dividends.matching.Payment;
import io.dividendsomatic.portfolio.kernel.Instrument;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Dividends and payments in lieu are the gross, and tax with the other sign is what was withheld. */
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
                ours.merge("gross " + payment.currency(), payment.gross().value(), BigDecimal::add);
                ours.merge("tax " + payment.currency(), payment.withholdingTax().value(), BigDecimal::add);
            }
            assertThat(text(ours)).as(file.getFileName().toString()).isEqualTo(text(told));
        }
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
            case "Dividends", "Payment In Lieu Of Dividends" -> "gross";
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

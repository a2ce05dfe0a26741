package io.dividendsomatic.ingestion.format;

import static io.dividendsomatic.ingestion.format.Arrivals.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.CashMovement;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.Interest;
import io.dividendsomatic.portfolio.statement.OpenPosition;
import io.dividendsomatic.portfolio.statement.PaymentInLieu;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads real Flex queries that other projects test with, where the environment names their folder. */
class FlexXmlSamplesTest {
    private static final String FOLDER = Objects.requireNonNullElse(System.getenv("DIVIDENDSOMATIC_SAMPLES"), "");
    private static final String TOTALS = "expected/flex-xml-totals.tsv";

    /** Types of the broker that become one kind of fact. */
    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Broker Interest Paid", "Interest"),
            Map.entry("Broker Interest Received", "Interest"),
            Map.entry("Bond Interest", "Interest"),
            Map.entry("Deposits/Withdrawals", "Owner"),
            Map.entry("Deposits & Withdrawals", "Owner"),
            Map.entry("Cash Receipts", "Owner"));

    @BeforeEach
    void needs_the_samples() {
        assumeTrue(!FOLDER.isEmpty(), "skipped: DIVIDENDSOMATIC_SAMPLES names no folder of samples");
    }

    @Test
    void no_row_is_rejected_and_none_disappears() throws IOException {
        for (Path file : files()) {
            FileParsed parsed = Arrivals.parsed(read(file));
            assertThat(parsed.format()).as(file.toString()).isEqualTo("ibkr-flex-xml");
            assertThat(parsed.rows().rejected())
                    .as(file + " " + parsed.problems())
                    .isZero();
            assertThat(parsed.rows().total()).as(file.toString()).isEqualTo(rows(file));
        }
    }

    @Test
    void the_facts_are_those_of_the_file() throws IOException {
        SortedMap<String, Sum> expected = new TreeMap<>();
        for (String line :
                Files.readAllLines(Path.of(FOLDER, TOTALS)).stream().skip(1).toList()) {
            String[] cells = line.split("\t", -1);
            String type = type(cells[1], cells[2]);
            boolean forex = cells[1].equals("Trade") && type.equals("CASH");
            boolean bare = forex || cells[1].equals("CorporateAction");
            expected.merge(
                    String.join("|", cells[0], cells[1], type, bare ? "" : cells[3]),
                    new Sum(Integer.parseInt(cells[4]), forex ? BigDecimal.ZERO : new BigDecimal(cells[5])),
                    Sum::plus);
        }
        SortedMap<String, Sum> actual = new TreeMap<>();
        for (Path file : files()) {
            if (!file.toString().contains("trade-confirmations")) {
                collect(file, actual);
            }
        }
        assertThat(lines(actual)).isEqualTo(lines(expected));
    }

    @Test
    void of_three_levels_of_a_confirmation_the_executions_count() throws IOException {
        List<FileEvent> events = read(sample("cquillen__ibkr-conduit__trade-confirmations.xml"));
        assertThat(facts(events, Trade.class)).hasSize(39);
        assertThat(Arrivals.parsed(events).ignored())
                .isEqualTo(new TreeMap<>(Map.of("LEVEL: ORDER", 39, "LEVEL: SYMBOL_SUMMARY", 2)));
    }

    @Test
    void a_conversion_tells_both_legs_and_its_fee() throws IOException {
        List<FxConversion> conversions = facts(
                        read(sample("portfolio-performance__portfolio__testIBFlexStatementFile22.xml")),
                        FxConversion.class)
                .toList();
        assertThat(conversions)
                .extracting(FxConversion::amount)
                .containsExactly(Money.of("-3634", "EUR"), Money.of("-2.0923", "CHF"), Money.of("-133", "USD"));
        assertThat(conversions)
                .extracting(FxConversion::counterAmount)
                .containsExactly(
                        Money.of("3895.2846", "CHF"), Money.of("2.255394785", "USD"), Money.of("140.9268", "EUR"));
        assertThat(conversions.getFirst().fee()).isEqualTo(Money.of("-1.8726", "EUR"));
    }

    @Test
    void an_empty_statement_tells_nothing_and_is_no_error() throws IOException {
        FileParsed parsed = Arrivals.parsed(read(sample("vroonhof__ibflex__minimal.xml")));
        assertThat(parsed.rows().total()).isZero();
    }

    private static void collect(Path file, SortedMap<String, Sum> sums) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (var verdict : Arrivals.verdicts(read(file))) {
            boolean event = lines.get(verdict.line() - 1).strip().startsWith("<OptionEAE");
            if (verdict instanceof RowParsed parsed && !event) {
                parsed.facts()
                        .forEach(fact -> told(fact)
                                .ifPresent(told -> sums.merge(
                                        file.getFileName() + "|" + told.key, new Sum(1, told.amount), Sum::plus)));
            }
        }
    }

    private static Optional<Told> told(StatementRow fact) {
        return Optional.ofNullable(
                switch (fact) {
                    case CashDividend d -> cash("Dividends", d.movement());
                    case PaymentInLieu p -> cash("Payment In Lieu Of Dividends", p.movement());
                    case WithholdingTax t -> cash("Withholding Tax", t.movement());
                    case Interest i -> cash("Interest", i.movement());
                    case Deposit d -> cash("Owner", d.movement());
                    case Withdrawal w -> cash("Owner", w.movement());
                    case Fee f -> cash(String.valueOf(f.category()), f.movement());
                    case Trade t -> trade(t);
                    case FxConversion c -> new Told("Trade|CASH|", BigDecimal.ZERO);
                    case OpenPosition p ->
                        new Told(
                                "OpenPosition|" + p.detail() + " "
                                        + p.instrument().assetClass() + "|" + p.currency(),
                                value(p.marketValue()));
                    case CorporateAction a ->
                        new Told(
                                "CorporateAction|" + Objects.requireNonNullElse(a.brokerType(), "") + "|",
                                a.quantity() == null
                                        ? BigDecimal.ZERO
                                        : a.quantity().value());
                    case Transfer t -> null;
                    default -> null;
                });
    }

    private static Told cash(String type, CashMovement movement) {
        return new Told(
                "CashTransaction|" + type + "|" + movement.amount().currency(),
                movement.amount().amount().value());
    }

    private static Told trade(Trade trade) {
        String asset = Objects.requireNonNullElse(trade.instrument().assetClass(), "");
        Money settled = trade.settled();
        return new Told(
                "Trade|" + asset + "|" + trade.currency(),
                settled == null ? BigDecimal.ZERO : settled.amount().value());
    }

    private static String type(String kind, String type) {
        return switch (kind) {
            case "CashTransaction" -> KINDS.getOrDefault(type, type);
            case "Trade" -> type.isBlank() ? "" : type.substring(0, type.indexOf(' '));
            case "OpenPosition" -> type.startsWith(" ") ? "SUMMARY" + type : type;
            default -> type;
        };
    }

    private static List<String> lines(SortedMap<String, Sum> sums) {
        return sums.entrySet().stream()
                .map(sum -> sum.getKey() + " " + sum.getValue().count + " "
                        + sum.getValue().amount.stripTrailingZeros().toPlainString())
                .toList();
    }

    private static BigDecimal value(@Nullable Amount amount) {
        return amount == null ? BigDecimal.ZERO : amount.value();
    }

    private static Path sample(String name) {
        return Path.of(FOLDER, "ibkr-flex-xml", name);
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(FOLDER, "ibkr-flex-xml"))) {
            return files.sorted().toList();
        }
    }

    private static List<FileEvent> read(Path file) throws IOException {
        return Arrivals.read(file.getFileName().toString(), Files.readAllBytes(file), Arrivals.GIVEN);
    }

    /** Elements with attributes below a statement, counted without our reader: no value of the samples holds a {@code <}. */
    private static long rows(Path file) throws IOException {
        String text = Files.readString(file).replaceAll("(?s)<!--.*?-->", "");
        return java.util.regex.Pattern.compile("<(?!Flex(QueryResponse|Statements|Statement)\\b)\\w+\\s+[^\\s/>]")
                .matcher(text)
                .results()
                .count();
    }

    private record Told(String key, BigDecimal amount) {}

    private record Sum(int count, BigDecimal amount) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, amount.add(other.amount));
        }
    }
}

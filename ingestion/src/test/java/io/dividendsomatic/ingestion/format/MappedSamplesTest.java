package io.dividendsomatic.ingestion.format;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.FileRejected;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashDividend;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Reads real files of the mapped brokers, where the environment names their folder: how many facts of each kind, and the
 * sum of their cash in each currency, as counted in the files by hand.
 */
class MappedSamplesTest {
    private static final String FOLDER = Objects.requireNonNullElse(System.getenv("DIVIDENDSOMATIC_SAMPLES"), "");
    private static final Path EXPECTED = Path.of("src/test/resources/mapped-samples.txt");

    @BeforeEach
    void needs_the_samples() {
        assumeTrue(!FOLDER.isEmpty(), "skipped: DIVIDENDSOMATIC_SAMPLES names no folder of samples");
    }

    static Stream<String> samples() throws IOException {
        return Files.readAllLines(EXPECTED).stream().filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_gives_the_facts_that_stand_in_it(String line) throws IOException {
        String[] parts = line.split("\\|", -1);
        Path file = Path.of(FOLDER, parts[0].strip());
        List<FileEvent> events =
                Arrivals.read(file.getFileName().toString(), Files.readAllBytes(file), AccountId.parse("some:1"));
        String told = told(events);
        assertThat(told).as(parts[0]).isEqualTo(parts[1].strip());
    }

    private static String told(List<FileEvent> events) {
        if (events.getLast() instanceof FileRejected rejected) {
            return rejected.problem().code() + " " + rejected.problem().message();
        }
        FileParsed parsed = (FileParsed) events.getLast();
        SortedMap<String, Kinds> kinds = new TreeMap<>();
        Arrivals.verdicts(events).stream()
                .filter(RowParsed.class::isInstance)
                .flatMap(verdict -> ((RowParsed) verdict).facts().stream())
                .forEach(row -> kinds.computeIfAbsent(row.getClass().getSimpleName(), Kinds::new)
                        .add(cash(row)));
        String problems = parsed.problems().stream()
                .filter(problem ->
                        problem.column() == null || !problem.code().name().equals("BAD_ISIN"))
                .map(MappedSamplesTest::inShort)
                .collect(joining(" "));
        return parsed.format() + " " + parsed.rows().parsed() + "/"
                + parsed.rows().rejected() + "/"
                + parsed.rows().ignored() + ": "
                + kinds.values().stream().map(Kinds::toString).collect(joining("; "))
                + (problems.isEmpty() ? "" : " ! " + problems);
    }

    private static String inShort(Problem problem) {
        return problem.line() + ":" + problem.code();
    }

    private static @Nullable Money cash(StatementRow row) {
        return switch (row) {
            case Trade trade when trade.settled() != null -> trade.settled();
            case Trade trade -> trade.proceeds() == null ? null : new Money(trade.proceeds(), trade.currency());
            case CashDividend dividend -> dividend.movement().amount();
            case PaymentInLieu payment -> payment.movement().amount();
            case WithholdingTax tax -> tax.movement().amount();
            case Interest interest -> interest.movement().amount();
            case Fee fee -> fee.movement().amount();
            case Deposit deposit -> deposit.movement().amount();
            case Withdrawal withdrawal -> withdrawal.movement().amount();
            case FxConversion conversion -> conversion.amount();
            case CorporateAction action -> action.cash();
            case Transfer transfer -> transfer.cash();
            case OpenPosition position ->
                position.marketValue() == null ? null : new Money(position.marketValue(), position.currency());
            default -> null;
        };
    }

    private static final class Kinds {
        private final String kind;
        private int count;
        private final Map<String, BigDecimal> sums = new TreeMap<>();

        Kinds(String kind) {
            this.kind = kind;
        }

        void add(@Nullable Money money) {
            count++;
            if (money != null) {
                sums.merge(money.currency().code(), money.amount().value(), BigDecimal::add);
            }
        }

        @Override
        public String toString() {
            return kind + " " + count
                    + sums.entrySet().stream()
                            .map(sum ->
                                    " " + sum.getValue().stripTrailingZeros().toPlainString() + " " + sum.getKey())
                            .collect(joining());
        }
    }
}

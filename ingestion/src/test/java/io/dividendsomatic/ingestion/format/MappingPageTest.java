package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.format.generic.Mappings;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Money;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.PrintedTotal;
import io.dividendsomatic.portfolio.statement.StatementRow;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.WithholdingTax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on mappings is true: its worked example is read as it stands there. */
class MappingPageTest {
    private static final Path PAGE = Path.of("MAPPINGS.md");

    @Test
    void the_worked_example_is_read_as_it_stands_on_the_page(@TempDir Path folder) throws IOException {
        List<FileEvent> events = read(folder, "hill-street");

        assertThat(Arrivals.parsed(events).format()).isEqualTo("generic:hill-street");
        assertThat(Arrivals.parsed(events).accounts()).containsExactly(AccountId.parse("hill-street:4711"));
        assertThat(Arrivals.parsed(events).rows()).isEqualTo(new RowCounts(9, 5, 0, 4));
        assertThat(Arrivals.parsed(events).drift()).isEmpty();
        List<StatementRow> facts = Arrivals.facts(events).toList();
        assertThat(facts.stream().<Money>map(MappingPageTest::cash).toList())
                .containsExactly(
                        Money.of("-2059", "EUR"),
                        Money.of("22", "EUR"),
                        Money.of("-5.61", "EUR"),
                        Money.of("871", "EUR"),
                        Money.of("-3.5", "EUR"),
                        Money.of("1000", "EUR"));
    }

    @Test
    void the_file_of_several_tables_is_read_as_it_stands_on_the_page(@TempDir Path folder) throws IOException {
        List<FileEvent> events = read(folder, "lake-trading");

        assertThat(Arrivals.parsed(events).format()).isEqualTo("generic:lake-trading");
        assertThat(Arrivals.parsed(events).accounts()).containsExactly(AccountId.parse("lake:4712"));
        assertThat(Arrivals.parsed(events).rows()).isEqualTo(new RowCounts(13, 7, 0, 6));
        assertThat(Arrivals.parsed(events).drift()).isEmpty();
        assertThat(Arrivals.facts(events).toList())
                .satisfiesExactly(
                        cash -> assertThat(cash)
                                .isInstanceOfSatisfying(
                                        PrintedTotal.class,
                                        total -> assertThat(total.table()).isEqualTo("CASH")),
                        trade -> assertThat(FactsInShort.print(trade)).isEqualTo("Trade 100 ALFA - USD fee -2 USD"),
                        dividend -> assertThat(FactsInShort.print(dividend)).isEqualTo("CashDividend 12 USD"),
                        deposit -> assertThat(FactsInShort.print(deposit)).isEqualTo("Deposit 2477.5 USD"),
                        value -> assertThat(Golden.print(value))
                                .isEqualTo("NetAssetValue(asOf=2031-03-31, value=2545)"));
    }

    private static List<FileEvent> read(Path folder, String name) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), example(name + ".yaml"));
        Mappings.Loaded own = Mappings.read(folder);
        assertThat(own.problems()).isEmpty();
        byte[] content = example(name + ".csv").getBytes(UTF_8);
        return StatementFormats.with(own.formats()).read(Arrivals.arrival(name + ".csv", content, null), content);
    }

    private static Money cash(StatementRow row) {
        return switch (row) {
            case Trade trade when trade.settled() != null -> trade.settled();
            case CashDividend dividend -> dividend.movement().amount();
            case WithholdingTax tax -> tax.movement().amount();
            case Fee fee -> fee.movement().amount();
            case Deposit deposit -> deposit.movement().amount();
            default -> throw new AssertionError(row);
        };
    }

    private static String example(String name) throws IOException {
        Matcher block = Pattern.compile(
                        "<!-- example: " + Pattern.quote(name) + " -->\n```\\w+\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(name).isTrue();
        return block.group(1);
    }
}

package io.dividendsomatic.ingestion.aliases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.ingestion.intake.Archive;
import io.dividendsomatic.portfolio.instruments.DecideByFile;
import io.dividendsomatic.portfolio.instruments.DecideByFile.Line;
import io.dividendsomatic.portfolio.instruments.IdentifyInstrument;
import io.dividendsomatic.portfolio.instruments.MergeInstruments;
import io.dividendsomatic.portfolio.instruments.ShareCost;
import io.dividendsomatic.portfolio.instruments.Validity;
import io.dividendsomatic.portfolio.kernel.Broker;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias;
import io.dividendsomatic.portfolio.kernel.InstrumentAlias.Kind;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AliasFileTest {
    private static final Isin ALFA = new Isin("US000000AA16");
    private static final String FILE = """
            # what my brokers call it
            - isin: US000000AA16
              reason: renamed in March
              aliases:
                - cusip: 000000001
                - symbol: ALFA
                  broker: ibkr
                  exchange: NYSE
                  from: 2031-03-01
                - { name: Alfa Mortgage, broker: lynx, to: 2031-02-28 }
              merges: US000000BB22
            """;

    @TempDir
    Path home;

    @Test
    void every_name_stands_on_its_line_as_it_is_written() {
        DecideByFile said = AliasFile.read(FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(said.lines())
                .containsExactly(
                        line(5, InstrumentAlias.code(Kind.CUSIP, "000000001"), Validity.ALWAYS),
                        line(
                                6,
                                InstrumentAlias.symbol(new Broker("ibkr"), "ALFA", "NYSE"),
                                new Validity(LocalDate.of(2031, 3, 1), null)),
                        line(
                                10,
                                InstrumentAlias.name(new Broker("lynx"), "Alfa Mortgage"),
                                new Validity(null, LocalDate.of(2031, 2, 28))),
                        new Line(11, new MergeInstruments(new Isin("US000000BB22"), ALFA, "renamed in March")));
    }

    private static Line line(int number, InstrumentAlias alias, Validity validity) {
        return new Line(number, new IdentifyInstrument(alias, ALFA, validity, "renamed in March"));
    }

    @Test
    void what_of_a_cost_goes_to_a_spin_off_is_a_part_or_a_percentage() {
        DecideByFile said = AliasFile.read("""
                - isin: US000000AA16
                  spin-offs:
                    - isin: US000000BB22
                      cost: 12.5 %
                    - {isin: FI0000000011, cost: 0.3}
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(said.lines())
                .containsExactly(
                        new Line(4, new ShareCost(ALFA, new Isin("US000000BB22"), new BigDecimal("0.125"), "")),
                        new Line(5, new ShareCost(ALFA, new Isin("FI0000000011"), new BigDecimal("0.3"), "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "- isin: US000000AA17 | line 1: 'US000000AA17': not an ISIN",
                "- aliases: [{conid: 9}] | without its isin",
                "- {isin: US000000AA16, aliases: [{symbol: ALFA}]} | a SYMBOL needs a broker",
                "- {isin: US000000AA16, aliases: [{symbol: A, conid: 9}]} | one of conid",
                "- {isin: US000000AA16, aliases: [{conid: 9, from: 1.3.2031}]} | '1.3.2031'",
                "- {isin: US000000AA16, merges: US000000AA16} | the same as itself",
                "- {isin: US000000AA16, mood: good} | mood",
                "- {isin: US000000AA16, spin-offs: {isin: US000000BB22, cost: 120%}} | line 1: '120%': a share is between",
                "- {isin: US000000AA16, spin-offs: [{isin: US000000BB22, cost: some}]} | like 0.125 or 12.5% (BAD_SHARE)",
                "- {isin: US000000AA16, spin-offs: [{isin: US000000BB22}]} | has an isin and a cost (BAD_SHARE)",
                "- {isin: US000000AA16, spin-offs: [{isin: US000000AA16, cost: 10%}]} | between two instruments",
                "isin: [ | line",
            })
    void what_is_wrong_is_told_with_its_place(String yaml, String message) {
        assertThatThrownBy(() -> AliasFile.read(yaml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InvalidAliases.class)
                .hasMessageContaining(message);
    }

    @Test
    void the_file_is_told_at_the_start_when_it_changes_and_when_it_goes() throws IOException {
        Path file = home.resolve("instruments.yaml");
        List<DecideByFile> told = new ArrayList<>();
        AliasesAtHome aliases = new AliasesAtHome(file, new Archive(home.resolve("archive")), told::add);
        look(aliases);
        assertThat(told).singleElement().extracting(DecideByFile::lines).isEqualTo(List.of());

        Files.writeString(file, FILE);
        look(aliases);
        assertThat(told).hasSize(2).last().satisfies(said -> {
            assertThat(said.lines()).hasSize(4);
            assertThat(new Archive(home.resolve("archive")).read(Objects.requireNonNull(said.file())))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo(FILE);
        });

        Files.writeString(file, FILE + "- isin: nonsense\n");
        look(aliases);
        assertThat(told).hasSize(2);
        assertThat(aliases.problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("line 12"));

        Files.delete(file);
        look(aliases);
        assertThat(told).hasSize(3).last().extracting(DecideByFile::file).isNull();
        assertThat(aliases.problem()).isEmpty();
    }

    private static void look(AliasesAtHome aliases) {
        for (int i = 0; i < 3; i++) {
            aliases.fetch();
        }
    }
}

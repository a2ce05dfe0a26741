package io.dividendsomatic.ingestion.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.format.generic.MappingProblem;
import io.dividendsomatic.ingestion.format.generic.Mappings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mappings are checked when they are loaded, and a bad one says where it is bad. */
class MappingsTest {
    static final String GOOD = """
            name: mine
            version: 1
            broker: mine
            recognise: {columns: [Day, What, Sum]}
            numbers: dot
            dates: uuuu-MM-dd
            columns: {date: Day, type: What, amount: Sum, currency: {value: EUR}}
            rows:
              - when: {type: in}
                fact: {kind: DEPOSIT}
            """;

    @TempDir
    Path folder;

    @Test
    void every_mapping_in_the_resources_is_listed() throws IOException {
        Path resources = Path.of("src/main/resources/io/dividendsomatic/ingestion/format/generic");
        try (Stream<Path> files = Files.list(resources)) {
            assertThat(Mappings.builtIn())
                    .extracting(StatementFormat::name)
                    .containsExactlyInAnyOrderElementsOf(files.map(file -> String.valueOf(file.getFileName()))
                            .map(name -> "generic:" + name.replace(".yaml", ""))
                            .toList());
        }
    }

    @Test
    void a_mapping_of_the_users_own_replaces_the_built_in_one_of_the_same_name() {
        Mappings.Loaded own = read(GOOD.replace("name: mine", "name: schwab"));
        assertThat(own.problems()).isEmpty();
        assertThat(own.formats().getFirst().rank()).isEqualTo(StatementFormat.Rank.USER);
    }

    @Test
    void a_bad_mapping_keeps_no_good_one_out() {
        write("bad.yaml", "name: [");
        Mappings.Loaded own = read(GOOD);
        assertThat(own.formats()).extracting(StatementFormat::name).containsExactly("generic:mine");
        assertThat(own.problems()).extracting(MappingProblem::file).containsExactly("bad.yaml");
    }

    @Test
    void a_folder_that_is_not_there_has_no_mappings() {
        assertThat(Mappings.read(folder.resolve("none"))).isEqualTo(new Mappings.Loaded(List.of(), List.of()));
    }

    @Test
    void the_second_mapping_of_a_name_is_a_problem() {
        write("other.yaml", GOOD);
        assertThat(read(GOOD).problems())
                .singleElement()
                .asString()
                .isEqualTo("other.yaml, name: mine.yaml is the mapping generic:mine already; this file is not used");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "numbers: dot|nummern: dot|mine.yaml, line 5: unknown key 'nummern'; known are absent, account",
                "numbers: dot|numbers: roman|mine.yaml, line 5, numbers: numbers are written dot, comma",
                "numbers: dot|group: order|a mapping needs 'numbers'",
                "uuuu-MM-dd|uuuu-MM-bb|mine.yaml, line 6, dates: bad date pattern 'uuuu-MM-bb'",
                "uuuu-MM-dd|yyyy-MM-dd|mine.yaml, line 6, dates: write uuuu for the year",
                "kind: DEPOSIT|kind: DEPOSITION|rows[1].facts[1].kind: 'DEPOSITION' is none of BUY, SELL",
                "kind: DEPOSIT|kind: DEPOSIT, amout: date|a fact has no field amout",
                "kind: DEPOSIT|kind: DEPOSIT, amount: sum|a rule names 'sum', which is not under columns",
                "type: in}|sort: in}|a rule names 'sort', which is not under columns",
                "date: Day|datum: Day|columns has 'datum', which no rule and no fact knows",
                "type: in}|type: /in(/}|rows[1].when.type[1]: Unclosed group",
                "fact: {kind: DEPOSIT}|ignore: no, |a rule needs exactly one of",
                "amount: Sum|amount: {column: Sum, position: 3}|a value needs exactly one of column",
                "amount: Sum|amount: {column: Sum, pattern: '\\d+'}|needs a group",
                "[Day, What, Sum]}|[Day, What, Sum], common: true}|the only table of a mapping cannot be common",
                "broker: mine|broker: Mine & Co|not a broker code",
                "name: mine|name: Mine|a name has small letters",
                "version: 1|file: {encoding: latin-99}|a mapping needs 'version'"
            })
    void a_mistake_is_named_with_its_place(String right, String wrong, String message) {
        String yaml = GOOD.replace(right, wrong.replace("\\n", "\n"));
        if (wrong.startsWith("ignore")) {
            yaml = GOOD.replace(right, "ignore: no\n    reject: {code: BAD_DATE, message: no}");
        }
        Mappings.Loaded own = read(yaml);
        assertThat(own.formats()).isEmpty();
        assertThat(own.problems()).singleElement().asString().contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: first|nam: first|unknown key 'nam'; known are absent",
                "name: first|version: 2|a table has a name of its own; version",
                "kind: DEPOSIT|kind: DEPOSIT, amount: sum|table first: a rule names 'sum'",
                "numbers: dot|group: order|recognise, columns, rows, group, log and layouts of a mapping with tables",
                "numbers: dot|absent: none|table first: a mapping needs 'numbers'",
                "columns: [Day, What, Sum]|cells: {1: x}|of several tables each needs a header",
                "amount: Sum|amount: {earlier: Sum}|a place in an earlier row needs 'log'"
            })
    void a_mistake_in_one_of_several_tables_is_named_with_it(String right, String wrong, String message) {
        String yaml = """
                name: mine
                version: 1
                broker: mine
                numbers: dot
                dates: uuuu-MM-dd
                tables:
                  - name: first
                    recognise: {columns: [Day, What, Sum]}
                    columns: {date: Day, type: What, amount: Sum, currency: {value: EUR}}
                    rows:
                      - fact: {kind: DEPOSIT}
                  - name: second
                    recognise: {columns: [Day, Worth]}
                    columns: {date: Day, value: Worth}
                    rows:
                      - fact: {kind: NET_ASSET_VALUE}
                """;
        assertThat(read(yaml).problems()).isEmpty();
        assertThat(read(yaml.replace(right, wrong)).problems())
                .singleElement()
                .asString()
                .contains(message);
    }

    private Mappings.Loaded read(String yaml) {
        write("mine.yaml", yaml);
        return Mappings.read(folder);
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

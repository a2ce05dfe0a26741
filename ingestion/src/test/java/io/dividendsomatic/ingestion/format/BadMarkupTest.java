package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.Problem;
import io.dividendsomatic.ingestion.events.ProblemCode;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.ingestion.events.RowRejected;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the readers of XML and JSON make of damage; the fixtures in bad-input hold more of it. */
class BadMarkupTest {

    /** A sound file of two rows, each on a line, whose second one has the figure {@code 2.5}. */
    enum Kind {
        FLEX(ProblemCode.BROKEN_XML, """
                <FlexQueryResponse><FlexStatements><FlexStatement accountId="U0000001"><CashTransactions>
                <CashTransaction type="Deposits/Withdrawals" currency="EUR" dateTime="20310303" amount="1.5" description="a"/>
                <CashTransaction type="Deposits/Withdrawals" currency="EUR" dateTime="20310304" amount="2.5" description="b"/>
                </CashTransactions></FlexStatement></FlexStatements></FlexQueryResponse>
                """),
        RATES(ProblemCode.BROKEN_XML, """
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"><Cube>
                <Cube time="2031-03-03"><Cube currency="USD" rate="1.5"/><Cube currency="JPY" rate="150"/></Cube>
                <Cube time="2031-03-04"><Cube currency="USD" rate="2.5"/><Cube currency="JPY" rate="151"/></Cube>
                </Cube></gesmes:Envelope>
                """),
        YAHOO(ProblemCode.BROKEN_JSON, """
                [
                {"symbol":"KUUSI","ex_date":"2031-03-27","amount":"1.5","currency":"EUR"},
                {"symbol":"KUUSI","ex_date":"2031-04-27","amount":"2.5","currency":"EUR"}
                ]
                """);

        private final ProblemCode broken;
        private final String text;

        Kind(ProblemCode broken, String text) {
            this.broken = broken;
            this.text = text;
        }

        String with(String figure) {
            return text.replace("2.5", figure);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_formula_is_a_bad_number_where_it_stands_and_the_other_row_goes_on(Kind kind) {
        List<FileEvent> events = Reader.read(kind.with("=cmd('x')!A1"));
        assertThat(events.getLast()).isInstanceOf(FileParsed.class);
        assertThat(Arrivals.verdicts(events).getFirst()).isInstanceOf(RowParsed.class);
        Problem problem = Arrivals.parsed(events).problems().getFirst();
        assertThat(problem.code()).isEqualTo(ProblemCode.BAD_NUMBER);
        assertThat(problem.line()).isEqualTo(3);
        assertThat(problem.column()).isNotBlank();
        assertThat(problem.raw()).contains("=cmd");
    }

    @ParameterizedTest
    @EnumSource
    void marks_of_direction_change_nothing(Kind kind) {
        assertThat(Arrivals.facts(Reader.read(kind.with("\u200F2.5\u200E"))))
                .containsExactlyElementsOf(
                        Arrivals.facts(Reader.read(kind.text)).toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_quote_that_stays_open_and_an_end_that_is_missing_refuse_the_file(Kind kind) {
        assertThat(code(kind.with("2.5\"x"))).isEqualTo(kind.broken);
        assertThat(code(kind.text.substring(0, kind.text.length() / 2))).isIn(kind.broken, ProblemCode.TRUNCATED);
    }

    @ParameterizedTest
    @EnumSource
    void a_name_twice_in_one_element_is_damage(Kind kind) {
        String twice = kind == Kind.YAHOO ? "2.5\",\"amount\":\"3" : "2.5\" rate=\"3\" amount=\"3";
        List<FileEvent> events = Reader.read(kind.with(twice));
        ProblemCode found = events.getLast() instanceof FileParsed
                ? Stream.of(Arrivals.verdicts(events).get(1))
                        .map(verdict -> ((RowRejected) verdict).problem().code())
                        .findFirst()
                        .orElseThrow()
                : Arrivals.rejected(events).problem().code();
        assertThat(found).isEqualTo(kind.broken);
    }

    @ParameterizedTest
    @EnumSource
    void a_zero_byte_letters_of_two_encodings_and_a_line_without_end_refuse_the_file(Kind kind) {
        assertThat(code(kind.with("2\0"))).isEqualTo(ProblemCode.UNREADABLE_ENCODING);
        assertThat(code(kind.with("7".repeat(1 << 20)))).isEqualTo(ProblemCode.TOO_LARGE);
        byte[] utf8 = kind.with("ö").getBytes(UTF_8);
        byte[] latin = kind.with("ä").getBytes(ISO_8859_1);
        byte[] mixed = new byte[utf8.length + latin.length];
        System.arraycopy(utf8, 0, mixed, 0, utf8.length);
        System.arraycopy(latin, 0, mixed, utf8.length, latin.length);
        assertThat(Arrivals.rejected(Arrivals.read("file.xml", mixed, Arrivals.GIVEN))
                        .problem()
                        .code())
                .isEqualTo(ProblemCode.UNREADABLE_ENCODING);
    }

    @ParameterizedTest
    @EnumSource(names = {"FLEX", "RATES"})
    void document_types_and_entities_are_not_read(Kind kind) {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]>";
        String outside = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hostname\">]>";
        assertThat(code(bomb + kind.with("&c;"))).isEqualTo(ProblemCode.BROKEN_XML);
        assertThat(code(outside + kind.with("&b;"))).isEqualTo(ProblemCode.BROKEN_XML);
        assertThat(code(kind.with("&b;"))).isEqualTo(ProblemCode.BROKEN_XML);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_on_one_line_says_the_same_and_where_each_row_stands(Kind kind) {
        String oneLine = kind.text.replace("\n", "");
        List<FileEvent> events = Reader.read(oneLine);
        assertThat(Arrivals.facts(events))
                .containsExactlyElementsOf(
                        Arrivals.facts(Reader.read(kind.text)).toList());
        SourceText source = SourceText.decode(oneLine.getBytes(UTF_8));
        assertThat(Arrivals.verdicts(events))
                .extracting(row -> source.raw(row.line(), row.lines(), row.span()))
                .allMatch(raw -> raw.startsWith("<C") || raw.startsWith("{"))
                .doesNotHaveDuplicates();
        assertThat(Arrivals.verdicts(Reader.read(kind.text)))
                .filteredOn(row -> row.line() == 3)
                .allMatch(row -> kind == Kind.RATES || row.span() == null);
    }

    private static ProblemCode code(String text) {
        return Arrivals.rejected(Reader.read(text)).problem().code();
    }
}

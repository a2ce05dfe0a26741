package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.ingestion.events.ProblemCode;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void an_encoding_is_found_with_a_byte_order_mark_and_without(String encoding) {
        String text = "Валюта,Символ\nUSD,ALFA\nEUR,KUUSI\n";
        for (String mark : new String[] {"", "\uFEFF", "\uFEFF\uFEFF\uFEFF"}) {
            byte[] content = (mark + text).getBytes(Charset.forName(encoding));
            assertThat(SourceText.decode(content).text()).isEqualTo(text);
        }
    }

    @Test
    void lines_are_counted_across_all_line_ends() {
        SourceText source = SourceText.decode("a\r\nb\rc\n\nd".getBytes(UTF_8));
        assertThat(source.rawLines(1, 1)).isEqualTo("a");
        assertThat(source.rawLines(2, 2)).isEqualTo("b\nc");
        assertThat(source.rawLines(5, 1)).isEqualTo("d");
        assertThat(source.lineAt(source.text().indexOf('d'))).isEqualTo(5);
    }

    /** 0xE9 is é in Latin-1, and no letter of UTF-8 before a comma. */
    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void a_byte_that_is_no_text_is_refused_at_its_line(String end) {
        String before = ("é".repeat(3_000) + end).repeat(3);
        byte[] good = before.getBytes(UTF_8);
        byte[] content = Arrays.copyOf(good, good.length + 2);
        content[good.length] = (byte) 0xE9;
        content[good.length + 1] = ',';
        assertRefusedAtLineFour(() -> SourceText.decode(content));
        assertRefusedAtLineFour(() -> SourceText.decode(content, ISO_8859_1));
    }

    private static void assertRefusedAtLineFour(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(RefusedFile.class, refused -> {
            assertThat(refused.problem().code()).isEqualTo(ProblemCode.UNREADABLE_ENCODING);
            assertThat(refused.problem().line()).isEqualTo(4);
        });
    }

    @Test
    void a_table_with_ten_megabytes_on_one_line_is_too_large() {
        byte[] content = ("a,b\n" + "x".repeat(10_000_000)).getBytes(UTF_8);
        assertThatThrownBy(() -> CsvTable.of(SourceText.decode(content)))
                .isInstanceOfSatisfying(RefusedFile.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo(ProblemCode.TOO_LARGE);
                    assertThat(refused.problem().line()).isEqualTo(2);
                });
    }
}

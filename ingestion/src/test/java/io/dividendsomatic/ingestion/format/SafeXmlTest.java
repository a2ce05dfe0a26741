package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SafeXmlTest {

    @Test
    void each_element_knows_its_own_text_however_long_the_document() {
        String rows = IntStream.range(0, 5_000)
                .mapToObj(i -> "<!-- <no/> --><row n='%d' t=\"a > 'b' é𝄞\"\n/> <![CDATA[<no/>]]><x/>".formatted(i))
                .collect(Collectors.joining("\n"));
        List<XmlElement> elements = elements("<?xml version='1.0'?>\n<root>\n" + rows + "</root>\n");
        assertThat(elements).hasSize(10_001);
        assertThat(elements.get(9_999).raw()).isEqualTo("<row n='4999' t=\"a > 'b' é𝄞\"\n/>");
        assertThat(elements.get(9_999).line()).isEqualTo(3 + 2 * 4_999);
        assertThat(elements.get(9_999).lines()).isEqualTo(2);
        assertThat(elements.get(10_000).raw()).isEqualTo("<x/>");
    }

    @Test
    void an_element_may_be_as_wide_as_a_cash_report() {
        String attributes =
                IntStream.range(0, 400).mapToObj(i -> "a%d='1'".formatted(i)).collect(Collectors.joining(" "));
        assertThat(elements("<row " + attributes + "/>").getFirst().attributes())
                .hasSize(400);
    }

    @Test
    void an_element_wider_than_any_table_is_refused() {
        String attributes =
                IntStream.range(0, 1_100).mapToObj(i -> "a%d='1'".formatted(i)).collect(Collectors.joining(" "));
        assertThatThrownBy(() -> elements("<row " + attributes + "/>")).isInstanceOf(RefusedFile.class);
    }

    @Test
    void a_document_of_any_length_may_stand_on_one_line() {
        String rows = IntStream.range(0, 60_000)
                .mapToObj(i -> "<row n='%d' t='abcdefg'/>".formatted(i))
                .collect(Collectors.joining());
        assertThat(rows).hasSizeGreaterThan(SourceText.MAX_LINE);
        List<XmlElement> elements = elements("<root>" + rows + "</root>");
        XmlElement last = elements.getLast();
        assertThat(last.raw()).isEqualTo("<row n='59999' t='abcdefg'/>");
        assertThat(last.source().raw(last.line(), last.lines(), last.span())).isEqualTo(last.raw());
    }

    @Test
    void damage_on_a_long_line_is_told_by_its_column() {
        String rows = "<row t='abcdefg'/>".repeat(100_000);
        assertThatThrownBy(() -> elements("<root>" + rows + "<row t='1</root>"))
                .isInstanceOfSatisfying(RefusedFile.class, refused -> {
                    assertThat(refused.problem().line()).isEqualTo(1);
                    assertThat(refused.problem().message()).containsPattern("column 18000\\d\\d");
                });
    }

    @Test
    void blanks_before_the_declaration_are_no_harm() {
        assertThat(elements("\n \n<?xml version='1.0'?><root/>").getFirst().line())
                .isEqualTo(3);
    }

    private static List<XmlElement> elements(String text) {
        return SafeXml.elements(SourceText.decode(text.getBytes(UTF_8)));
    }
}

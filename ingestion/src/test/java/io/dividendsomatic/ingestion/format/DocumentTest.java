package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class DocumentTest {

    @Test
    void bytes_that_are_no_text_are_decoded_once_however_many_formats_ask() {
        Document document = new Document(new byte[10_000]);

        Throwable first = refusal(document::text);

        assertThat(first).hasMessageContaining("binary");
        assertThat(refusal(document::text)).isSameAs(first);
        assertThat(refusal(document::isXml)).isSameAs(first);
        assertThat(refusal(() -> document.table(Dialect.PLAIN))).isSameAs(first);
    }

    @Test
    void a_table_that_cannot_be_told_apart_is_parsed_once() {
        Document none = new Document("a".repeat(SourceText.MAX_LINE + 1).getBytes(UTF_8));
        CsvTable open = new Document("a,b\n1,2\n3,\"4\n5,6\n".getBytes(UTF_8)).table(Dialect.PLAIN);

        assertThat(refusal(() -> none.table(Dialect.PLAIN))).isSameAs(refusal(() -> none.table(Dialect.PLAIN)));
        assertThat(refusal(open::headWords)).isSameAs(refusal(open::head));
    }

    @Test
    void what_a_text_begins_with_is_seen_behind_blanks() {
        assertThat(new Document(" \n\t<a/>".getBytes(UTF_8)).isXml()).isTrue();
        assertThat(new Document(" \n\t[1]".getBytes(UTF_8)).isJson()).isTrue();
        assertThat(new Document("a<b".getBytes(UTF_8)).isTable()).isTrue();
    }

    private static Throwable refusal(ThrowingCallable asking) {
        Throwable thrown = catchThrowable(asking);
        assertThat(thrown).isInstanceOf(RefusedFile.class);
        return thrown;
    }
}

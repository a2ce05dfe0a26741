package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.ingestion.events.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
    private static final byte[] TABLE = "a,b\n1,2\n".getBytes(UTF_8);

    @Test
    void its_files_come_out_with_their_paths() {
        byte[] zip = zip(Map.of("a.csv", TABLE, "2031/b.csv", "b".getBytes(UTF_8)));
        assertThat(Envelope.is(zip)).isTrue();
        assertThat(Envelope.open(zip)).extracting(Envelope.Content::path).containsExactly("2031/b.csv", "a.csv");
        assertThat(Envelope.open(zip).getLast().bytes()).isEqualTo(TABLE);
    }

    @Test
    void folders_and_what_systems_hide_are_none() {
        byte[] zip = zip(Map.of("a.csv", TABLE, "2031/", new byte[0], "__MACOSX/._a.csv", TABLE, "x/.DS_Store", TABLE));
        assertThat(Envelope.open(zip)).extracting(Envelope.Content::path).containsExactly("a.csv");
    }

    @Test
    void a_path_that_leads_out_is_only_a_name() {
        byte[] zip = zip(Map.of("../../etc/a.csv", TABLE, "/b.csv", TABLE, "C:\\c.csv", TABLE));
        assertThat(Envelope.open(zip)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1"})
    void a_name_outside_of_ascii_is_read(String encoding) {
        byte[] zip = zip(Map.of("myyntierä.csv", TABLE), Charset.forName(encoding));
        assertThat(Envelope.open(zip).getFirst().path()).isEqualTo("myyntierä.csv");
    }

    @Test
    void a_stored_file_comes_out_as_well() {
        assertThat(Envelope.open(stored(TABLE)).getFirst().bytes()).isEqualTo(TABLE);
    }

    @Test
    void text_is_no_archive_whatever_it_begins_with() {
        assertThat(Envelope.is("PK,1\n".getBytes(UTF_8))).isFalse();
        assertThat(Envelope.is(new byte[] {'P', 'K'})).isFalse();
    }

    @Test
    void more_files_than_the_limit_are_too_large() {
        assertThat(Envelope.open(many(100))).hasSize(100);
        assertRefused(many(101), ProblemCode.TOO_LARGE);
        assertRefused(many(10_000), ProblemCode.TOO_LARGE);
    }

    @Test
    void a_bomb_is_too_large_and_a_short_table_of_blanks_is_none() {
        assertRefused(zip(Map.of("a.csv", new byte[8 << 20])), ProblemCode.TOO_LARGE);
        assertRefused(zip(Map.of("__MACOSX/a", new byte[8 << 20], "b.csv", TABLE)), ProblemCode.TOO_LARGE);
        assertThat(Envelope.open(zip(Map.of("a.csv", new byte[1 << 20])))).hasSize(1);
    }

    @Test
    void a_file_beyond_the_limit_of_plain_ones_is_too_large() {
        assertRefused(stored(new byte[(int) Envelope.MAX_FILE + 1]), ProblemCode.TOO_LARGE);
    }

    @Test
    void files_that_are_together_larger_than_the_largest_plain_one_are_too_large() {
        byte[] half = new byte[(int) Envelope.MAX_FILE / 2 + 1];
        new Random(4711).nextBytes(half); // or it would be too large by its ratio
        byte[] zip = zip(Map.of("a.csv", half, "b.csv", half));

        assertThatThrownBy(() -> Envelope.open(zip)).hasMessageContaining("in several archives");
    }

    @Test
    void an_archive_that_was_cut_anywhere_says_so() {
        byte[] zip = zip(Map.of("a.csv", TABLE, "b.csv", TABLE));
        for (int length = 4; length < zip.length; length++) {
            assertRefused(Arrays.copyOf(zip, length), ProblemCode.TRUNCATED);
        }
        assertThatThrownBy(() -> Envelope.open(Arrays.copyOf(zip, 60))).hasMessageContaining("ends before");
    }

    @Test
    void an_encrypted_file_cannot_be_opened() {
        byte[] zip = zip(Map.of("a.csv", TABLE));
        zip[6] |= 1; // the flag of its header: APPNOTE 4.4.4
        assertRefused(zip, ProblemCode.BROKEN_ARCHIVE);
    }

    @Test
    void a_file_whose_check_sum_is_wrong_is_broken() {
        byte[] zip = stored(TABLE);
        zip[new String(zip, ISO_8859_1).indexOf("1,2")] = '7';
        assertRefused(zip, ProblemCode.BROKEN_ARCHIVE);
    }

    @Test
    void an_archive_without_a_file_is_empty() {
        assertRefused(zip(Map.of()), ProblemCode.EMPTY_FILE);
        assertRefused(zip(Map.of("folder/", new byte[0], ".hidden", TABLE)), ProblemCode.EMPTY_FILE);
    }

    @Test
    void an_office_document_is_no_statement() {
        assertRefused(zip(Map.of("[Content_Types].xml", TABLE, "xl/a.xml", TABLE)), ProblemCode.UNKNOWN_FORMAT);
    }

    @Test
    void the_reader_refuses_an_archive_with_the_same_codes() {
        assertThat(code(many(10_000))).isEqualTo(ProblemCode.TOO_LARGE);
        assertThat(code(Arrays.copyOf(many(2), 90))).isEqualTo(ProblemCode.TRUNCATED);
        assertThat(code(many(2))).isEqualTo(ProblemCode.NESTED_ARCHIVE);
    }

    private static ProblemCode code(byte[] content) {
        return Arrivals.rejected(Arrivals.read("a.csv", content, Arrivals.GIVEN))
                .problem()
                .code();
    }

    private static void assertRefused(byte[] zip, ProblemCode code) {
        assertThatThrownBy(() -> Envelope.open(zip))
                .isInstanceOfSatisfying(
                        RefusedFile.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo(code));
    }

    private static byte[] many(int files) {
        return zip(IntStream.range(0, files)
                .boxed()
                .collect(Collectors.toMap(i -> i + ".csv", i -> i.toString().getBytes(UTF_8))));
    }

    private static byte[] zip(Map<String, byte[]> files) {
        return zip(files, UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> files, Charset names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] stored(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            CRC32 sum = new CRC32();
            sum.update(content);
            ZipEntry entry = new ZipEntry("a.csv");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

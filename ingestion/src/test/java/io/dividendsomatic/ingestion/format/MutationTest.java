package io.dividendsomatic.ingestion.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damages good files at random. Whatever arrives, the reader answers, and no row disappears. */
class MutationTest {
    private static final byte[] TELLING = "\",\n\r;\t-.0eE \0\u00ff".getBytes(ISO_8859_1);

    @Test
    void a_damaged_file_is_read_or_refused_and_never_breaks_the_reader() throws IOException {
        List<Path> fixtures = GoldenFilesTest.fixtures().toList();
        Seeded.forAll(random -> {
            byte[] damaged = damaged(bytes(fixtures.get(random.nextInt(fixtures.size()))), random);
            List<FileEvent> events = Arrivals.read("file.csv", damaged, Arrivals.GIVEN);
            if (events.getLast() instanceof FileParsed parsed) {
                assertThat(Arrivals.verdicts(events)).hasSize(parsed.rows().total());
                assertThat(parsed.rows().parsed() > 0 || parsed.rows().rejected() == 0)
                        .as("a file of which rows were refused and none was taken is refused")
                        .isTrue();
            } else {
                assertThat(Arrivals.verdicts(events))
                        .as("a refused file shows every row that was judged")
                        .hasSize(Arrivals.rejected(events).rows().total());
            }
        });
    }

    @Test
    void another_reader_finds_the_same_records_in_a_damaged_table_or_ours_refuses_it() throws IOException {
        List<Path> tables = GoldenFilesTest.fixtures()
                .filter(file -> file.toString().endsWith(".csv"))
                .toList();
        Seeded.forAll(random -> {
            byte[] damaged = damaged(bytes(tables.get(random.nextInt(tables.size()))), random);
            List<List<String>> ours = new ArrayList<>();
            String text;
            try {
                SourceText source = SourceText.decode(damaged);
                text = source.text();
                CsvTable.of(source).forEach(row -> ours.add(OtherReader.stripped(row.cells())));
            } catch (RefusedFile refused) {
                return;
            }
            assertThat(OtherReader.stripped(text, Delimiters.of(text))).contains(ours);
        });
    }

    private static byte[] damaged(byte[] content, Random random) {
        byte[] result = content;
        for (int i = random.nextInt(5); i >= 0 && result.length > 0; i--) {
            int at = random.nextInt(result.length);
            int length = Math.min(random.nextInt(30), result.length - at);
            result = switch (random.nextInt(4)) {
                case 0 -> Arrays.copyOf(result, at);
                case 1 -> spliced(result, at, at + length, new byte[0]);
                case 2 -> spliced(result, at, at, Arrays.copyOfRange(result, at, at + length));
                default -> spliced(result, at, at + 1, new byte[] {TELLING[random.nextInt(TELLING.length)]});
            };
        }
        return result;
    }

    private static byte[] spliced(byte[] content, int from, int to, byte[] instead) {
        byte[] result = new byte[content.length - (to - from) + instead.length];
        System.arraycopy(content, 0, result, 0, from);
        System.arraycopy(instead, 0, result, from, instead.length);
        System.arraycopy(content, to, result, from + instead.length, content.length - to);
        return result;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.dividendsomatic.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What cannot be taken, or bears a name that is hard to write. */
class LeftFilesTest extends WatchedFolder {

    @Test
    void folders_that_lie_too_deep_are_told_once() throws IOException {
        String deep = "d/".repeat(16);
        put(deep + "a.csv", "good");
        CsvDirectory directory = directory();
        assertThat(fetchAfter(directory, 0).refused()).isEqualTo(1);
        afterQuiet(directory);

        assertThat(refused).containsExactly(deep.substring(0, deep.length() - 1) + ": FOLDER_TOO_DEEP");
    }

    @Test
    void a_folder_that_is_closed_is_told_and_one_that_is_gone_is_not() throws IOException {
        Inbox.Visitor visitor = new Inbox.Visitor(inbox);
        visitor.visitFileFailed(inbox.resolve("closed"), new AccessDeniedException("closed"));
        visitor.visitFileFailed(inbox.resolve("gone"), new NoSuchFileException("gone"));

        assertThat(visitor.passed).singleElement().satisfies(one -> {
            assertThat(one.below()).isEqualTo(Path.of("closed"));
            assertThat(one.code()).isEqualTo("FOLDER_NOT_READABLE");
        });
    }

    @Test
    void each_file_that_cannot_be_read_is_told_and_tried_again_when_it_can() throws IOException {
        put("a.csv", "good");
        put("b.csv", "good");
        List<InboxFile> files = Stream.of("a.csv", "b.csv").map(this::file).toList();
        LeftFiles left = new LeftFiles("inbox", this);
        files.forEach(file -> left.cannotBeRead(file, new AccessDeniedException(file.name())));

        assertThat(refused).containsExactly("a.csv: FILE_NOT_READABLE", "b.csv: FILE_NOT_READABLE");
        assertThat(left.has(files.getFirst())).isFalse();
        Files.delete(files.getLast().path());
        assertThat(left.has(files.getLast())).isTrue();
    }

    @Test
    void a_table_that_may_end_inside_a_number_must_stand_still_for_longer() throws IOException {
        Files.writeString(inbox.resolve("cut.csv"), "day,amount\n2026-01-31,12");
        Files.writeString(inbox.resolve("whole.xml"), "<a/>");
        put("whole.csv", "good");
        CsvDirectory directory = directory();
        afterQuiet(directory);
        assertThat(office.names()).containsExactlyInAnyOrder("whole.csv", "whole.xml");

        fetchAfter(directory, 14);
        assertThat(office.names()).hasSize(2);
        fetchAfter(directory, 1);
        assertThat(office.names()).hasSize(3).endsWith("cut.csv");
    }

    @Test
    void a_name_that_is_no_text_keeps_its_bytes() throws Exception {
        new ProcessBuilder("sh", "-c", "printf 'good\\n' > \"$(printf 'Ausz\\374ge.csv')\"")
                .directory(inbox.toFile())
                .start()
                .waitFor();
        Path name;
        try (Stream<Path> files = Files.list(inbox)) {
            name = files.findFirst().orElseThrow().getFileName();
        }
        put("b.csv", "good too");
        afterQuiet(directory());

        assertThat(home.resolve("processed/2026").resolve(name)).exists();
        assertThat(home.resolve("processed/2026/b.csv")).exists();
    }

    @Test
    void the_longest_name_leaves_room_for_the_reason_of_its_refusal() throws IOException {
        String name = "x".repeat(251) + ".csv";
        put(name, "bad");
        CsvDirectory directory = directory();
        afterQuiet(directory);
        put(name, "bad again");
        afterQuiet(directory);

        assertThat(files()).hasSize(4).allMatch(file -> file.startsWith("failed/xxx"));
        assertThat(files()).filteredOn(file -> file.endsWith(".error.json")).hasSize(2);
    }

    private InboxFile file(String name) {
        try {
            Path path = inbox.resolve(name);
            return new InboxFile(path, Path.of(""), Files.size(path), Files.getLastModifiedTime(path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

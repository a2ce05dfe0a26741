package io.dividendsomatic.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.ingestion.events.FileSource;
import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class CsvDirectoryTest extends WatchedFolder {

    @Test
    void a_file_that_stood_still_is_taken_and_moved_to_the_year_of_its_receipt() throws IOException {
        put("a.csv", "good");
        afterQuiet(directory());

        assertThat(office.names()).containsExactly("a.csv");
        assertThat(files()).containsExactly("processed/2026/a.csv");
    }

    @Test
    void a_copy_of_a_file_that_is_being_read_is_offered_again() throws IOException {
        put("a.csv", "copy");
        CsvDirectory directory = directory();
        afterQuiet(directory);
        assertThat(files()).containsExactly("inbox/a.csv");

        fetchAfter(directory, 1);
        assertThat(files()).containsExactly("processed/2026/a.csv");
    }

    @Test
    void a_file_that_still_grows_is_left_alone() throws IOException {
        CsvDirectory directory = directory();
        put("a.csv", "go");
        fetchAfter(directory, 0);
        fetchAfter(directory, 4);
        Files.writeString(inbox.resolve("a.csv"), "od\n", StandardOpenOption.APPEND);
        fetchAfter(directory, 4);
        fetchAfter(directory, 4);
        assertThat(office.deliveries).isEmpty();

        fetchAfter(directory, 1);
        assertThat(office.names()).containsExactly("a.csv");
    }

    @Test
    void files_that_programs_are_writing_and_links_are_left_alone() throws IOException {
        put("a.csv.part", "good");
        put(".hidden.csv", "good");
        put("a.csv~", "good");
        put(".git/config", "good");
        Path elsewhere = Files.writeString(home.resolve("elsewhere.csv"), "good");
        Files.createSymbolicLink(inbox.resolve("link.csv"), elsewhere);
        Files.createSymbolicLink(inbox.resolve("folder"), home);
        afterQuiet(directory());

        assertThat(office.deliveries).isEmpty();
        assertThat(refused).containsExactlyInAnyOrder("link.csv: LINK_NOT_FOLLOWED", "folder: LINK_NOT_FOLLOWED");
    }

    @Test
    void folders_name_the_account_and_bad_names_name_none() throws IOException {
        put("ibkr/U0000001/a.csv", "one");
        put("Bad Broker/U0000001/b.csv", "two");
        put("ibkr/c.csv", "three");
        afterQuiet(directory());

        assertThat(office.accountOf("a.csv")).isEqualTo(AccountId.parse("ibkr:U0000001"));
        assertThat(office.deliveries)
                .filteredOn(delivery -> delivery.account() == null)
                .hasSize(2);
    }

    @Test
    void a_refused_file_fails_with_the_reason_beside_it() throws IOException {
        put("a.csv", "bad");
        put("b.csv", "good");
        afterQuiet(directory());

        assertThat(files()).containsExactly("failed/a.csv", "failed/a.csv.error.json", "processed/2026/b.csv");
        assertThat(home.resolve("failed/a.csv.error.json"))
                .content()
                .contains("\"code\" : \"UNKNOWN_FORMAT\"", "nobody knows it");
    }

    @Test
    void bytes_that_belong_to_another_account_fail() throws IOException {
        put("ibkr/U0000002/a.csv", "other");
        afterQuiet(directory());

        assertThat(home.resolve("failed/a.csv.error.json")).content().contains("ACCOUNT_CONFLICT", "ibkr:U0000001");
    }

    @Test
    void a_file_over_the_limit_fails_unread() throws IOException {
        put("a.csv", "x".repeat(1_001));
        afterQuiet(directory());

        assertThat(office.deliveries).isEmpty();
        assertThat(home.resolve("failed/a.csv.error.json")).content().contains("TOO_LARGE");
    }

    @Test
    void a_name_that_is_taken_gets_a_suffix_and_the_same_bytes_are_kept_once() throws IOException {
        CsvDirectory directory = directory();
        for (String content : List.of("one", "two", "two")) {
            put("a.csv", content);
            afterQuiet(directory);
        }

        assertThat(files()).containsExactly("processed/2026/a-2.csv", "processed/2026/a.csv");
    }

    @Test
    void after_a_crash_a_file_that_is_known_is_only_put_away() throws IOException {
        put("a.csv", "good");
        office.receive(List.of(
                new Delivery(FileSource.DIRECTORY, "a.csv", Files.readAllBytes(inbox.resolve("a.csv")), null, null)));
        afterQuiet(directory());

        assertThat(files()).containsExactly("processed/2026/a.csv");
    }

    @Test
    void an_archive_is_opened_and_put_away_when_all_its_files_are_in() throws IOException {
        putArchive("bundle.zip", "good one", "good two");
        afterQuiet(directory());

        assertThat(office.names()).containsExactly("0.csv", "1.csv");
        assertThat(office.deliveries).extracting(Delivery::envelope).containsOnly("bundle.zip");
        assertThat(files()).containsExactly("processed/2026/bundle.zip");
    }

    @Test
    void an_archive_of_which_files_were_refused_fails_and_names_each() throws IOException {
        putArchive("bundle.zip", "good", "bad one", "bad two", "other");
        afterQuiet(directory());

        assertThat(office.deliveries).hasSize(4);
        assertThat(files()).containsExactly("failed/bundle.zip", "failed/bundle.zip.error.json");
        assertThat(home.resolve("failed/bundle.zip.error.json"))
                .content()
                .contains(
                        "3 of the 4 files",
                        "\"1.csv\"",
                        "\"2.csv\"",
                        "\"3.csv\"",
                        "ACCOUNT_CONFLICT",
                        "nobody knows it")
                .doesNotContain("\"0.csv\"");
    }

    @Test
    void an_archive_that_holds_a_file_which_is_being_read_is_offered_again() throws IOException {
        putArchive("bundle.zip", "good", "copy");
        CsvDirectory directory = directory();
        afterQuiet(directory);
        assertThat(files()).containsExactly("inbox/bundle.zip");

        fetchAfter(directory, 1);
        assertThat(files()).containsExactly("processed/2026/bundle.zip");
    }

    @Test
    void an_archive_that_cannot_be_opened_is_taken_as_one_file() throws IOException {
        put("bundle.zip", "PK\3\4 and nothing more");
        afterQuiet(directory());

        assertThat(office.names()).containsExactly("bundle.zip");
    }

    @Test
    void many_files_go_in_batches_in_the_order_of_their_names() throws IOException {
        for (int i = 0; i < 45; i++) {
            put("%02d.csv".formatted(i), "good " + i);
        }
        afterQuiet(directory());

        assertThat(office.batches).containsExactly(20, 20, 5);
        assertThat(office.names()).isSorted();
        assertThat(files()).hasSize(45);
    }

    @Test
    void an_inbox_on_another_file_system_is_emptied_by_copies() throws IOException {
        try (FileSystem zip = zip(Map.of("create", "true"))) {
            Files.writeString(zip.getPath("/a.csv"), "good\n");
            afterQuiet(directoryOf(zip.getPath("/")));

            assertThat(Files.exists(zip.getPath("/a.csv"))).isFalse();
        }
        assertThat(home.resolve("processed/2026/a.csv")).hasContent("good\n");
    }

    @Test
    void a_read_only_inbox_keeps_its_files_and_gives_each_once() throws IOException {
        try (FileSystem zip = zip(Map.of("create", "true"))) {
            Files.writeString(zip.getPath("/a.csv"), "good\n");
        }
        try (FileSystem zip = zip(Map.of("accessMode", "readOnly"))) {
            CsvDirectory directory = directoryOf(zip.getPath("/"));
            afterQuiet(directory);
            afterQuiet(directory);

            assertThat(Files.exists(zip.getPath("/a.csv"))).isTrue();
        }
        assertThat(office.names()).containsExactly("a.csv");
        assertThat(home.resolve("processed/2026")).isEmptyDirectory();
    }

    private FileSystem zip(Map<String, String> settings) throws IOException {
        return FileSystems.newFileSystem(
                URI.create("jar:" + home.resolve("inbox.zip").toUri()), settings);
    }

    private void putArchive(String name, String... contents) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(inbox.resolve(name)))) {
            for (int i = 0; i < contents.length; i++) {
                zip.putNextEntry(new ZipEntry(i + ".csv"));
                zip.write(contents[i].getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}

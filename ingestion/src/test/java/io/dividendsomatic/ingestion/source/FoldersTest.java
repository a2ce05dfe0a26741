package io.dividendsomatic.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dividendsomatic.ingestion.intake.Delivery;
import io.dividendsomatic.portfolio.kernel.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What further folders can do, and an archive of years. */
class FoldersTest extends WatchedFolder {

    @Test
    void folders_name_accounts_however_deep_the_files_lie_below_them() throws IOException {
        put("ibkr/U0000001/2019/march/a.csv", "one");
        put("nordnet/2019/b.csv", "two");
        put("csv/positions/c.csv", "three");
        afterQuiet(directory());

        assertThat(office.accountOf("a.csv")).isEqualTo(AccountId.parse("ibkr:U0000001"));
        assertThat(office.deliveries)
                .filteredOn(delivery -> delivery.account() == null)
                .extracting(Delivery::name)
                .containsExactlyInAnyOrder("b.csv", "c.csv");
    }

    @Test
    void where_all_is_of_one_broker_folders_are_numbers_and_a_name_can_be_given_an_account() throws IOException {
        put("U0000001/a.csv", "one");
        put("U0000001/Pension/2020/b.csv", "two");
        put("other/c.csv", "three");
        afterQuiet(directoryOfAccounts("lynx", null, Map.of("pension", "nordnet:7")));

        assertThat(office.accountOf("a.csv")).isEqualTo(AccountId.parse("lynx:U0000001"));
        assertThat(office.accountOf("b.csv")).isEqualTo(AccountId.parse("nordnet:7"));
        assertThat(office.deliveries.getLast().account()).isNull();
    }

    @Test
    void a_folder_of_one_account_gives_it_to_all_that_say_nothing_else() throws IOException {
        put("a.csv", "one");
        put("2020/b.csv", "two");
        afterQuiet(directoryOfAccounts(null, "nordnet:7", Map.of()));

        assertThat(office.accountOf("a.csv")).isEqualTo(AccountId.parse("nordnet:7"));
        assertThat(office.accountOf("b.csv")).isEqualTo(AccountId.parse("nordnet:7"));
    }

    @Test
    void an_account_that_is_none_is_refused_with_the_settings() {
        assertThatThrownBy(() -> directoryOfAccounts(null, "seven", Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> directoryOfAccounts("Not A Broker", null, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void kept_files_stay_are_read_once_also_after_a_restart_and_again_when_they_change() throws IOException {
        put("2020/a.csv", "good");
        put("b.csv", "bad");
        CsvDirectory directory = directory(Afterwards.KEEP);
        afterQuiet(directory);
        afterQuiet(directory);
        afterQuiet(directory(Afterwards.KEEP));
        assertThat(office.names()).containsExactlyInAnyOrder("a.csv", "b.csv");
        assertThat(refused).containsExactly("b.csv: UNKNOWN_FORMAT");
        assertThat(files()).containsExactly("inbox/2020/a.csv", "inbox/b.csv");

        put("2020/a.csv", "better");
        afterQuiet(directory);
        assertThat(office.names()).hasSize(3).endsWith("a.csv");
    }

    @Test
    void a_file_that_goes_on_after_it_was_moved_comes_back_and_is_taken_as_a_whole() throws IOException {
        CsvDirectory directory = directory();
        put("a.csv", "half");
        put("b.csv", "bad");
        afterQuiet(directory);
        Files.writeString(home.resolve("processed/2026/a.csv"), "whole\n", StandardOpenOption.APPEND);
        Files.writeString(home.resolve("failed/b.csv"), "whole\n", StandardOpenOption.APPEND);
        afterQuiet(directory);

        assertThat(office.names()).containsExactly("a.csv", "b.csv", "a.csv", "b.csv");
        assertThat(office.replaced).containsExactly("half\n -> half\nwhole\n");
        assertThat(files()).containsExactly("failed/b.csv", "failed/b.csv.error.json", "processed/2026/a.csv");
    }

    @Test
    void a_file_that_a_person_edits_where_it_was_moved_to_stays_there() throws IOException {
        CsvDirectory directory = directory();
        put("a.csv", "good");
        afterQuiet(directory);
        Files.writeString(home.resolve("processed/2026/a.csv"), "edited by somebody\n");
        afterQuiet(directory);

        assertThat(files()).containsExactly("processed/2026/a.csv");
        assertThat(office.names()).hasSize(1);
    }

    @Test
    void a_file_that_stays_and_goes_on_names_what_was_taken_of_it_before_also_after_a_restart() throws IOException {
        put("a.csv", "half");
        afterQuiet(directory(Afterwards.KEEP));
        Files.writeString(inbox.resolve("a.csv"), "whole\n", StandardOpenOption.APPEND);
        afterQuiet(directory(Afterwards.KEEP));

        assertThat(office.replaced).containsExactly("half\n -> half\nwhole\n");
    }

    @Test
    void a_file_that_was_read_is_deleted_and_one_that_was_refused_is_not() throws IOException {
        put("a.csv", "good");
        put("b.csv", "bad");
        afterQuiet(directory(Afterwards.DELETE));

        assertThat(files()).containsExactly("failed/b.csv", "failed/b.csv.error.json");
    }

    @Test
    void a_share_that_is_not_there_is_told_and_looked_at_again() throws IOException {
        CsvDirectory directory = directory();
        Files.delete(inbox);
        assertThat(directory.available()).isFalse();
        assertThatThrownBy(directory::fetch).isInstanceOfSatisfying(SourceFailed.class, failed -> {
            assertThat(failed.code()).isEqualTo("FOLDER_NOT_READ");
            assertThat(failed.isLasting()).isFalse();
        });

        put("a.csv", "good");
        afterQuiet(directory);
        assertThat(office.names()).containsExactly("a.csv");
    }

    @Test
    void a_file_whose_time_moves_on_at_the_same_size_is_not_complete() throws IOException {
        CsvDirectory directory = directory();
        put("a.csv", "good");
        fetchAfter(directory, 0);
        Files.setLastModifiedTime(inbox.resolve("a.csv"), FileTime.fromMillis(1));
        fetchAfter(directory, 5);
        assertThat(office.deliveries).isEmpty();

        fetchAfter(directory, 5);
        assertThat(office.names()).containsExactly("a.csv");
    }

    /** Ten years of days, in folders of years, dropped at once; the program is cut again and again on its way. */
    @Test
    void an_archive_of_years_is_taken_in_the_order_of_its_days_and_survives_every_cut() throws IOException {
        List<String> days = new ArrayList<>();
        for (int year = 2010; year < 2020; year++) {
            for (int day = 1; day <= 28; day++) {
                days.add("%d-02-%02d".formatted(year, day));
            }
        }
        List<String> shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, new Random(4711));
        for (String day : shuffled) {
            put(
                    "archive/" + (day.startsWith("2015") ? "a" : "z") + day.substring(0, 4) + "/positions " + day
                            + ".csv",
                    day);
        }
        CsvDirectory directory = directory();
        for (int batches = 3; batches < 14; batches += 3) {
            office.cutAfter = batches;
            CsvDirectory begun = directory;
            assertThatThrownBy(() -> afterQuiet(begun)).hasMessage("cut");
            assertThat(begun.progress().total()).isPositive();
            assertThat(begun.progress().done()).isLessThan(begun.progress().total());
            directory = batches % 2 == 0 ? directory() : directory; // a new program
        }
        office.cutAfter = Integer.MAX_VALUE;
        afterQuiet(directory);

        List<String> taken = office.deliveries.stream()
                .map(delivery -> delivery.name().substring("positions ".length(), "positions ".length() + 10))
                .distinct()
                .toList();
        assertThat(taken).isEqualTo(days);
        assertThat(office.known()).hasSize(days.size());
        assertThat(files()).hasSize(days.size()).allMatch(file -> file.startsWith("processed/2026/"));
        assertThat(directory.progress().done()).isEqualTo(directory.progress().total());
        assertThat(directory.progress().at()).contains("positions 2019-02-28.csv");
    }
}

package io.dividendsomatic.portfolio.holdings;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.projection.Absence;
import io.dividendsomatic.portfolio.statement.Edition;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TellingsOfDayTest {
    private static final LocalDate MARCH_3 = LocalDate.of(2031, 3, 3);

    @Test
    void the_later_edition_wins_however_late_the_earlier_one_arrives() {
        TellingsOfDay day = new TellingsOfDay(List.of(telling(1, 20, hour(1)), telling(2, 10, hour(2))));
        assertThat(day.winner(hour(2)).orElseThrow().version()).isEqualTo(1);
        assertThat(day.supersededAt(1, hour(2))).isEmpty();
        assertThat(day.supersededAt(2, hour(2))).contains(hour(2));
    }

    @Test
    void before_a_correction_was_recorded_the_first_content_was_right() {
        TellingsOfDay day = new TellingsOfDay(List.of(telling(1, 10, hour(1)), telling(2, 20, hour(2))));
        assertThat(day.winner(hour(0))).isEmpty();
        assertThat(day.winner(hour(1)).orElseThrow().version()).isEqualTo(1);
        assertThat(day.supersededAt(1, hour(1))).isEmpty();
        assertThat(day.winner(hour(2)).orElseThrow().version()).isEqualTo(2);
        assertThat(day.supersededAt(1, hour(2))).contains(hour(2));
    }

    @Test
    void a_later_confirmation_makes_an_older_version_current_again() {
        TellingsOfDay day =
                new TellingsOfDay(List.of(telling(1, 10, hour(1)), telling(2, 20, hour(2)), telling(1, 30, hour(3))));
        assertThat(day.winner(hour(3)).orElseThrow().version()).isEqualTo(1);
        assertThat(day.supersededAt(1, hour(2))).contains(hour(2));
        assertThat(day.supersededAt(1, hour(3))).isEmpty();
        assertThat(day.supersededAt(2, hour(3))).contains(hour(3));
    }

    @Test
    void a_telling_that_was_taken_back_counts_only_outside_of_that_time() {
        Telling bad = telling(2, 20, hour(2));
        Telling absent = new Telling(
                bad.asOf(),
                bad.number(),
                bad.version(),
                bad.file(),
                bad.edition(),
                bad.recordedAt(),
                List.of(),
                List.of(new Absence(hour(3), hour(5))));
        TellingsOfDay day = new TellingsOfDay(List.of(telling(1, 10, hour(1)), absent));

        assertThat(day.winner(hour(2)).orElseThrow().version()).isEqualTo(2);
        assertThat(day.winner(hour(3)).orElseThrow().version()).isEqualTo(1);
        assertThat(day.winner(hour(5)).orElseThrow().version()).isEqualTo(2);
        assertThat(day.supersededAt(2, hour(4))).contains(hour(3));
        assertThat(day.lastWord(2, hour(4))).contains(absent);
        assertThat(day.supersededAt(2, hour(5))).isEmpty();
        assertThat(new TellingsOfDay(List.of(absent)).winner(hour(4))).isEmpty();
        assertThat(new TellingsOfDay(List.of(absent)).supersededAt(2, hour(4))).contains(hour(3));
    }

    @Test
    void of_equal_editions_the_greater_file_wins() {
        Telling one = telling(1, 10, hour(1));
        Telling other = new Telling(MARCH_3, 1, 2, file("another"), one.edition(), hour(2), List.of(), List.of());
        Telling greater = one.file().compareTo(other.file()) > 0 ? one : other;
        assertThat(new TellingsOfDay(List.of(one, other)).winner(hour(9))).contains(greater);
        assertThat(new TellingsOfDay(List.of(other, one)).winner(hour(9))).contains(greater);
    }

    @Test
    void no_order_changes_what_is_current() {
        long seed = 20_310_303L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Telling> tellings = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(6); i++) {
                tellings.add(telling(1 + random.nextInt(3), random.nextInt(50), hour(random.nextInt(5))));
            }
            TellingsOfDay day = new TellingsOfDay(List.copyOf(tellings));
            Collections.shuffle(tellings, random);
            TellingsOfDay shuffled = new TellingsOfDay(tellings);
            for (int hour = 0; hour < 5; hour++) {
                assertThat(shuffled.winner(hour(hour)).map(Telling::edition))
                        .isEqualTo(day.winner(hour(hour)).map(Telling::edition));
                assertThat(currentVersions(shuffled, hour(hour))).hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    private static List<Integer> currentVersions(TellingsOfDay day, Instant knownAt) {
        return day.known(knownAt).stream()
                .map(Telling::version)
                .distinct()
                .filter(version -> day.supersededAt(version, knownAt).isEmpty())
                .toList();
    }

    private static Telling telling(int version, int edition, Instant recordedAt) {
        FileId file = file(version + " " + edition + " " + recordedAt);
        return new Telling(
                MARCH_3,
                0,
                version,
                file,
                new Edition(Instant.EPOCH.plusSeconds(edition), 10),
                recordedAt,
                List.of(),
                List.of());
    }

    private static FileId file(String content) {
        return FileId.of(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Instant hour(int hour) {
        return Instant.parse("2031-04-01T00:00:00Z").plusSeconds(3600L * hour);
    }
}

package io.dividendsomatic.ingestion.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedDayTest {

    @ParameterizedTest
    @CsvSource({
        "flex.U0000001.positions.20260127.20260128.csv, 2026-01-28",
        "2026-01-31.csv, 2026-01-31",
        "U0000001_2025_2026-02-03_1.csv, 2026-02-03",
        "report 31.1.2026.csv, 2026-01-31",
        "activity 2026-02.csv, 2026-02-28",
        "activity-202602.csv, 2026-02-28",
        "tax_2025.csv, 2025-12-31",
        "archive/2019/march.csv, 2019-12-31",
        "2020-05/2019/march.csv, 2019-12-31",
        "2020-05/march 2021-03-04.csv, 2021-03-04",
    })
    void the_last_date_of_the_name_or_else_of_the_nearest_folder(String path, LocalDate day) {
        assertThat(NamedDay.of(Path.of(path))).as(path).hasValue(day);
    }

    @ParameterizedTest
    @CsvSource({"positions.csv", "U20260131999.csv", "12345678.csv", "1999x.csv2", "order-2026013.csv", "2026-02-31.csv"
    })
    void a_number_is_not_always_a_date(String path) {
        assertThat(NamedDay.of(Path.of(path)).filter(day -> day.getYear() > 2000))
                .as(path)
                .isEmpty();
    }

    @Test
    void by_the_day_then_by_the_path_and_those_without_a_day_last() {
        List<Path> sorted = List.of("b 2026-01-02.csv", "a.csv", "a 2026-01-02.csv", "z 2026-01-01.csv").stream()
                .map(Path::of)
                .sorted(NamedDay.ORDER)
                .toList();

        assertThat(sorted)
                .extracting(Path::toString)
                .containsExactly("z 2026-01-01.csv", "a 2026-01-02.csv", "b 2026-01-02.csv", "a.csv");
    }
}

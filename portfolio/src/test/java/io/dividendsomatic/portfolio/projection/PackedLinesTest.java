package io.dividendsomatic.portfolio.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackedLinesTest {

    @Test
    void positions_stand_apart_by_semicolons_and_lines_by_commas() {
        assertThat(PackedLines.pack(List.of(List.of(3, 4), List.of(7)))).isEqualTo("3,4;7");
        assertThat(PackedLines.unpack("3,4;7")).containsExactly(List.of(3, 4), List.of(7));
    }

    @Test
    void a_position_without_lines_keeps_its_place() {
        assertThat(PackedLines.unpack(PackedLines.pack(List.of(List.of(2), List.of(), List.of(12)))))
                .containsExactly(List.of(2), List.of(), List.of(12));
    }

    @Test
    void a_snapshot_without_positions_is_empty() {
        assertThat(PackedLines.unpack(PackedLines.pack(List.of()))).isEmpty();
    }
}

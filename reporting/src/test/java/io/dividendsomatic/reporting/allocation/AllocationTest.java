package io.dividendsomatic.reporting.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.reporting.consolidated.Quality;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AllocationTest {

    private static Piece piece(String key, String value) {
        return new Piece(key, key, new BigDecimal(value), Quality.ACTUAL);
    }

    private static BigDecimal sumOfWeights(Allocation allocation) {
        return allocation.groups().stream()
                .map(group -> Objects.requireNonNull(group.weight()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void weights_are_shares_of_the_whole_and_sum_up_to_one() {
        Allocation allocation = Allocation.of(List.of(piece("EUR", "100"), piece("USD", "100"), piece("SEK", "100")));

        assertThat(sumOfWeights(allocation)).isEqualByComparingTo("1");
        assertThat(allocation.groups()).extracting(Allocation.Group::weight).doesNotContainNull();
        assertThat(allocation.hhi()).isEqualByComparingTo("3333");
        assertThat(allocation.top3()).isEqualByComparingTo("1");
    }

    @Test
    void pieces_of_one_group_are_one_line_and_the_largest_is_first() {
        Allocation allocation = Allocation.of(List.of(piece("EUR", "20"), piece("USD", "60"), piece("EUR", "20")));

        assertThat(allocation.groups()).extracting(Allocation.Group::key).containsExactly("USD", "EUR");
        assertThat(allocation.groups().getFirst().weight()).isEqualByComparingTo("0.6");
        assertThat(allocation.top1()).isEqualByComparingTo("0.6");
        assertThat(allocation.hhi()).isEqualByComparingTo("5200");
    }

    @Test
    void a_short_group_has_a_negative_weight_and_its_size_counts_for_concentration() {
        Allocation allocation = Allocation.of(List.of(piece("A", "150"), piece("B", "-50")));

        assertThat(sumOfWeights(allocation)).isEqualByComparingTo("1");
        assertThat(allocation.groups().getFirst().weight()).isEqualByComparingTo("1.5");
        assertThat(allocation.groups().getLast().weight()).isEqualByComparingTo("-0.5");
        assertThat(allocation.top1()).isEqualByComparingTo("0.75");
        assertThat(allocation.hhi()).isEqualByComparingTo("6250");
    }

    @Test
    void a_margin_loan_is_a_negative_group_of_the_net_value() {
        Allocation allocation = Allocation.of(List.of(piece("A", "120"), piece("CASH", "-20")));

        assertThat(allocation.total()).isEqualByComparingTo("100");
        assertThat(sumOfWeights(allocation)).isEqualByComparingTo("1");
        assertThat(allocation.groups().getLast().weight()).isEqualByComparingTo("-0.2");
    }

    @Test
    void where_nothing_is_left_there_are_no_weights() {
        assertThat(Allocation.of(List.of(piece("A", "50"), piece("B", "-50"))).groups())
                .extracting(Allocation.Group::weight)
                .containsOnlyNulls();
        assertThat(Allocation.of(List.of()).top1()).isZero();
    }
}

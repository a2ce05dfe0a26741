package io.dividendsomatic.portfolio.account;

import static io.dividendsomatic.portfolio.account.Telling.ALFA;
import static io.dividendsomatic.portfolio.account.Telling.BETA;
import static io.dividendsomatic.portfolio.account.Telling.USD;
import static io.dividendsomatic.portfolio.account.Telling.instrument;
import static io.dividendsomatic.portfolio.account.Telling.position;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.events.Position;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.StatementLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

class SnapshotFoldTest {
    private static final LocalDate DAY = LocalDate.of(2031, 1, 1);
    private static final int ROUNDS = 300;

    @Test
    void the_order_of_the_rows_does_not_matter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<StatementLine> rows = rows(random);
            List<StatementLine> shuffled = new ArrayList<>(rows);
            Collections.shuffle(shuffled, random);
            assertThat(fold(shuffled)).as("seed %d, round %d", seed, round).isEqualTo(fold(rows));
        }
    }

    @Test
    void nothing_is_lost_in_the_sum() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<StatementLine> rows = rows(random);
            List<Position> folded =
                    fold(rows).values().stream().flatMap(List::stream).toList();
            assertThat(folded.stream()
                            .mapToInt(position -> position.lines().size())
                            .sum())
                    .as("seed %d, round %d: every line stands on one position", seed, round)
                    .isEqualTo(rows.size());
            assertThat(folded.stream().map(p -> p.quantity().value()).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as("seed %d, round %d: quantities add up", seed, round)
                    .isEqualByComparingTo(rows.stream()
                            .map(line -> ((io.dividendsomatic.portfolio.statement.OpenPosition) line.row())
                                    .quantity()
                                    .value())
                            .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    @Test
    void a_symbol_that_the_list_has_twice_is_not_guessed() {
        Instrument stock = new Instrument("DUO", null, "DUO STOCK", "1", null, null, null, "STK", null);
        Instrument warrant = new Instrument("DUO", null, "DUO WARRANT", "2", null, null, null, "STK", null);
        InstrumentList list = new InstrumentList(List.of(
                new StatementLine(1, new InstrumentDetail(stock)),
                new StatementLine(2, new InstrumentDetail(warrant))));
        assertThat(list.complete(instrument("DUO", null)).name()).isNull();
    }

    private static SortedMap<LocalDate, List<Position>> fold(List<StatementLine> rows) {
        return SnapshotFold.fold(rows, new InstrumentList());
    }

    private static List<StatementLine> rows(Random random) {
        List<StatementLine> rows = new ArrayList<>();
        for (int line = 1; line <= 1 + random.nextInt(12); line++) {
            rows.add(new StatementLine(
                    line,
                    position(
                            DAY.plusDays(random.nextInt(3)),
                            random.nextBoolean() ? ALFA : BETA,
                            USD,
                            String.valueOf(random.nextInt(9) - 4),
                            random.nextInt(4) == 0 ? null : String.valueOf(10 + random.nextInt(2)),
                            random.nextInt(4) == 0 ? null : String.valueOf(random.nextInt(1000)),
                            null)));
        }
        return rows;
    }
}

package io.dividendsomatic.portfolio.ledger.matching;

import static io.dividendsomatic.portfolio.ledger.Told.ALFA;
import static io.dividendsomatic.portfolio.ledger.Told.JANUARY_10;
import static io.dividendsomatic.portfolio.ledger.Told.dividend;
import static io.dividendsomatic.portfolio.ledger.Told.instrument;
import static io.dividendsomatic.portfolio.ledger.Told.tax;
import static io.dividendsomatic.portfolio.ledger.Told.telling;
import static io.dividendsomatic.portfolio.ledger.Told.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.ledger.Telling;
import io.dividendsomatic.portfolio.ledger.Told;
import io.dividendsomatic.portfolio.ledger.matching.Matching.Matched;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MatchingOrderTest {
    private static final int ROUNDS = 300;
    private static final Instrument BARE = instrument("ALFA", null);
    private static final Instrument OTHER = instrument("ALFA", "US000000BB22");

    @Test
    void the_order_in_which_files_came_does_not_matter() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Telling> tellings = tellings(random);
            Matched matched = Matching.match(tellings, Instrument::key);
            Collections.shuffle(tellings, random);
            assertThat(Matching.match(tellings, Instrument::key))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(matched);
        }
    }

    @Test
    void every_line_stands_on_a_booking_and_none_of_a_file_is_lost() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Telling> tellings = tellings(random);
            Matched matched = Matching.match(tellings, Instrument::key);
            assertThat(tellings.stream().flatMap(Telling::sources))
                    .as("seed %d, round %d", seed, round)
                    .allSatisfy(source -> assertThat(matched.bookings())
                            .anyMatch(booking -> booking.sources().contains(source)));
            assertThat(matched.bookings().stream().flatMap(booking -> booking.told().stream()))
                    .as("seed %d, round %d", seed, round)
                    .containsAll(tellings.stream().map(Telling::fact).toList());
        }
    }

    private static List<Telling> tellings(Random random) {
        List<Telling> tellings = new ArrayList<>();
        for (String file : List.of("one", "two", "three")) {
            for (int line = 1; line <= random.nextInt(6); line++) {
                StatementRow row = row(random);
                String fact = random.nextInt(3) == 0 ? "shared " + row : file + line;
                boolean told = tellings.stream().anyMatch(t -> t.fact().equals(Told.fact(fact)));
                if (!told || tellings.stream().noneMatch(t -> t.file().equals(Told.file(file)))) {
                    tellings.add(telling(fact, file, random.nextInt(3), line, row));
                }
            }
        }
        return tellings;
    }

    private static StatementRow row(Random random) {
        Instrument instrument = List.of(ALFA, BARE, OTHER).get(random.nextInt(3));
        if (random.nextInt(4) == 0) {
            return List.of(dividend(JANUARY_10, instrument, "71.4", "after tax"), tax(JANUARY_10, instrument, "-12.6"))
                    .get(random.nextInt(2));
        }
        if (random.nextInt(3) == 0) {
            return dividend(JANUARY_10, instrument, "84", "text " + random.nextInt(2));
        }
        Told.TradeRow row = trade(JANUARY_10, instrument, String.valueOf(1 + random.nextInt(3)), "9");
        return random.nextBoolean() ? row.order().row() : row.row();
    }
}

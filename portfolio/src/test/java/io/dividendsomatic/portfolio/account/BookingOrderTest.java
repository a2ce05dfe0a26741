package io.dividendsomatic.portfolio.account;

import static io.dividendsomatic.portfolio.account.Telling.ALFA;
import static io.dividendsomatic.portfolio.account.Telling.statement;
import static io.dividendsomatic.portfolio.account.Transactions.atRate;
import static io.dividendsomatic.portfolio.account.Transactions.dividend;
import static io.dividendsomatic.portfolio.account.Transactions.leg;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.events.AccountEvent;
import io.dividendsomatic.portfolio.events.TransactionsBooked;
import io.dividendsomatic.portfolio.kernel.FactId;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.statement.CashDividend;
import io.dividendsomatic.portfolio.statement.FxConversion;
import io.dividendsomatic.portfolio.statement.InstrumentDetail;
import io.dividendsomatic.portfolio.statement.RecordStatement;
import io.dividendsomatic.portfolio.statement.StatementRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever files overlap, and in whatever order they come: the same facts, with the same files telling the same of them. */
class BookingOrderTest {
    private static final int FILES = 5;
    private static final int ORDERS = 12;

    /** What each file says of a fact. */
    private record Said(List<Integer> lines, StatementRow row) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void any_order_of_files_tells_the_same(long seed) {
        Random random = new Random(seed);
        List<RecordStatement> files = IntStream.range(0, FILES)
                .mapToObj(n -> statement("file-" + n, random.nextInt(3), rows(random)))
                .toList();
        Map<FactId, Map<FileId, Said>> expected = tellings(files);
        assertThat(expected).hasSize(facts(files));
        for (int order = 0; order < ORDERS; order++) {
            List<RecordStatement> shuffled = new ArrayList<>(files);
            Collections.shuffle(shuffled, random);
            assertThat(tellings(shuffled)).isEqualTo(expected);
        }
    }

    /**
     * Rows without a number and often identical; numbered ones, at times corrected; pairs of legs: both or none; some
     * with a list of instruments.
     */
    private static StatementRow[] rows(Random random) {
        List<StatementRow> rows = new ArrayList<>();
        for (int n = random.nextInt(30); n > 0; n--) {
            rows.add(view(random, dividend("" + random.nextInt(1, 8))));
        }
        for (int number = 1; number <= 20; number++) {
            if (random.nextBoolean()) {
                rows.add(view(random, dividend("80" + number, random.nextInt(6) == 0 ? "102" : "120")));
            }
            if (random.nextBoolean()) {
                rows.add(leg("70" + number, "-1000", "EUR"));
                rows.add(leg("70" + number, "1100", "USD"));
            }
        }
        if (random.nextBoolean()) {
            rows.add(new InstrumentDetail(
                    new Instrument("ALFA", ALFA.isin(), "ALFA TRUST", null, null, null, null, "STK", null)));
        }
        Collections.shuffle(rows, random);
        return rows.toArray(StatementRow[]::new);
    }

    private static StatementRow view(Random random, CashDividend paid) {
        return random.nextInt(4) == 0 ? atRate("0.84", paid) : paid;
    }

    /** By the rule itself: of equal rows without a number the greatest count of any file; else the distinct numbers. */
    private static int facts(List<RecordStatement> files) {
        Map<String, Long> greatest = new HashMap<>();
        for (RecordStatement file : files) {
            file.rows().stream()
                    .filter(line -> RowUse.of(line.row()) == RowUse.BOOKS)
                    .collect(groupingBy(line -> key(line.row()), counting()))
                    .forEach((key, count) -> greatest.merge(key, count, Math::max));
        }
        return (int) greatest.values().stream().mapToLong(count -> count).sum();
    }

    private static String key(StatementRow row) {
        return switch (row) {
            case CashDividend paid -> {
                String number = paid.movement().references().transaction();
                yield number != null
                        ? "number " + number
                        : "amount " + paid.movement().amount();
            }
            case FxConversion leg -> "trade " + leg.references().trade();
            default -> throw new AssertionError(row);
        };
    }

    private static Map<FactId, Map<FileId, Said>> tellings(List<RecordStatement> files) {
        AccountState state = new AccountState();
        Map<FactId, StatementRow> first = new HashMap<>();
        Map<FactId, Map<FileId, Said>> tellings = new TreeMap<>();
        for (RecordStatement file : files) {
            for (AccountEvent event : Statements.decide(file, state)) {
                state.evolve(event);
                if (event instanceof TransactionsBooked told) {
                    told.booked().forEach(fact -> {
                        assertThat(first.put(fact.fact(), fact.row())).isNull();
                        say(tellings, told, fact.fact(), new Said(fact.lines(), fact.row()));
                    });
                    told.retold()
                            .forEach(fact -> say(
                                    tellings,
                                    told,
                                    fact.fact(),
                                    new Said(fact.lines(), requireNonNull(first.get(fact.fact())))));
                    told.restated()
                            .forEach(fact -> say(tellings, told, fact.fact(), new Said(fact.lines(), fact.row())));
                }
            }
        }
        return tellings;
    }

    private static void say(Map<FactId, Map<FileId, Said>> tellings, TransactionsBooked told, FactId fact, Said said) {
        assertThat(tellings.computeIfAbsent(fact, f -> new TreeMap<>()).put(told.file(), said))
                .isNull();
    }
}

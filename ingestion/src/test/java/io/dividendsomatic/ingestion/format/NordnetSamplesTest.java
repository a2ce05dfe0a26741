package io.dividendsomatic.ingestion.format;

import static io.dividendsomatic.ingestion.format.Arrivals.facts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dividendsomatic.ingestion.events.FileEvent;
import io.dividendsomatic.ingestion.events.FileParsed;
import io.dividendsomatic.ingestion.events.RowCounts;
import io.dividendsomatic.ingestion.events.RowParsed;
import io.dividendsomatic.portfolio.statement.CorporateAction;
import io.dividendsomatic.portfolio.statement.Fee;
import io.dividendsomatic.portfolio.statement.Trade;
import io.dividendsomatic.portfolio.statement.Transfer;
import io.dividendsomatic.portfolio.statement.Withdrawal;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads Nordnet files of other projects, where the environment names their folder. */
class NordnetSamplesTest {
    private static final String FOLDER = Objects.requireNonNullElse(System.getenv("DIVIDENDSOMATIC_SAMPLES"), "");
    private static final String FINNISH = "jaantaponen__verotunkki__transactionsNordnet";

    @BeforeEach
    void needs_the_samples() {
        assumeTrue(!FOLDER.isEmpty(), "skipped: DIVIDENDSOMATIC_SAMPLES names no folder of samples");
    }

    @Test
    void a_finnish_export_has_the_sums_that_its_cells_have() throws IOException {
        List<FileEvent> events = read(FINNISH);
        assertThat(Arrivals.parsed(events).rows()).isEqualTo(new RowCounts(38, 38, 0, 0));
        assertThat(settled(events, trade -> trade.quantity().value().signum() > 0))
                .isEqualByComparingTo("-50148.45");
        assertThat(settled(events, trade -> trade.quantity().value().signum() < 0))
                .isEqualByComparingTo("51507.41");
        assertThat(facts(events, Withdrawal.class)
                        .map(row -> row.movement().amount().amount().value()))
                .containsExactly(new BigDecimal("-4592"));
        assertThat(facts(events, Transfer.class)
                        .map(row -> Objects.requireNonNull(row.marketValue())
                                .amount()
                                .value()))
                .containsExactly(new BigDecimal("4592"));
        assertThat(facts(events, Fee.class)
                        .map(row -> row.movement().amount().amount().value()))
                .containsExactly(new BigDecimal("-2.5"));
        assertThat(facts(events, CorporateAction.class)).hasSize(4);
    }

    /** Its column of gains sums figures of several currencies to −3427.08; ours are in euros where the file tells no other. */
    @Test
    void each_row_of_a_finnish_export_is_that_of_its_origin() throws IOException {
        List<RowParsed> rows = Arrivals.verdicts(read(FINNISH)).stream()
                .map(RowParsed.class::cast)
                .toList();
        JsonNode expected = JsonMapper.shared()
                .readTree(Path.of(FOLDER, "expected", FINNISH + ".json").toFile());
        BigDecimal gains = BigDecimal.ZERO;
        for (int i = 0; i < expected.size(); i++) {
            JsonNode row = expected.get(i);
            BigDecimal gain = number(row.get("Tulos"));
            gains = gains.add(gain);
            if (rows.get(i).facts().getFirst() instanceof Trade trade) {
                BigDecimal rate = number(row.get("Vaihtokurssi"));
                assertThat(trade.references().transaction())
                        .isEqualTo(row.get("Id").asString());
                assertThat(trade.references().event())
                        .isEqualTo(row.get("Vahvistusnumero").asString());
                assertThat(trade.when().date()).isEqualTo(day(row.get("Kauppapaiva")));
                assertThat(trade.when().settleDate()).isEqualTo(day(row.get("Maksupaiva")));
                assertThat(trade.instrument().name())
                        .isEqualTo(row.get("Arvopaperi").asString());
                assertThat(String.valueOf(trade.instrument().isin()))
                        .isEqualTo(row.get("ISIN").asString());
                assertThat(Objects.requireNonNull(trade.price()).value())
                        .isEqualByComparingTo(number(row.get("Kurssi")).multiply(rate));
                assertThat(
                                trade.statedGain() == null
                                        ? BigDecimal.ZERO
                                        : trade.statedGain().value())
                        .isEqualByComparingTo(gain.multiply(rate));
            }
        }
        assertThat(rows).hasSize(expected.size());
        assertThat(gains).isEqualByComparingTo("-3427.08");
    }

    @Test
    void norwegian_samples_are_read_in_either_style_of_numbers() throws IOException {
        assertThat(facts(read("Azh-iq__LifeDash__test-nordnet"), Trade.class).map(Trade::quantity))
                .hasSize(2);
        assertThat(Arrivals.parsed(read("Azh-iq__LifeDash__test-nordnet-norwegian"))
                        .ignored())
                .containsKey("CANCELLED: 2025-01-08");
        FileParsed shifted = Arrivals.parsed(read("Azh-iq__LifeDash__sample-nordnet"));
        assertThat(shifted.rows()).isEqualTo(new RowCounts(5, 3, 2, 0));
    }

    private static BigDecimal settled(List<FileEvent> events, Predicate<Trade> which) {
        return facts(events, Trade.class)
                .filter(which)
                .map(trade -> Objects.requireNonNull(trade.settled()).amount().value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal number(@Nullable JsonNode cell) {
        return cell == null
                ? BigDecimal.ZERO
                : NumberStyle.COMMA.parse(cell.asString().replace('.', ',')).orElse(BigDecimal.ZERO);
    }

    /** Its origin writes days as the moments at which they begin in Finland. */
    private static LocalDate day(JsonNode cell) {
        return LocalDate.ofInstant(Instant.parse(cell.asString()), ZoneId.of("Europe/Helsinki"));
    }

    private static List<FileEvent> read(String name) throws IOException {
        Path file = Path.of(FOLDER, "nordnet", name + ".csv");
        return Arrivals.read(name, Files.readAllBytes(file), null);
    }
}

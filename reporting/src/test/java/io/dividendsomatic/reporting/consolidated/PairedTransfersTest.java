package io.dividendsomatic.reporting.consolidated;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.fx.Fx;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.Isin;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PairedTransfersTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");

    private static LocalDate day(int day) {
        return LocalDate.of(2031, 3, day);
    }

    private static Track track(String account, int day, String units, String value, int pricedOn) {
        AccountId of = AccountId.parse(account);
        Evidence evidence =
                new Evidence(new Isin("FI0000000011"), "KUUSI", new BigDecimal(units), null, day(pricedOn), List.of());
        BigDecimal worth = new BigDecimal(value);
        Flow flow = new Flow(of, day(day), FlowKind.TRANSFER_OF_UNITS, EUR, worth, null, 1, evidence);
        return new Track(of, new TreeMap<>(), List.of(new Converted(flow, Fx.identity(day(day)), worth)));
    }

    private static List<String> values(Track... tracks) {
        return PairedTransfers.in(List.of(tracks)).stream()
                .flatMap(track -> Stream.of(track.flows().getFirst()))
                .map(flow -> Objects.requireNonNull(flow.value()).toPlainString())
                .toList();
    }

    @Test
    void both_sides_of_a_transfer_are_worth_what_the_fresher_price_says() {
        assertThat(values(track("nordnet:1", 20, "-50", "-900", 2), track("lynx:2", 22, "50", "1000", 21)))
                .containsExactly("-1000", "1000");
        assertThat(values(track("nordnet:1", 20, "-50", "-900", 19), track("lynx:2", 22, "50", "1000", 3)))
                .containsExactly("-900", "900");
    }

    @Test
    void other_units_or_days_are_another_transfer() {
        assertThat(values(track("nordnet:1", 20, "-50", "-900", 2), track("lynx:2", 22, "51", "1000", 21)))
                .containsExactly("-900", "1000");
        assertThat(values(track("nordnet:1", 1, "-50", "-900", 1), track("lynx:2", 22, "50", "1000", 21)))
                .containsExactly("-900", "1000");
    }
}

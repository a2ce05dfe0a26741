package io.dividendsomatic.portfolio.holdings.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FxResolutionTest {
    private static final AccountId ONE = AccountId.parse("ibkr:U0000001");
    private static final AccountId OTHER = AccountId.parse("nordnet:10000001");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final CurrencyCode SEK = new CurrencyCode("SEK");
    private static final LocalDate MARCH_1 = LocalDate.of(2031, 3, 1);
    private static final LocalDate MARCH_3 = LocalDate.of(2031, 3, 3);

    private final Table table = new Table();

    @Test
    void a_currency_needs_no_rate_to_itself() {
        assertThat(to(EUR).rate(EUR, List.of(ONE)))
                .isEqualTo(new Fx(Fx.Status.KNOWN, BigDecimal.ONE, MARCH_3, "identity"));
    }

    @Test
    void without_any_rate_it_is_missing_and_never_one() {
        table.base(ONE, EUR);
        assertThat(to(EUR).rate(USD, List.of(ONE))).isEqualTo(Fx.MISSING);
        assertThat(Fx.MISSING.convert(BigDecimal.TEN)).isEmpty();
    }

    @Test
    void the_own_account_outranks_a_newer_rate_of_another() {
        table.base(ONE, EUR).rate(ONE, USD, MARCH_1, "0.84");
        table.base(OTHER, EUR).rate(OTHER, USD, MARCH_3, "0.85");
        assertThat(to(EUR).rate(USD, List.of(ONE))).isEqualTo(known("0.84", MARCH_1, ONE));
    }

    @Test
    void another_account_helps_where_the_own_one_tells_nothing() {
        table.base(ONE, EUR).rate(ONE, USD, MARCH_1, "0.84");
        assertThat(to(EUR).rate(USD, List.of(OTHER))).isEqualTo(known("0.84", MARCH_1, ONE));
    }

    @Test
    void of_two_own_accounts_the_newer_rate_counts_and_of_equal_ones_the_first_account() {
        table.base(ONE, EUR).rate(ONE, USD, MARCH_1, "0.84");
        table.base(OTHER, EUR).rate(OTHER, USD, MARCH_3, "0.85");
        assertThat(to(EUR).rate(USD, List.of(ONE, OTHER))).isEqualTo(known("0.85", MARCH_3, OTHER));
        table.rate(ONE, USD, MARCH_3, "0.86");
        assertThat(to(EUR).rate(USD, List.of(OTHER, ONE))).isEqualTo(known("0.86", MARCH_3, ONE));
    }

    @Test
    void the_way_leads_across_the_base_currency() {
        table.base(ONE, SEK).rate(ONE, USD, MARCH_3, "9").rate(ONE, EUR, MARCH_1, "12");
        assertThat(to(EUR).rate(USD, List.of(ONE))).isEqualTo(known("0.75", MARCH_1, ONE));
    }

    @Test
    void the_base_currency_itself_is_converted_by_the_reporting_currencys_rate() {
        table.base(ONE, EUR).rate(ONE, USD, MARCH_3, "0.84");
        assertThat(to(USD).rate(EUR, List.of(ONE))).isEqualTo(known("1.190476190476190", MARCH_3, ONE));
    }

    @Test
    void a_rate_to_an_unknown_base_is_no_rate() {
        table.rate(ONE, USD, MARCH_3, "0.84");
        assertThat(to(EUR).rate(USD, List.of(ONE))).isEqualTo(Fx.MISSING);
    }

    @Test
    void the_base_that_the_file_tells_outranks_the_accounts() {
        table.base(ONE, SEK).rates.put(ONE + " USD", new RatesToBase.Stated(MARCH_3, FxRate.of("0.84"), EUR));
        assertThat(to(EUR).rate(USD, List.of(ONE))).isEqualTo(known("0.84", MARCH_3, ONE));
        assertThat(to(SEK).rate(USD, List.of(ONE))).isEqualTo(Fx.MISSING);
    }

    private FxResolution to(CurrencyCode reporting) {
        return new FxResolution(table, reporting, MARCH_3);
    }

    private static Fx known(String rate, LocalDate date, AccountId source) {
        return Fx.known(new BigDecimal(rate).stripTrailingZeros(), date, source.toString());
    }

    private static final class Table implements RatesToBase {
        private final Map<AccountId, CurrencyCode> bases = new HashMap<>();
        private final Map<String, Stated> rates = new HashMap<>();

        Table base(AccountId account, CurrencyCode base) {
            bases.put(account, base);
            return this;
        }

        Table rate(AccountId account, CurrencyCode currency, LocalDate date, String rate) {
            rates.put(account + " " + currency, new Stated(date, FxRate.of(rate), null));
            return this;
        }

        @Override
        public List<AccountId> accounts() {
            return List.of(ONE, OTHER);
        }

        @Override
        public Optional<CurrencyCode> base(AccountId account) {
            return Optional.ofNullable(bases.get(account));
        }

        @Override
        public Optional<Stated> newest(AccountId account, CurrencyCode currency) {
            return Optional.ofNullable(rates.get(account + " " + currency));
        }
    }
}

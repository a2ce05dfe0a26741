package io.dividendsomatic.portfolio.fx;

import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FileId;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.SourceRef;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FxBookTest {
    private static final AccountId ONE = AccountId.parse("ibkr:U0000001");
    private static final AccountId OTHER = AccountId.parse("nordnet:10000001");
    private static final AccountId THIRD = AccountId.parse("nordnet:10000002");
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode USD = new CurrencyCode("USD");
    private static final CurrencyCode SEK = new CurrencyCode("SEK");
    private static final LocalDate DAY = LocalDate.of(2031, 3, 12);
    private static final FileId FILE = FileId.of("file".getBytes(StandardCharsets.UTF_8));

    private final Map<AccountId, CurrencyCode> bases = new HashMap<>();
    private final List<StatedFx> stated = new ArrayList<>();
    private final List<ReferenceFx> published = new ArrayList<>();

    @Test
    void a_currency_needs_no_rate_to_itself() {
        assertThat(resolve(EUR, EUR, null).fx()).isEqualTo(new Fx(Fx.Status.KNOWN, BigDecimal.ONE, DAY, "identity"));
    }

    @Test
    void without_any_rate_it_is_missing_and_never_one() {
        base(ONE, EUR);
        assertThat(resolve(USD, EUR, null)).isEqualTo(ResolvedFx.MISSING);
        assertThat(Fx.MISSING.convert(BigDecimal.TEN)).isEmpty();
    }

    @Test
    void each_step_counts_only_where_those_before_it_tell_nothing() {
        base(ONE, EUR).base(OTHER, EUR);
        ecb(DAY, "USD", "1.25");
        assertKnown(resolve(USD, EUR, null), "0.8", DAY, "ECB", Step.REFERENCE);
        manual(DAY, USD, EUR, "0.81");
        assertKnown(resolve(USD, EUR, null), "0.81", DAY, "manual", Step.MANUAL);
        told(OTHER, USD, DAY, "0.82");
        assertKnown(resolve(USD, EUR, null), "0.82", DAY, OTHER.toString(), Step.OTHER_ACCOUNT);
        told(ONE, USD, DAY, "0.83");
        assertKnown(resolve(USD, EUR, null), "0.83", DAY, ONE.toString(), Step.SAME_ACCOUNT);
        assertKnown(resolve(USD, EUR, "0.84"), "0.84", DAY, ONE.toString(), Step.OWN);
    }

    @Test
    void an_accounts_rate_counts_on_its_day_alone() {
        base(ONE, EUR).told(ONE, USD, DAY.minusDays(1), "0.84").told(ONE, USD, DAY.plusDays(1), "0.85");
        assertThat(resolve(USD, EUR, null)).isEqualTo(ResolvedFx.MISSING);
    }

    @Test
    void a_reference_counts_for_seven_days_and_says_of_which_day_it_is() {
        ecb(DAY.minusDays(8), "USD", "2").ecb(DAY.minusDays(8), "SEK", "10");
        assertThat(resolve(USD, EUR, null)).isEqualTo(ResolvedFx.MISSING);
        ecb(DAY.minusDays(7), "USD", "1.25").ecb(DAY.plusDays(1), "USD", "4");
        assertKnown(resolve(USD, EUR, null), "0.8", DAY.minusDays(7), "ECB", Step.REFERENCE);
        assertThat(resolve(SEK, EUR, null)).isEqualTo(ResolvedFx.MISSING);
        manual(DAY.minusDays(7), SEK, EUR, "0.09");
        assertKnown(resolve(SEK, EUR, null), "0.09", DAY.minusDays(7), "manual", Step.MANUAL);
    }

    @Test
    void a_reference_leads_both_ways_and_across_its_base_on_one_day() {
        ecb(DAY.minusDays(1), "USD", "1.2").ecb(DAY.minusDays(1), "SEK", "12").ecb(DAY, "SEK", "13");
        assertKnown(resolve(EUR, USD, null), "1.2", DAY.minusDays(1), "ECB", Step.REFERENCE);
        assertKnown(resolve(SEK, USD, null), "0.1", DAY.minusDays(1), "ECB", Step.REFERENCE);
        assertThat(resolve(SEK, USD, null).sources()).hasSize(2);
    }

    @Test
    void the_way_leads_across_the_base_currency_of_one_account() {
        base(ONE, SEK).told(ONE, USD, DAY, "9").told(ONE, EUR, DAY, "12");
        assertKnown(resolve(USD, EUR, null), "0.75", DAY, ONE.toString(), Step.SAME_ACCOUNT);
    }

    @Test
    void the_base_currency_itself_is_converted_by_the_reporting_currencys_rate() {
        base(ONE, EUR).told(ONE, USD, DAY, "0.84");
        assertKnown(resolve(EUR, USD, null), "1.19047619047619", DAY, ONE.toString(), Step.SAME_ACCOUNT);
    }

    @Test
    void a_way_to_the_base_currency_is_completed_by_the_next_that_leads_on() {
        base(ONE, SEK).base(OTHER, EUR).ecb(DAY.minusDays(2), "SEK", "12.5");
        assertKnown(resolve(USD, EUR, "9"), "0.72", DAY.minusDays(2), ONE + " + ECB", Step.REFERENCE);
        told(ONE, USD, DAY, "10");
        assertKnown(resolve(USD, EUR, null), "0.8", DAY.minusDays(2), ONE + " + ECB", Step.REFERENCE);
        told(OTHER, SEK, DAY, "0.09");
        assertKnown(resolve(USD, EUR, "9"), "0.81", DAY, ONE + " + " + OTHER, Step.OTHER_ACCOUNT);
        told(ONE, EUR, DAY, "12");
        assertKnown(resolve(USD, EUR, "9"), "0.75", DAY, ONE.toString(), Step.SAME_ACCOUNT);
    }

    @Test
    void what_the_user_states_is_completed_by_a_central_bank() {
        manual(DAY, USD, SEK, "10").ecb(DAY, "SEK", "12.5");
        assertKnown(resolve(USD, EUR, null), "0.8", DAY, "manual + ECB", Step.REFERENCE);
    }

    @Test
    void another_account_that_leads_there_alone_outranks_one_that_needs_help() {
        base(OTHER, SEK).base(THIRD, EUR).ecb(DAY, "SEK", "12.5");
        told(OTHER, USD, DAY, "10").told(THIRD, USD, DAY, "0.81");
        assertKnown(resolve(USD, EUR, null), "0.81", DAY, THIRD.toString(), Step.OTHER_ACCOUNT);
    }

    @Test
    void of_equal_others_the_first_in_order_tells() {
        base(OTHER, EUR).base(THIRD, EUR).told(THIRD, USD, DAY, "0.81").told(OTHER, USD, DAY, "0.82");
        assertKnown(resolve(USD, EUR, null), "0.82", DAY, OTHER.toString(), Step.OTHER_ACCOUNT);
    }

    @Test
    void a_rate_to_an_unknown_base_is_no_rate() {
        told(ONE, USD, DAY, "0.84");
        assertThat(resolve(USD, EUR, "0.85")).isEqualTo(ResolvedFx.MISSING);
    }

    @Test
    void the_base_that_the_file_tells_outranks_the_accounts() {
        base(ONE, SEK);
        stated.add(new StatedFx(ONE, USD, DAY, FxRate.of("0.84"), EUR, new SourceRef(FILE, 1)));
        assertKnown(resolve(USD, EUR, null), "0.84", DAY, ONE.toString(), Step.SAME_ACCOUNT);
        assertThat(resolve(USD, SEK, null)).isEqualTo(ResolvedFx.MISSING);
    }

    @Test
    void of_two_that_one_account_states_for_a_day_the_last_is_right() {
        base(ONE, EUR).told(ONE, USD, DAY, "0.84").told(ONE, USD, DAY, "0.85");
        assertKnown(resolve(USD, EUR, null), "0.85", DAY, ONE.toString(), Step.SAME_ACCOUNT);
    }

    @Test
    void an_own_rate_of_the_base_currency_itself_says_nothing() {
        base(ONE, EUR).ecb(DAY, "USD", "1.25");
        assertKnown(resolve(EUR, USD, "1"), "1.25", DAY, "ECB", Step.REFERENCE);
    }

    private ResolvedFx resolve(CurrencyCode from, CurrencyCode to, @Nullable String own) {
        return new FxBook(bases, stated, published).resolve(ONE, from, to, DAY, own == null ? null : FxRate.of(own));
    }

    private static void assertKnown(ResolvedFx found, String rate, LocalDate date, String source, Step step) {
        assertThat(found.fx()).isEqualTo(new Fx(Fx.Status.KNOWN, new BigDecimal(rate), date, source));
        assertThat(found.step()).isEqualTo(step);
    }

    private FxBookTest base(AccountId account, CurrencyCode base) {
        bases.put(account, base);
        return this;
    }

    private FxBookTest told(AccountId account, CurrencyCode currency, LocalDate day, String rate) {
        stated.add(new StatedFx(account, currency, day, FxRate.of(rate), null, new SourceRef(FILE, stated.size() + 2)));
        return this;
    }

    private FxBookTest ecb(LocalDate day, String currency, String rate) {
        return published("ECB", day, EUR, new CurrencyCode(currency), rate);
    }

    private FxBookTest manual(LocalDate day, CurrencyCode from, CurrencyCode to, String rate) {
        return published(ReferenceFx.MANUAL, day, from, to, rate);
    }

    private FxBookTest published(String by, LocalDate day, CurrencyCode base, CurrencyCode currency, String rate) {
        SourceRef source = new SourceRef(FILE, published.size() + 2);
        published.add(new ReferenceFx(by, day, base, currency, FxRate.of(rate), source));
        return this;
    }
}

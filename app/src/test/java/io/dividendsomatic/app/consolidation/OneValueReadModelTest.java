package io.dividendsomatic.app.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.portfolio.holdings.HoldingsOn;
import io.dividendsomatic.portfolio.holdings.Valuing.Basis;
import io.dividendsomatic.portfolio.holdings.projection.HoldingsReadModel;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.Amount;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.statement.Deposit;
import io.dividendsomatic.reporting.allocation.By;
import io.dividendsomatic.reporting.consolidated.AccountCourse;
import io.dividendsomatic.reporting.consolidated.Quality;
import io.dividendsomatic.reporting.consolidated.Summary;
import io.dividendsomatic.reporting.history.HistoryReport.Point;
import io.dividendsomatic.reporting.history.Interval;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a position has one value wherever it is asked for, on either database. Every test has accounts of its own. */
abstract class OneValueReadModelTest extends ToldCourses {

    @Test
    void what_is_held_between_reports_has_one_value_in_every_report() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6500004");
        tell(march(account).toArray(ToldFile[]::new));

        for (int ofMarch : List.of(4, 10, 12, 28)) {
            HoldingsOn question = new HoldingsOn(day(ofMarch), LATER, List.of(account), USD);
            Point point =
                    histories.answer(question, null, Interval.DAY).points().getLast();
            Summary summary = portfolios.answer(question).totals();
            assertThat(summary.marketValue()).isEqualByComparingTo(point.marketValue());
            assertThat(summary.quality()).isEqualTo(point.quality());
            assertThat(allocations
                            .answer(question, By.CURRENCY, false)
                            .allocation()
                            .total())
                    .isEqualByComparingTo(point.marketValue());
            assertThat(instruments
                            .answer(question, ALFA_ISIN)
                            .orElseThrow()
                            .totals()
                            .marketValue())
                    .isEqualByComparingTo(point.marketValue());
        }
        HoldingsOn sold = new HoldingsOn(day(12), LATER, List.of(account), USD);
        assertThat(instruments.answer(sold, ALFA_ISIN).orElseThrow().positions())
                .singleElement()
                .satisfies(held -> {
                    assertThat(held.marketValue()).isEqualTo(Amount.of("720"));
                    assertThat(held.basis()).isEqualTo(new Basis(day(12), "TRADE"));
                    assertThat(held.quality()).isEqualTo(Quality.RECONSTRUCTED);
                });
    }

    @Test
    void what_a_vendor_lists_counts_where_the_account_knows_nothing_newer() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6500005");
        Instrument beta =
                new Instrument("BETA", new Isin("US000000BB22"), "BETA TRUST", null, null, null, null, "STK", null);
        tell(file(account, "both", 1, trade(4, beta, "B1", "10", "10"), trade(12, "A1", "1", "5")));
        HoldingsOn question = new HoldingsOn(day(12), LATER, List.of(account), USD);
        assertThat(portfolios.answer(question).totals().marketValue()).isEqualByComparingTo("105");
        assertThat(portfolios.answer(question).totals().quality()).isEqualTo(Quality.STALE_PRICE);

        list("US000000BB22", day(8), "13", "2031-03-08T22:00:00Z");
        list("US000000BB22", day(9), "1300", "2031-05-09T22:00:00Z"); // a split later

        assertThat(portfolios.answer(question).totals().marketValue()).isEqualByComparingTo("135");
        assertThat(portfolios.answer(question).totals().quality()).isEqualTo(Quality.RECONSTRUCTED);
        assertThat(histories
                        .answer(question, null, Interval.DAY)
                        .points()
                        .getLast()
                        .marketValue())
                .isEqualByComparingTo("135");
    }

    private void list(String isin, LocalDate day, String price, String recordedAt) {
        jdbc.sql("INSERT INTO holdings_reference_price (generation, isin, price_date, publisher, currency, stated_at,"
                        + " precedence, file_id, line, price, recorded_at)"
                        + " VALUES (?, ?, ?, 'vendor', 'USD', ?, 1, ?, 1, ?, ?)")
                .params(
                        generations.active(HoldingsReadModel.NAME),
                        isin,
                        day,
                        Instant.parse(recordedAt).atOffset(ZoneOffset.UTC),
                        "0".repeat(64),
                        new BigDecimal(price),
                        Instant.parse(recordedAt).atOffset(ZoneOffset.UTC))
                .update();
    }

    @Test
    void a_file_that_is_read_anew_leaves_the_course_as_if_it_had_been_read_so_at_first() throws Exception {
        AccountId account = AccountId.parse("ibkr:U6500006");
        AccountId plain = AccountId.parse("ibkr:U6500007");
        List<ToldFile> all = march(account);
        tell(all.toArray(ToldFile[]::new));
        AccountCourse before = course(account, LATER);
        Instant then = Clock.systemUTC().instant();
        await().until(() -> Clock.systemUTC().instant().isAfter(then.plusMillis(2)));
        ToldFile sold = file(account, "sold", 5, trade(12, "T2", "-30", "12"), new Deposit(moved(13, "7")));
        assertThat(sold.id()).isEqualTo(all.get(4).id());
        files.deliver(sold);
        assertThat(rereading.reread(sold.id(), null).changed()).isTrue();
        List<ToldFile> others = new ArrayList<>(march(plain));
        others.set(4, file(plain, "sold", 5, trade(12, "T2", "-30", "12"), new Deposit(moved(13, "7"))));
        tell(others.toArray(ToldFile[]::new));
        String right = told(course(plain, LATER));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(told(course(account, LATER))).isEqualTo(right));
        assertThat(course(account, then)).isEqualTo(before);
    }
}

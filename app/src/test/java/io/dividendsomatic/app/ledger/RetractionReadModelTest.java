package io.dividendsomatic.app.ledger;

import static io.dividendsomatic.app.ledger.Rows.ALFA;
import static io.dividendsomatic.app.ledger.Rows.day;
import static io.dividendsomatic.app.ledger.Rows.dividend;
import static io.dividendsomatic.app.ledger.Rows.file;
import static io.dividendsomatic.app.ledger.Rows.position;
import static io.dividendsomatic.app.ledger.Rows.trade;
import static org.assertj.core.api.Assertions.assertThat;

import io.dividendsomatic.app.holdings.ToldFile;
import io.dividendsomatic.ingestion.intake.Receipt;
import io.dividendsomatic.ingestion.journal.ImportEntry;
import io.dividendsomatic.ingestion.journal.ImportEntry.Status;
import io.dividendsomatic.portfolio.fx.FxRates;
import io.dividendsomatic.portfolio.holdings.AccountSnapshot;
import io.dividendsomatic.portfolio.holdings.Snapshots;
import io.dividendsomatic.portfolio.instruments.InstrumentLine;
import io.dividendsomatic.portfolio.kernel.AccountId;
import io.dividendsomatic.portfolio.kernel.CurrencyCode;
import io.dividendsomatic.portfolio.kernel.FxRate;
import io.dividendsomatic.portfolio.kernel.Instrument;
import io.dividendsomatic.portfolio.kernel.Isin;
import io.dividendsomatic.portfolio.statement.FxRateToBase;
import io.dividendsomatic.portfolio.statement.ReferenceRate;
import io.dividendsomatic.portfolio.statement.StatementDetail;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Pageable;

/** What is left when files are taken back, on either database. Every test has accounts of its own. */
abstract class RetractionReadModelTest extends RereadReadModelTest {
    private static final CurrencyCode EUR = new CurrencyCode("EUR");
    private static final CurrencyCode XPF = new CurrencyCode("XPF");

    @Autowired
    FxRates rates;

    @Test
    void what_is_left_equals_what_was_told_without_the_files_that_were_taken_back() throws Exception {
        long seed = 20_310_404L;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 4; round++) {
            AccountId changed = AccountId.parse("changed" + round + ":U1");
            AccountId plain = AccountId.parse("plain" + round + ":U1");
            List<ToldFile> all = new ArrayList<>(life(changed));
            Set<String> gone = new HashSet<>();
            Collections.shuffle(all, random);
            List<ToldFile> told = new ArrayList<>();
            for (ToldFile file : all) {
                tell(file);
                told.add(file);
                ToldFile some = told.get(random.nextInt(told.size()));
                if (random.nextBoolean()) {
                    if (gone.add(some.name())) {
                        retract(some);
                    } else {
                        gone.remove(some.name());
                        restore(some);
                    }
                }
                if (random.nextBoolean()) {
                    picture(changed, told);
                }
            }
            if (gone.isEmpty()) {
                gone.add(all.getFirst().name());
                retract(all.getFirst());
            }
            List<ToldFile> rest = new ArrayList<>(life(plain).stream()
                    .filter(file -> !gone.contains(file.name()))
                    .toList());
            Collections.shuffle(rest, random);
            tell(rest.toArray(ToldFile[]::new));

            assertThat(gone).as("round %s", round).isNotEmpty().hasSizeLessThan(all.size());
            same(picture(changed, all), picture(plain, rest), "seed " + seed + " round " + round + " without " + gone);

            for (ToldFile file : all) {
                restore(file);
            }
            AccountId whole = AccountId.parse("whole" + round + ":U1");
            tell(life(whole).toArray(ToldFile[]::new));
            same(picture(changed, all), picture(whole, life(whole)), "seed " + seed + " round " + round + " with all");
            assertThat(audit.replay(changed, day(31), LATER).matchesSnapshot()).isTrue();
        }
    }

    @Test
    void a_day_that_only_one_file_told_is_gone_and_stays_as_it_was_known() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200001");
        ToldFile only = file(account, "only", 1, position(4, ALFA, "10", "90"));
        tell(only);
        Instant before = moment();
        retract(only);
        Instant between = moment();

        assertThat(held.newest(account, day(31), LATER)).isEmpty();
        assertThat(held.of(account, day(4), null, LATER)).isEmpty();
        assertThat(quantities(account, before)).containsExactly("10");
        assertThat(quantities(account, LATER)).isEmpty();
        assertThat(accounts.known(LATER)).doesNotContain(account);
        assertThat(accounts.known(before)).contains(account);
        assertThat(audit.replay(account, day(31), LATER).matchesSnapshot()).isTrue();
        assertThat(audit.replay(account, day(31), before).matchesSnapshot()).isTrue();
        List<Snapshots.Line> history =
                snapshots.list(account, day(31), LATER, Pageable.unpaged()).getContent();
        assertThat(history).hasSize(1);
        assertThat(history.getFirst().supersededAt()).isBetween(before, between);
        assertThat(snapshots.version(account, day(4), 1, LATER)).isPresent();

        restore(only);
        assertThat(quantities(account, LATER)).containsExactly("10");
        assertThat(quantities(account, between)).isEmpty();
        assertThat(quantities(account, before)).containsExactly("10");
        assertThat(audit.replay(account, day(31), between).matchesSnapshot()).isTrue();
        assertThat(audit.replay(account, day(31), LATER).matchesSnapshot()).isTrue();
    }

    @Test
    void the_days_next_version_becomes_current() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200002");
        ToldFile first = file(account, "first", 1, position(4, ALFA, "10", "90"));
        ToldFile bad = file(account, "bad", 2, position(4, ALFA, "1000", "90"));
        tell(first, bad);
        Instant before = moment();
        retract(bad);

        AccountSnapshot now = held.newest(account, day(31), LATER).orElseThrow();
        assertThat(now.version()).isEqualTo(1);
        assertThat(now.fileId()).isEqualTo(first.id());
        assertThat(now.supersededAt()).isNull();
        assertThat(held.newest(account, day(31), before).orElseThrow().version())
                .isEqualTo(2);
        assertThat(audit.replay(account, day(31), LATER).matchesSnapshot()).isTrue();

        ToldFile corrected = file(account, "corrected", 3, position(4, ALFA, "100", "90"));
        tell(corrected);
        assertThat(quantities(account, LATER)).containsExactly("100");
        assertThat(entry(corrected).facts().unheard()).isEqualTo(1);
    }

    @Test
    void rates_and_the_base_currency_go_and_come_back_with_their_file() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200003");
        LocalDate date = LocalDate.of(2033, 5, 6);
        ToldFile told = file(
                account,
                "rates",
                1,
                new StatementDetail(StatementDetail.Field.BASE_CURRENCY, "EUR"),
                new FxRateToBase(date, XPF, FxRate.of("0.0084")),
                new ReferenceRate(date, EUR, new CurrencyCode("MGA"), FxRate.of("4800"), "ECB"));
        tell(told);
        Instant before = moment();
        retract(told);

        assertThat(rates.bases(LATER)).doesNotContainKey(account);
        assertThat(rates.bases(before)).containsEntry(account, EUR);
        assertThat(rates.currencies(date, LATER)).doesNotContain(XPF, new CurrencyCode("MGA"));
        assertThat(rates.currencies(date, before)).contains(XPF, new CurrencyCode("MGA"));
        assertThat(rate(account, XPF, date, LATER)).isEqualTo("MISSING");
        assertThat(rate(account, XPF, date, before)).isEqualTo("KNOWN");

        restore(told);
        assertThat(rates.bases(LATER)).containsEntry(account, EUR);
        assertThat(rate(account, XPF, date, LATER)).isEqualTo("KNOWN");
        assertThat(rate(account, new CurrencyCode("MGA"), date, LATER)).isEqualTo("KNOWN");
    }

    private String rate(AccountId account, CurrencyCode from, LocalDate date, Instant knownAt) {
        return rates.book(knownAt, List.of(date), List.of(from, EUR))
                .resolve(account, from, EUR, date, null)
                .fx()
                .status()
                .name();
    }

    @Test
    void an_instrument_that_only_a_retracted_file_named_is_gone() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200004");
        Isin isin = new Isin("FI0000000011");
        Instrument kuusi = new Instrument("KUUSI", isin, null, null, null, null, null, null, null);
        ToldFile named = file(account, "named", 1, trade(3, kuusi, "1", "10", "9"));
        tell(named);
        Instant before = moment();
        retract(named);
        Instant between = moment();

        assertThat(isins(LATER)).doesNotContain(isin);
        assertThat(isins(before)).contains(isin);
        restore(named);
        assertThat(isins(LATER)).contains(isin);
        assertThat(isins(between)).doesNotContain(isin);
    }

    private List<Isin> isins(Instant knownAt) {
        return instruments.list(knownAt).stream()
                .map(InstrumentLine::isin)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    @Test
    void the_journal_tells_why_and_the_same_bytes_are_refused_until_it_is_undone() throws Exception {
        AccountId account = AccountId.parse("ibkr:U7200005");
        ToldFile bad = file(account, "bad", 1, dividend(5, ALFA, "400"));
        tell(bad);
        retract(bad);

        ImportEntry entry = entry(bad);
        assertThat(entry.status()).isEqualTo(Status.RETRACTED);
        assertThat(entry.retraction()).isNotNull();
        assertThat(entry.retraction().reason()).isEqualTo("sent by mistake");
        assertThat(intake.receive(files.deliver(bad))).isEqualTo(new Receipt.Retracted(bad.id()));
        assertThat(retractions.retract(bad.id(), "again")).isFalse();

        restore(bad);
        assertThat(entry(bad).status()).isEqualTo(Status.PARSED);
        assertThat(entry(bad).retraction()).isNull();
        assertThat(intake.receive(files.deliver(bad))).isEqualTo(new Receipt.Known(bad.id()));
        assertThat(retractions.restore(bad.id())).isFalse();
    }
}
